/**
 * What goes over the channel of the files, each a binary message: blocks of 16 KiB, after each part
 * its hash, after the last part the hash over all of them.
 *
 * ```
 * byte  0        1        5          13        14
 *       kind     run      offset     length    id   bytes or hash
 *       (1)      (4)      (8)        (1)
 * ```
 * Numbers are unsigned, most significant byte first.
 */
import { BLOCK_BYTES } from "./limits.ts";

const KINDS = ["block", "seal", "end"] as const;
type Kind = typeof KINDS[number];
const HEADER_BYTES = 14;
const MAX_ID_BYTES = 64;
/** SHA-256 as base64url, and some room. */
const MAX_DIGEST_BYTES = 64;

interface Addressed {
  readonly id: string;
  /** Of the receiver's `want` that this answers: what comes late from an older one is not counted. */
  readonly run: number;
  /** In the file, bytes: where a block begins, where a part ends. */
  readonly offset: number;
}

export type Frame =
  | Addressed & { readonly kind: "block"; readonly bytes: Uint8Array<ArrayBuffer> }
  | Addressed & { readonly kind: "seal"; readonly digest: string }
  | Addressed & { readonly kind: "end"; readonly digest: string };

export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const id = new TextEncoder().encode(frame.id);
  const content = frame.kind === "block" ? frame.bytes : new TextEncoder().encode(frame.digest);
  const bytes = new Uint8Array(HEADER_BYTES + id.length + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, KINDS.indexOf(frame.kind));
  view.setUint32(1, frame.run);
  view.setBigUint64(5, BigInt(frame.offset));
  view.setUint8(13, id.length);
  bytes.set(id, HEADER_BYTES);
  bytes.set(content, HEADER_BYTES + id.length);
  return bytes;
}

/** Reads what came over the channel; `null`: none of ours. Never throws. */
export function parseFrame(data: unknown): Frame | null {
  if (!(data instanceof ArrayBuffer) || data.byteLength < HEADER_BYTES) return null;
  const view = new DataView(data);
  const kind: Kind | undefined = KINDS[view.getUint8(0)];
  const run = view.getUint32(1);
  const offset = Number(view.getBigUint64(5));
  const start = HEADER_BYTES + view.getUint8(13);
  if (kind === undefined || !Number.isSafeInteger(offset)) return null;
  if (start > HEADER_BYTES + MAX_ID_BYTES || start > data.byteLength) return null;
  const id = new TextDecoder().decode(new Uint8Array(data, HEADER_BYTES, start - HEADER_BYTES));
  const content = new Uint8Array(data, start);
  if (kind === "block") {
    const isOne = content.length > 0 && content.length <= BLOCK_BYTES;
    return isOne ? { kind, id, run, offset, bytes: content } : null;
  }
  if (content.length > MAX_DIGEST_BYTES) return null;
  return { kind, id, run, offset, digest: new TextDecoder().decode(content) };
}
