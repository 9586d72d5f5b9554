/**
 * Both voices and both pictures become one stream, and MediaRecorder makes a file of it: the tracks
 * of that stream stay the same whatever is muted, swapped or reconnected.
 */
import type { Container } from "./container.ts";
import { createPainter } from "./painter.ts";
import type { Scene, Studio, StudioEvents } from "./parts.ts";

/** What a browser that is killed loses of a recording, ms. */
const PART_MS = 2_000;
/** 2.5 Mbit/s: legible faces, and about a gigabyte an hour. */
const VIDEO_BPS = 2_500_000;
const AUDIO_BPS = 128_000;
/** Faces move well enough, and the call itself needs the processor more. */
const FRAMES_PER_SECOND = 25;
/** Without the sound's beat (the system took it), pictures go on this often, ms. */
const SLOW_BEAT_MS = 500;

/** @throws {DOMException} where the browser refuses */
export function openStudio({ type }: Container, { part, failed }: StudioEvents): Studio {
  const audio = new AudioContext();
  const mix = new MediaStreamAudioDestinationNode(audio);
  const painter = createPainter();
  const picture = painter.canvas.captureStream(FRAMES_PER_SECOND);
  const recorder = new MediaRecorder(
    new MediaStream([...picture.getVideoTracks(), ...mix.stream.getAudioTracks()]),
    { mimeType: type, videoBitsPerSecond: VIDEO_BPS, audioBitsPerSecond: AUDIO_BPS },
  );
  const stopped = Promise.withResolvers<void>();
  const voices = new Map<MediaStreamTrack, MediaStreamAudioSourceNode>();
  const stopBeat = startBeat(audio, painter.paint);
  recorder.ondataavailable = ({ data }) => {
    if (data.size > 0) part(data);
  };
  recorder.onstop = () => stopped.resolve();
  recorder.onerror = (event) => {
    failed(event);
    stopped.resolve();
  };
  painter.paint();
  recorder.start(PART_MS);
  void audio.resume().catch(() => undefined);

  function listenTo(tracks: readonly MediaStreamTrack[]): void {
    for (const [track, voice] of [...voices]) {
      if (tracks.includes(track)) continue;
      voice.disconnect();
      voices.delete(track);
    }
    for (const track of tracks.filter((each) => !voices.has(each))) {
      const voice = audio.createMediaStreamSource(new MediaStream([track]));
      voice.connect(mix);
      voices.set(track, voice);
    }
  }

  return {
    show(scene) {
      painter.show(scene);
      listenTo(tracksOf(scene));
    },
    async stop() {
      stopBeat();
      listenTo([]);
      if (recorder.state === "inactive") stopped.resolve();
      else recorder.stop();
      await stopped.promise;
      painter.stop();
      picture.getTracks().forEach((track) => track.stop());
      await audio.close();
    },
  };
}

/** A muted microphone is a track that is disabled, and silent: as it is sent. */
function tracksOf({ own, friend, screen }: Scene): MediaStreamTrack[] {
  return [own, friend, screen].flatMap((stream) => stream?.getAudioTracks() ?? []);
}

/**
 * Calls `paint` for each frame. The beat comes from the sound: a hidden page gets no animation
 * frames, and its timers are slowed down to one a second.
 */
function startBeat(audio: AudioContext, paint: () => void): () => void {
  const silence = new GainNode(audio, { gain: 0 });
  silence.connect(audio.destination);
  let isOver = false;
  let beatAt = performance.now();

  function beat(): void {
    if (isOver) return;
    beatAt = performance.now();
    const pause = new ConstantSourceNode(audio);
    pause.connect(silence);
    pause.onended = () => {
      pause.disconnect();
      paint();
      beat();
    };
    pause.start();
    pause.stop(audio.currentTime + 1 / FRAMES_PER_SECOND);
  }
  const slow = setInterval(() => {
    if (performance.now() - beatAt >= SLOW_BEAT_MS) paint();
  }, SLOW_BEAT_MS);
  beat();
  return () => {
    isOver = true;
    clearInterval(slow);
    silence.disconnect();
  };
}
