import { assert } from "@std/assert";
import { fuzz } from "./fuzz.ts";

Deno.test("fuzz: the server outlives a short storm and its memory comes back", async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const report = await fuzz({ frames: 40_000, seed });
  const told = JSON.stringify({ seed, report });
  assert(report.answers > report.frames / 2, told);
  assert(report.heapAfterMb < report.heapBeforeMb * 1.25, told);
  // In so short a run the allocator still grows to its size: `deno task fuzz` asks for 10 %.
  assert(report.memoryAfterMb < report.memoryBeforeMb * 1.6, told);
});
