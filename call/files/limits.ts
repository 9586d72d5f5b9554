/** How much of everything: what a hostile friend may cost, and how files stay out of the call's way. */

const KIB = 1024;
const MIB = 1024 * KIB;
const GIB = 1024 * MIB;

/** What goes over the channel at a time, bytes: small, so that a text waits for no long message. */
export const BLOCK_BYTES = 16 * KIB;
/** The largest file that can be offered, bytes. */
export const MAX_FILE_BYTES = 16 * GIB;
/** What is hashed and stored at a time, bytes: what a killed browser may lose of a file. */
const MIN_PART_BYTES = MIB;
/** Each part is a file of its own on the disk; of large files the parts are larger. */
const MAX_PARTS = 2_048;
/** Files that are neither done nor over, in one direction. */
export const MAX_OPEN = 20;
/** Files remembered in one call, the latest. */
export const MAX_TRANSFERS = 60;
/** Files that come in at the same time: each may hold {@linkcode windowBytes} of memory. */
export const MAX_MOVING = 3;
/** UTF-16 code units; file systems take 255 bytes. */
export const MAX_NAME_LENGTH = 512;
/** What a page without a disk holds in memory, bytes: more of it may end a telephone's tab. */
export const MAX_MEMORY_BYTES = 256 * MIB;
/** What a page left behind is removed that long after it was accepted, or done, ms. */
export const STALE_MS = 24 * 60 * 60_000;

/** The channel holds this much and is filled again at that, bytes: texts wait behind it. */
export const HIGH_WATER_BYTES = 128 * KIB;
export const LOW_WATER_BYTES = 64 * KIB;

/** What is hashed and stored at a time of a file of `size` bytes. */
export function partBytes(size: number): number {
  let part = MIN_PART_BYTES;
  while (part * MAX_PARTS < size) part *= 2;
  return part;
}

/** How far the sender may be ahead of what the receiver has stored, bytes. */
export function windowBytes(size: number): number {
  return 2 * partBytes(size);
}

/** How many parts make a file of `size` bytes. */
export function partCount(size: number): number {
  return Math.ceil(size / partBytes(size));
}
