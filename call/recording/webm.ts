/**
 * MediaRecorder writes WebM as it goes and never learns how long it gets: players cannot show the
 * time, nor jump. Here the file's head gets its Duration (RFC 9559, 5.1.2); all that follows stays
 * where it is on the disk.
 */

/** EBML ids (RFC 9559). */
const HEAD = 0x1a45dfa3;
const SEGMENT = 0x18538067;
const INFO = 0x1549a966;
const TIMESTAMP_SCALE = 0x2ad7b1;
const DURATION = 0x4489;
/** Id, size and value of a Duration as 64-bit float. */
const DURATION_BYTES = 11;
const NS_PER_MS = 1e6;

/** One element, by where it is in the bytes. */
interface Element {
  readonly id: number;
  readonly start: number;
  readonly sizeAt: number;
  readonly data: number;
  /** `null`: unknown, as of what is written live. */
  readonly size: number | null;
}

/**
 * @param file its beginning, with all of Info
 * @param lengthMs how long the whole recording is
 * @returns the beginning with the duration in it; the same bytes where they are not as expected
 */
export function withDuration(
  file: Uint8Array<ArrayBuffer>,
  lengthMs: number,
): Uint8Array<ArrayBuffer> {
  const segment = elementsOf(file, 0, file.length).find(({ id }) => id === SEGMENT);
  // Of a known size its growing would have to be told: it is not written live, then, and is whole.
  if (segment === undefined || segment.size !== null) return file;
  const info = elementsOf(file, segment.data, file.length).find(({ id }) => id === INFO);
  if (info === undefined || info.size === null || info.data + info.size > file.length) return file;
  const inside = elementsOf(file, info.data, info.data + info.size);
  const scale = inside.find(({ id }) => id === TIMESTAMP_SCALE);
  const ticks = lengthMs * NS_PER_MS / (scale === undefined ? NS_PER_MS : numberAt(file, scale));
  const kept = inside.filter(({ id }) => id !== DURATION)
    .map(({ start, data, size }) => file.subarray(start, data + (size ?? 0)));
  const content = joined([...kept, durationElement(ticks)]);
  return joined([
    file.subarray(0, info.sizeAt),
    sizeField(content.length),
    content,
    file.subarray(info.data + info.size),
  ]);
}

/** Elements side by side, as far as the bytes go; nothing after one of unknown size. */
function elementsOf(file: Uint8Array, from: number, until: number): Element[] {
  const found: Element[] = [];
  for (let at = from; at < until;) {
    const idLength = lengthOfNumber(file[at]);
    const sizeAt = at + idLength;
    const sizeLength = lengthOfNumber(file[sizeAt]);
    const data = sizeAt + sizeLength;
    if (idLength === 0 || sizeLength === 0 || data > until) break;
    const id = bigEndian(file.subarray(at, sizeAt));
    const size = sizeOf(file.subarray(sizeAt, data));
    found.push({ id, start: at, sizeAt, data, size });
    if (size === null) break;
    at = data + size;
  }
  return found[0]?.id === HEAD || from > 0 ? found : [];
}

/** How many bytes a variable-size number has, by its first (RFC 8794, 4.1); 0: it is none. */
function lengthOfNumber(first: number | undefined): number {
  const length = Math.clz32(first ?? 0) - 23;
  return length > 8 ? 0 : length;
}

/** @returns `null`: all ones, unknown (RFC 8794, 6.2) */
function sizeOf(bytes: Uint8Array): number | null {
  const [first = 0, ...rest] = bytes;
  const mask = (1 << (8 - bytes.length)) - 1;
  if ((first & mask) === mask && rest.every((byte) => byte === 0xff)) return null;
  return bigEndian(Uint8Array.of(first & mask, ...rest));
}

function numberAt(file: Uint8Array, { data, size }: Element): number {
  return bigEndian(file.subarray(data, data + (size ?? 0)));
}

function bigEndian(bytes: Uint8Array): number {
  return bytes.reduce((value, byte) => value * 256 + byte, 0);
}

function durationElement(ticks: number): Uint8Array<ArrayBuffer> {
  const element = new Uint8Array(DURATION_BYTES);
  const view = new DataView(element.buffer);
  view.setUint16(0, DURATION);
  view.setUint8(2, 0x88);
  view.setFloat64(3, ticks);
  return element;
}

/** In four bytes, which is room enough for any Info. */
function sizeField(size: number): Uint8Array<ArrayBuffer> {
  const field = new Uint8Array(4);
  new DataView(field.buffer).setUint32(0, (0x10000000 | size) >>> 0);
  return field;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
