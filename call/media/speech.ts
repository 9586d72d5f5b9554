/** Notices that somebody speaks into a muted microphone. */

/** RMS over which it is a voice rather than a room, 0…1. */
const VOICE_LEVEL = 0.03;
const LOOK_MS = 200;
/** Looks in a row: about a word. */
const LOOKS = 3;
/** How long the hint stays after the last word, ms. */
const LINGER_MS = 3_000;

/**
 * Listens to a clone of `track` (the original is disabled and silent).
 * @returns the disposer
 */
export function watchSpeech(track: MediaStreamTrack, speaking: (yes: boolean) => void): () => void {
  const ear = track.clone();
  ear.enabled = true;
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(new MediaStream([ear])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let loud = 0;
  let heardAt = -Infinity;
  let told = false;
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    loud = rootMeanSquare(samples) > VOICE_LEVEL ? loud + 1 : 0;
    if (loud >= LOOKS) heardAt = performance.now();
    const now = performance.now() - heardAt < LINGER_MS;
    if (now !== told) speaking(told = now);
  }, LOOK_MS);
  return () => {
    clearInterval(timer);
    ear.stop();
    void context.close();
    if (told) speaking(false);
  };
}

function rootMeanSquare(samples: Float32Array): number {
  return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);
}
