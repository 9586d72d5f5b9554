import { assertEquals } from "@std/assert";
import { pause, systemClock } from "../../signaling/clock.ts";

/** Longer than anything a test waits for. */
const PATIENCE_MS = 20_000;

/** Asks again until the answer is the expected one; fails with the last other one. */
export async function untilEqual<T>(ask: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let answer = await ask();
  while (answer !== expected && performance.now() < end) {
    await pause(systemClock, 20);
    answer = await ask();
  }
  assertEquals(answer, expected);
}
