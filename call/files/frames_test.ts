import { assertEquals } from "@std/assert";
import { encodeFrame, type Frame, parseFrame } from "./frames.ts";
import { BLOCK_BYTES } from "./limits.ts";

const BLOCK: Frame = {
  kind: "block",
  id: "transfer-1",
  run: 0xfffffffe,
  offset: 5_000_000_000,
  bytes: new Uint8Array([1, 2, 3]),
};

Deno.test("files: a frame comes out as it went in", () => {
  const frames: Frame[] = [
    BLOCK,
    { kind: "seal", id: "transfer-1", run: 7, offset: 1_048_576, digest: "abc-_" },
    { kind: "end", id: "transfer-1", run: 7, offset: 0, digest: "abc" },
  ];
  for (const frame of frames) assertEquals(parseFrame(encodeFrame(frame).buffer), frame);
});

Deno.test("files: whatever else comes over the channel is not read", () => {
  const whole = encodeFrame(BLOCK);
  for (let length = 0; length < 14; length += 1) {
    assertEquals(parseFrame(whole.slice(0, length).buffer), null);
  }
  const unknownKind = whole.slice();
  unknownKind[0] = 9;
  const longId = whole.slice();
  longId[13] = 255;
  const hugeOffset = whole.slice();
  hugeOffset.fill(255, 5, 13);
  const tooMuch = encodeFrame({ ...BLOCK, bytes: new Uint8Array(BLOCK_BYTES + 1) });
  const longDigest = encodeFrame({ ...BLOCK, kind: "seal", digest: "x".repeat(1_000_000) });
  for (const bytes of [unknownKind, longId, hugeOffset, tooMuch, longDigest]) {
    assertEquals(parseFrame(bytes.buffer), null);
  }
  for (const data of ["text", null, new Uint8Array(20), {}]) assertEquals(parseFrame(data), null);
});
