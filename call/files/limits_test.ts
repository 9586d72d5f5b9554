import { assert, assertEquals } from "@std/assert";
import { BLOCK_BYTES, MAX_FILE_BYTES, partBytes, partCount, windowBytes } from "./limits.ts";

const MIB = 1024 * 1024;

Deno.test("files: parts are as small as their number allows, and whole blocks", () => {
  const table: [size: number, part: number, count: number][] = [
    [0, MIB, 0],
    [1, MIB, 1],
    [MIB, MIB, 1],
    [MIB + 1, MIB, 2],
    [2_048 * MIB, MIB, 2_048],
    [2_048 * MIB + 1, 2 * MIB, 1_025],
    [MAX_FILE_BYTES, 8 * MIB, 2_048],
  ];
  for (const [size, part, count] of table) {
    assertEquals([partBytes(size), partCount(size)], [part, count], `${size}`);
    assertEquals(partBytes(size) % BLOCK_BYTES, 0);
  }
});

Deno.test("files: 2 GB need no more memory than a small file", () => {
  assertEquals(windowBytes(2_000_000_000), windowBytes(1));
  assert(windowBytes(MAX_FILE_BYTES) <= 16 * MIB);
});
