import { assert, assertEquals } from "@std/assert";
import { challengePatienceMs, echoAfterMs } from "./challenge_patience.ts";

Deno.test("reachability: patience grows with KV's latency, and has an end", () => {
  const table = [[0, 1_000], [3, 1_036], [400, 5_800], [700, 9_400], [5_000, 15_000]] as const;
  for (const [latencyMs, patienceMs] of table) {
    assertEquals(challengePatienceMs(latencyMs, 1_000), patienceMs);
  }
});

Deno.test("reachability: an echo leaves when a verdict is late, and long before patience ends", () => {
  const table = [[0, 250], [3, 268], [100, 850], [700, 1_000]] as const;
  for (const [latencyMs, afterMs] of table) {
    assertEquals(echoAfterMs(latencyMs, 1_000), afterMs);
    // It has as many calls to come back as it makes.
    assert(challengePatienceMs(latencyMs, 1_000) - afterMs >= 6 * latencyMs);
  }
});
