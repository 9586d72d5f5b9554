/** WebSocket frames as bytes (RFC 6455, 5.2): a page's are masked (here with zeros), a server's not. */

export const OPCODE = {
  continuation: 0,
  text: 1,
  binary: 2,
  close: 8,
  ping: 9,
  pong: 10,
} as const;

const MASKED = 0x80;
const FIN = 0x80;

export interface FrameHeader {
  readonly opcode: number;
  readonly fin: boolean;
  /** As announced; nothing checks that it comes. */
  readonly length: number;
}

export interface Frame {
  readonly opcode: number;
  readonly fin: boolean;
  readonly payload: Uint8Array;
}

/** A whole frame, masked with zeros. */
export function frameBytes({ opcode, fin, payload }: Frame): Uint8Array {
  const header = headerBytes({ opcode, fin, length: payload.length });
  const frame = new Uint8Array(header.length + payload.length);
  frame.set(header);
  frame.set(payload, header.length);
  return frame;
}

/** Only the header of a frame, masked with zeros. */
export function headerBytes({ opcode, fin, length }: FrameHeader): Uint8Array {
  const short = length < 126;
  const medium = length < 65_536;
  const size = short ? 6 : medium ? 8 : 14;
  const view = new DataView(new ArrayBuffer(size));
  view.setUint8(0, (fin ? FIN : 0) | opcode);
  view.setUint8(1, MASKED | (short ? length : medium ? 126 : 127));
  if (!short && medium) view.setUint16(2, length);
  if (!medium) view.setBigUint64(2, BigInt(length));
  return new Uint8Array(view.buffer);
}

/** Cuts a server's frames out of the bytes as they come. */
export class FrameReader {
  #rest: Uint8Array = new Uint8Array(0);

  /** Hands on every frame that is whole now. */
  push(bytes: Uint8Array, take: (frame: Frame) => void): void {
    const all = this.#rest.length === 0 ? bytes : joined(this.#rest, bytes);
    const view = new DataView(all.buffer, all.byteOffset, all.length);
    let at = 0;
    for (let size = sizeAt(view, at); size !== null; size = sizeAt(view, at)) {
      const first = view.getUint8(at);
      const payload = all.subarray(at + size.header, at + size.whole);
      take({ opcode: first & 0x0f, fin: (first & FIN) !== 0, payload });
      at += size.whole;
    }
    this.#rest = all.slice(at);
  }
}

/** The size of the unmasked frame that starts here; `null` when it has not come in whole. */
function sizeAt(view: DataView, at: number): { header: number; whole: number } | null {
  const left = view.byteLength - at;
  if (left < 2) return null;
  const short = view.getUint8(at + 1) & 0x7f;
  const header = short === 127 ? 10 : short === 126 ? 4 : 2;
  if (left < header) return null;
  const length = short === 127
    ? Number(view.getBigUint64(at + 2))
    : short === 126
    ? view.getUint16(at + 2)
    : short;
  return left < header + length ? null : { header, whole: header + length };
}

function joined(head: Uint8Array, tail: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}
