import { assertEquals } from "@std/assert";
import { type Frame, FrameReader, headerBytes, OPCODE } from "./raw_frames.ts";

/** What a server sends: the same header without the mask, then the payload. */
function unmasked(payload: Uint8Array): Uint8Array {
  const header = headerBytes({ opcode: OPCODE.text, fin: true, length: payload.length });
  const plain = header.slice(0, header.length - 4);
  plain[1] = (plain[1] ?? 0) & 0x7f;
  return new Uint8Array([...plain, ...payload]);
}

Deno.test("raw frames: frames of every size are read whole, wherever the bytes were cut", () => {
  const sizes = [0, 125, 126, 65_535, 65_536];
  const stream = sizes.flatMap((size) => [...unmasked(new Uint8Array(size).fill(7))]);
  for (const step of [1, 3, 1_000, stream.length]) {
    const reader = new FrameReader();
    const read: Pick<Frame, "opcode" | "fin">[] = [];
    const lengths: number[] = [];
    for (let at = 0; at < stream.length; at += step) {
      reader.push(Uint8Array.from(stream.slice(at, at + step)), ({ opcode, fin, payload }) => {
        read.push({ opcode, fin });
        lengths.push(payload.every((byte) => byte === 7) ? payload.length : -1);
      });
      // Byte by byte is slow for the large ones: the small ones have shown it.
      if (step === 1 && lengths.length === 3) break;
    }
    assertEquals(lengths, step === 1 ? sizes.slice(0, 3) : sizes);
    assertEquals(read.every(({ opcode, fin }) => opcode === OPCODE.text && fin), true);
  }
});
