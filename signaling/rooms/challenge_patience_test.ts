import { assertEquals } from "@std/assert";
import { challengePatienceMs } from "./challenge_patience.ts";

Deno.test("reachability: patience grows with KV's latency, and has an end", () => {
  const table = [[0, 1_000], [3, 1_036], [400, 5_800], [700, 9_400], [5_000, 15_000]] as const;
  for (const [latencyMs, patienceMs] of table) {
    assertEquals(challengePatienceMs(latencyMs, 1_000), patienceMs);
  }
});
