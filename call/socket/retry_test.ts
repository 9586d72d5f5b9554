import { assertEquals } from "@std/assert";
import { RETRY_SCHEDULE_MS, retryDelay } from "./retry.ts";

Deno.test("retry: the schedule is followed and its last delay repeats", () => {
  const delays = Array.from({ length: 8 }, (_, attempt) => retryDelay(attempt, 0));
  assertEquals(delays, [...RETRY_SCHEDULE_MS, 7_000, 7_000]);
});

Deno.test("retry: jitter only shortens, by less than a third", () => {
  assertEquals(retryDelay(3, 0.999), 1_891);
});
