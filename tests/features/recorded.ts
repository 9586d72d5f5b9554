/** What a recorded file holds, found out by the browser that plays it. */
import type { LaunchedPerson } from "../rig/person.ts";

/** Colours over time in the middle of each half, and how loud some tones are. */
export interface Recorded {
  readonly type: string;
  /** Seconds, as a player shows it. */
  readonly duration: number;
  readonly left: readonly Colour[];
  readonly right: readonly Colour[];
  /** Amplitudes (0…1) of the tones asked for, in their order. */
  readonly levels: readonly number[];
}

export type Colour = readonly number[];

/** Presses a button that hands a file to the downloads; resolves with it. */
export async function downloadFrom(
  person: LaunchedPerson,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const [download] = await Promise.all([
    person.page.waitForEvent("download"),
    person.press(button),
  ]);
  return { name: download.suggestedFilename(), bytes: await Deno.readFile(await download.path()) };
}

/**
 * The same where the driver hears of no downloads (Firefox): takes the file from the page as it hands
 * it over.
 */
export async function takeFrom(
  person: LaunchedPerson,
  button: string,
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  await person.page.evaluate(() => {
    const blobs = new Map<string, Blob>();
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      const url = make(blob);
      if (blob instanceof Blob) blobs.set(url, blob);
      return url;
    };
    const taken = new Promise((resolve) => {
      HTMLAnchorElement.prototype.click = function () {
        resolve({ name: this.download, blob: blobs.get(this.href) });
      };
    });
    Object.assign(globalThis, { duetTaken: taken });
  });
  await person.press(button);
  const { name, base64 } = await person.page.evaluate(async () => {
    const { duetTaken } = globalThis as unknown as {
      duetTaken: Promise<{ name: string; blob: Blob }>;
    };
    const { name, blob } = await duetTaken;
    const reader = new FileReader();
    reader.readAsDataURL(blob);
    await new Promise((done) => reader.onloadend = done);
    return { name, base64: String(reader.result).split(",")[1] ?? "" };
  });
  return { name, bytes: Uint8Array.fromBase64(base64) };
}

/** Plays a file in the person's own browser. */
export async function play(
  { page }: LaunchedPerson,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> },
  toneHz: readonly number[],
): Promise<Recorded> {
  const type = `video/${name.split(".").at(-1)}`;
  return await page.evaluate(playInPage, { type, base64: bytes.toBase64(), toneHz });
}

interface PlayInPage {
  readonly type: string;
  readonly base64: string;
  readonly toneHz: readonly number[];
}

/** Runs inside the page. */
async function playInPage({ type, base64, toneHz }: PlayInPage): Promise<Recorded> {
  const PATCH_PX = 16;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const video = document.createElement("video");
  video.muted = true;
  video.src = URL.createObjectURL(new Blob([bytes], { type }));
  const canvas = new OffscreenCanvas(PATCH_PX, PATCH_PX);
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  const left: number[][] = [];
  const right: number[][] = [];
  const colourAt = (x: number) => {
    const y = video.videoHeight / 2;
    context.drawImage(video, x, y, PATCH_PX, PATCH_PX, 0, 0, PATCH_PX, PATCH_PX);
    const pixels = context.getImageData(0, 0, PATCH_PX, PATCH_PX).data;
    const sum = [0, 0, 0];
    pixels.forEach((value, index) => {
      if (index % 4 < 3) sum[index % 4]! += value;
    });
    return sum.map((value) => Math.round(value / PATCH_PX ** 2));
  };
  await new Promise<void>((resolve, reject) => {
    const onFrame = () => {
      left.push(colourAt(video.videoWidth / 4));
      right.push(colourAt(video.videoWidth * 3 / 4));
      video.requestVideoFrameCallback(onFrame);
    };
    video.requestVideoFrameCallback(onFrame);
    video.onended = () => resolve();
    video.onerror = () => reject(new Error(`Cannot play: ${video.error?.message}`));
    video.play().catch(reject);
  });
  const audio = new AudioContext();
  const sound = await audio.decodeAudioData(bytes.buffer);
  const samples = sound.getChannelData(0);
  // Goertzel's: the amplitude of one frequency.
  const levels = toneHz.map((hz) => {
    const [turn, half] = [2 * Math.PI * hz / sound.sampleRate, samples.length / 2];
    let [cosines, sines] = [0, 0];
    samples.forEach((sample, index) => {
      cosines += sample * Math.cos(turn * index);
      sines += sample * Math.sin(turn * index);
    });
    return Math.hypot(cosines, sines) / half;
  });
  const { duration } = video;
  await audio.close();
  URL.revokeObjectURL(video.src);
  return { type, duration, left, right, levels };
}

/** Waits until at least so many parts of a recording are on the disk. */
export async function waitParts({ page }: LaunchedPerson, count: number): Promise<void> {
  await page.evaluate(async (wanted) => {
    const LOOK_AGAIN_MS = 100;
    for (;;) {
      const root = await navigator.storage.getDirectory();
      const folders = await root.getDirectoryHandle("recordings", { create: true });
      let parts = 0;
      for await (const folder of folders.values()) {
        if (!("keys" in folder)) continue;
        for await (const name of (folder as FileSystemDirectoryHandle).keys()) {
          if (/^\d{6}_/.test(name)) parts++;
        }
      }
      if (parts >= wanted) return;
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    }
  }, count);
}
