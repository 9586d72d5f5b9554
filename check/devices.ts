/** Camera, microphone and loudspeaker. */
import { failed, OK, type Outcome, type Problem } from "./outcome.ts";

/** A camera that runs shows a frame within this. */
const FRAME_MS = 6_000;
/** How long the microphone is listened to; a dead one gives exact zeros. */
const LISTEN_MS = 1_500;
const TONE_MS = 700;
const TONE_HZ = 660;
const TONE_GAIN = 0.15;

export interface Devices {
  readonly camera: Outcome;
  readonly microphone: Outcome;
}

/** Asks for each device by itself, so that one cannot hide the other. */
export async function checkDevices(signal: AbortSignal): Promise<Devices> {
  const camera = await withTrack({ video: true }, (stream) => seesFrame(stream, signal));
  const microphone = await withTrack({ audio: true }, (stream) => hears(stream));
  return { camera, microphone };
}

async function withTrack(
  constraints: MediaStreamConstraints,
  look: (stream: MediaStream) => Promise<boolean>,
): Promise<Outcome> {
  try {
    const stream = await navigator.mediaDevices.getUserMedia(constraints);
    try {
      return await look(stream) ? OK : failed("silent");
    } finally {
      for (const track of stream.getTracks()) track.stop();
    }
  } catch (error) {
    return failed(problemOf(error));
  }
}

/** W3C Media Capture and Streams, 10.2. */
export function problemOf(error: unknown): Problem {
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "none-found";
    default:
      return "in-use";
  }
}

async function seesFrame(stream: MediaStream, signal: AbortSignal): Promise<boolean> {
  const video = document.createElement("video");
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const seen = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => seen.resolve(false), FRAME_MS);
  signal.addEventListener("abort", () => seen.resolve(false), { once: true });
  video.onresize = () => seen.resolve(true);
  video.onloadeddata = () => seen.resolve(true);
  try {
    await video.play();
    return await seen.promise;
  } finally {
    clearTimeout(timer);
    video.srcObject = null;
  }
}

/** A living microphone is never exactly silent. */
async function hears(stream: MediaStream): Promise<boolean> {
  const context = new AudioContext();
  try {
    await context.resume();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    const endsAt = performance.now() + LISTEN_MS;
    while (performance.now() < endsAt) {
      await nextFrame();
      analyser.getFloatTimeDomainData(samples);
      if (samples.some((sample) => sample !== 0)) return true;
    }
    return false;
  } finally {
    await context.close();
  }
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Plays a short tone; only the person knows whether it was heard. */
export async function playTone(): Promise<void> {
  const context = new AudioContext();
  try {
    await context.resume();
    const tone = new OscillatorNode(context, { frequency: TONE_HZ });
    const ended = new Promise<void>((resolve) => tone.onended = () => resolve());
    tone.connect(new GainNode(context, { gain: TONE_GAIN })).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + TONE_MS / 1_000);
    await ended;
  } finally {
    await context.close();
  }
}
