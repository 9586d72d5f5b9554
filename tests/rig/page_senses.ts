import type { Rgb } from "./people.ts";

/** What to look for in a video, and for how long. */
export interface LookFor {
  /** The accessible label of the video element. */
  label: string;
  /** The colour to wait for, or `changing` for a picture that changes its colour all the time. */
  colour: Rgb | "changing";
  tolerance: number;
  timeoutMs: number;
}

/** What to listen for in the stream of a video element, and for how long. */
export interface ListenFor {
  label: string;
  toneHz: number;
  toleranceHz: number;
  timeoutMs: number;
}

/** Whether it was found, and what was seen or heard last, for the message when it was not. */
export interface Sensed {
  found: boolean;
  last: string;
}

/** Runs inside the page: looks at each new frame until the wanted colour arrives. */
export async function lookFor({ label, colour, tolerance, timeoutMs }: LookFor): Promise<Sensed> {
  const SIZE_PX = 32;
  // Without frames, say because the element was replaced, have another look this often.
  const LOOK_AGAIN_MS = 250;
  const deadline = performance.now() + timeoutMs;
  const canvas = new OffscreenCanvas(SIZE_PX, SIZE_PX);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const seen: number[][] = [];
  const differs = (one: number[], other: readonly number[]) =>
    one.some((value, channel) => Math.abs(value - other[channel]!) > tolerance);
  let last = `no video labelled ${label}`;
  while (performance.now() < deadline) {
    const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
    const framed = await new Promise<boolean>((resolve) => {
      const timer = setTimeout(() => resolve(false), LOOK_AGAIN_MS);
      video?.requestVideoFrameCallback(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
    if (!video) continue;
    if (!framed) {
      last = `a video without new frames (${seen.at(-1)?.join(", ") ?? "never any"})`;
      continue;
    }
    context.drawImage(video, 0, 0, SIZE_PX, SIZE_PX);
    const pixels = context.getImageData(0, 0, SIZE_PX, SIZE_PX).data;
    const mean = [0, 1, 2].map((channel) => {
      let sum = 0;
      for (let index = channel; index < pixels.length; index += 4) sum += pixels[index]!;
      return Math.round(sum / (SIZE_PX * SIZE_PX));
    });
    last = `the colour ${mean.join(", ")}`;
    const found = colour === "changing"
      ? seen.some((earlier) => differs(earlier, mean))
      : !differs(mean, colour);
    if (found) return { found, last };
    seen.push(mean);
  }
  return { found: false, last };
}

/** Runs inside the page: analyses the sound of a video element until the wanted tone arrives. */
export async function listenFor(
  { label, toneHz, toleranceHz, timeoutMs }: ListenFor,
): Promise<Sensed> {
  const FFT_SIZE = 8192; // 6 Hz a bin at 48 kHz
  const SILENCE_DB = -70;
  const LISTEN_EVERY_MS = 50;
  const deadline = performance.now() + timeoutMs;
  const audio = new AudioContext();
  const analyser = new AnalyserNode(audio, { fftSize: FFT_SIZE, smoothingTimeConstant: 0 });
  const bins = new Float32Array(analyser.frequencyBinCount);
  let track: MediaStreamTrack | undefined;
  let source: MediaStreamAudioSourceNode | undefined;
  let last = `no sound from a video labelled ${label}`;
  try {
    while (performance.now() < deadline) {
      const video = document.querySelector<HTMLVideoElement>(`video[aria-label="${label}"]`);
      const stream = video?.srcObject instanceof MediaStream ? video.srcObject : undefined;
      const current = stream?.getAudioTracks().find(({ readyState }) => readyState === "live");
      if (current && current !== track) {
        source?.disconnect();
        track = current;
        source = audio.createMediaStreamSource(new MediaStream([current]));
        source.connect(analyser);
      }
      await new Promise((resolve) => setTimeout(resolve, LISTEN_EVERY_MS));
      if (!source) continue;
      analyser.getFloatFrequencyData(bins);
      let peak = 0;
      bins.forEach((level, bin) => {
        if (level > bins[peak]!) peak = bin;
      });
      if (!(bins[peak]! > SILENCE_DB)) {
        last = `silence (audio context ${audio.state})`;
        continue;
      }
      const peakHz = Math.round(peak * audio.sampleRate / FFT_SIZE);
      last = `a tone of ${peakHz} Hz`;
      if (Math.abs(peakHz - toneHz) <= toleranceHz) return { found: true, last };
    }
    return { found: false, last };
  } finally {
    source?.disconnect();
    await audio.close();
  }
}
