import { assertEquals } from "@std/assert";
import type { LogEvent } from "../telemetry/log.ts";
import { MemoryWatch, residentBytes, silenceBorneMs } from "./memory.ts";

Deno.test("memory: the more is held, the shorter silence is borne", () => {
  const table: [bytes: number, expected: number | null][] = [
    [0, null],
    [999, null],
    [1_000, 15_000],
    [1_250, 8_000],
    [1_500, 1_000],
    [9_000, 1_000],
  ];
  for (const [bytes, expected] of table) {
    assertEquals([bytes, silenceBorneMs(bytes, 1_000)], [bytes, expected]);
  }
});

Deno.test("memory: high is said once, normal when it clearly is, and full lets nobody in", () => {
  let bytes = 0;
  const events: LogEvent[] = [];
  const log = (_level: string, event: LogEvent) => void events.push(event);
  const watch = new MemoryWatch({ limit: 1_000, read: () => bytes, log });
  function at(value: number) {
    bytes = value;
    return [watch.check(), watch.full];
  }
  assertEquals(at(900), [null, false]);
  assertEquals(at(1_000), [15_000, false]);
  assertEquals(at(1_500), [1_000, true]);
  assertEquals(at(990), [null, false]);
  assertEquals(at(1_000), [15_000, false]);
  assertEquals(events, ["memory-high"]);
  assertEquals(at(800), [null, false]);
  assertEquals(events, ["memory-high", "memory-normal"]);
});

Deno.test("memory: this process holds some megabytes", () => {
  assertEquals(residentBytes() > 10_000_000, true);
});
