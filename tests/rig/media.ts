import type { Person, Rgb } from "./people.ts";

/** What a fake camera delivers. */
export interface PictureOptions {
  width?: number;
  height?: number;
  framesPerSecond?: number;
  /**
   * `still` costs an encoder next to nothing; `moving` is noise around the colour, which needs as
   * many bits as it can get, for tests of bandwidth.
   */
  texture?: "still" | "moving";
}

const STILL_FRAMES = 2;
const MOVING_FRAMES = 30;
/** Noise around the colour: strong enough to cost bits, weak enough to keep the mean. */
const NOISE_LUMA = 40;
/** Side of a square of one brightness, as large as the blocks a codec works on. */
const NOISE_BLOCK_PX = 8;

/**
 * A YUV4MPEG2 clip of one colour for `--use-file-for-fake-video-capture`, which Chromium repeats
 * for ever.
 */
export function colourClip(colour: Rgb, options: PictureOptions = {}): Uint8Array<ArrayBuffer> {
  const { width = 640, height = 480, framesPerSecond = 30, texture = "still" } = options;
  const header = `YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`;
  const frames = texture === "still" ? STILL_FRAMES : MOVING_FRAMES;
  const [luma, blue, red] = toYuv(colour);
  const lumaSize = width * height;
  const chromaSize = Math.ceil(width / 2) * Math.ceil(height / 2);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [encoder.encode(header)];
  for (let frame = 0; frame < frames; frame++) {
    const planes = new Uint8Array(lumaSize + 2 * chromaSize);
    if (texture === "still") planes.fill(luma, 0, lumaSize);
    else fillNoise(planes.subarray(0, lumaSize), width, luma, frame);
    planes.fill(blue, lumaSize, lumaSize + chromaSize);
    planes.fill(red, lumaSize + chromaSize);
    parts.push(encoder.encode("FRAME\n"), planes);
  }
  return concat(parts);
}

/** ITU-R BT.601 with video range, which browsers assume for I420 without further signs. */
export function toYuv([red, green, blue]: Rgb): [luma: number, blue: number, red: number] {
  return [
    Math.round(16 + (65.481 * red + 128.553 * green + 24.966 * blue) / 255),
    Math.round(128 + (-37.797 * red - 74.203 * green + 112 * blue) / 255),
    Math.round(128 + (112 * red - 93.786 * green - 18.214 * blue) / 255),
  ];
}

function fillNoise(plane: Uint8Array, width: number, mean: number, seed: number): void {
  const blocksPerRow = Math.ceil(width / NOISE_BLOCK_PX);
  for (let index = 0; index < plane.length; index++) {
    const column = Math.floor((index % width) / NOISE_BLOCK_PX);
    const row = Math.floor(index / width / NOISE_BLOCK_PX);
    const noise = pseudoRandom((seed * 4099 + row) * blocksPerRow + column) * 2 - 1;
    plane[index] = Math.max(16, Math.min(235, mean + noise * NOISE_LUMA));
  }
}

/** A number of 0 to 1 that depends on nothing but `index` (the finaliser of MurmurHash3). */
function pseudoRandom(index: number): number {
  let hash = Math.imul(index ^ (index >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const SAMPLE_RATE_HZ = 48_000;
const CLIP_SECONDS = 2;
const AMPLITUDE = 0.25;
/** The tone comes in beeps like syllables: noise suppression removes what never stops. */
const BEEP_SECONDS = 0.4;
const PAUSE_SECONDS = 0.1;
const FADE_SECONDS = 0.01;

/** A WAV file, 48 kHz, mono, 16 bit, of beeps for `--use-file-for-fake-audio-capture`. */
export function toneClip(toneHz: number): Uint8Array<ArrayBuffer> {
  const samples = SAMPLE_RATE_HZ * CLIP_SECONDS;
  const bytes = new Uint8Array(44 + samples * 2);
  const view = new DataView(bytes.buffer);
  const text = (offset: number, value: string) =>
    bytes.set(new TextEncoder().encode(value), offset);
  text(0, "RIFF");
  view.setUint32(4, bytes.length - 8, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true); // size of the format chunk
  view.setUint16(20, 1, true); // linear PCM
  view.setUint16(22, 1, true); // mono
  view.setUint32(24, SAMPLE_RATE_HZ, true);
  view.setUint32(28, SAMPLE_RATE_HZ * 2, true); // bytes per second
  view.setUint16(32, 2, true); // bytes per sample
  view.setUint16(34, 16, true); // bits per sample
  text(36, "data");
  view.setUint32(40, samples * 2, true);
  for (let index = 0; index < samples; index++) {
    const seconds = index / SAMPLE_RATE_HZ;
    const wave = Math.sin(2 * Math.PI * toneHz * seconds);
    view.setInt16(44 + index * 2, wave * loudness(seconds) * 32767, true);
  }
  return bytes;
}

function loudness(seconds: number): number {
  const inBeep = seconds % (BEEP_SECONDS + PAUSE_SECONDS);
  const fade = Math.min(inBeep, BEEP_SECONDS - inBeep) / FADE_SECONDS;
  return AMPLITUDE * Math.max(0, Math.min(1, fade));
}

/** Writes a person's picture and voice into a folder; returns the two paths. */
export async function writeMedia(
  person: Person,
  folder: string,
  options: PictureOptions = {},
): Promise<{ video: string; audio: string }> {
  const video = `${folder}/${person.name}.y4m`;
  const audio = `${folder}/${person.name}.wav`;
  await Promise.all([
    Deno.writeFile(video, colourClip(person.colour, options)),
    Deno.writeFile(audio, toneClip(person.toneHz)),
  ]);
  return { video, audio };
}

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
