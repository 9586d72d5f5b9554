import { assertEquals } from "@std/assert";
import { withDuration } from "./webm.ts";

const HEAD = [0x1a, 0x45, 0xdf, 0xa3, 0x80];
const UNKNOWN = [0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
const SEGMENT = [0x18, 0x53, 0x80, 0x67, ...UNKNOWN];
const INFO_ID = [0x15, 0x49, 0xa9, 0x66];
const MILLISECOND = [0x2a, 0xd7, 0xb1, 0x83, 0x0f, 0x42, 0x40];
const MICROSECOND = [0x2a, 0xd7, 0xb1, 0x82, 0x03, 0xe8];
const APP = [0x57, 0x41, 0x82, 0x68, 0x69];
const CLUSTER = [0x1f, 0x43, 0xb6, 0x75, ...UNKNOWN, 1, 2, 3];

function file(info: readonly number[], segment = SEGMENT): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(...HEAD, ...segment, ...INFO_ID, 0x80 | info.length, ...info, ...CLUSTER);
}

function duration(ticks: number): number[] {
  const value = new DataView(new ArrayBuffer(8));
  value.setFloat64(0, ticks);
  return [0x44, 0x89, 0x88, ...new Uint8Array(value.buffer)];
}

function expected(info: readonly number[]): Uint8Array {
  const size = [0x10, 0, 0, info.length];
  return Uint8Array.of(...HEAD, ...SEGMENT, ...INFO_ID, ...size, ...info, ...CLUSTER);
}

Deno.test("webm: a file written live gets its duration, and nothing else changes", () => {
  const info = [...MILLISECOND, ...APP];
  assertEquals(withDuration(file(info), 61_500), expected([...info, ...duration(61_500)]));
});

Deno.test("webm: the duration is counted in the file's own ticks", () => {
  assertEquals(
    withDuration(file(MICROSECOND), 2_000),
    expected([...MICROSECOND, ...duration(2_000_000)]),
  );
});

Deno.test("webm: a duration that is there already is replaced", () => {
  const once = withDuration(file(MILLISECOND), 1_000);
  assertEquals(withDuration(once, 9_000), expected([...MILLISECOND, ...duration(9_000)]));
});

Deno.test("webm: what is not as expected stays as it is, byte for byte", () => {
  const whole = file(MILLISECOND);
  const cases = [
    new Uint8Array(),
    Uint8Array.of(0, 0, 0, 0),
    Uint8Array.of(...HEAD, ...SEGMENT),
    file(MILLISECOND, [0x18, 0x53, 0x80, 0x67, 0x9f]),
    ...Array.from({ length: HEAD.length + SEGMENT.length + 10 }, (_, end) => whole.slice(0, end)),
    new TextEncoder().encode("....ftypisom"),
  ];
  for (const bytes of cases) assertEquals(withDuration(bytes, 1_000), bytes);
});
