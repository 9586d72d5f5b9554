import { assert, assertEquals } from "@std/assert";
import { levelOf } from "./levels.ts";

function tone(amplitude: number): Float32Array {
  return Float32Array.from({ length: 4_800 }, (_, i) => amplitude * Math.sin(i * 2 * Math.PI / 48));
}

Deno.test("levels: silence and what nobody hears is nothing", () => {
  assertEquals(levelOf(new Float32Array(512)), 0);
  assertEquals(levelOf(tone(0.0001)), 0);
});

Deno.test("levels: as loud as can be is all of it", () => {
  assertEquals(levelOf(new Float32Array(512).fill(1)), 1);
});

Deno.test("levels: the scale is that of the ear: ten times weaker is 20 dB less", () => {
  const difference = levelOf(tone(1)) - levelOf(tone(0.1));
  assert(Math.abs(difference - 20 / 60) < 0.001, `${difference}`);
});
