import { assertEquals } from "@std/assert";
import { isDoubleTap } from "./taps.ts";

Deno.test("taps: two near in time and place are one double tap", () => {
  const first = { x: 100, y: 100, atMs: 1_000 };
  assertEquals(isDoubleTap(null, first), false);
  assertEquals(isDoubleTap(first, { x: 110, y: 95, atMs: 1_250 }), true);
  assertEquals(isDoubleTap(first, { x: 110, y: 95, atMs: 1_500 }), false);
  assertEquals(isDoubleTap(first, { x: 200, y: 100, atMs: 1_250 }), false);
});
