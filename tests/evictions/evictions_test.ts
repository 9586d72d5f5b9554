/** A shortened run of `deno task bench:evictions`. */
import { assert, assertEquals } from "@std/assert";
import { watchEvictions } from "./watch.ts";

Deno.test("evictions: instances come and go, and nobody notices, loses a seat, or gets in", async () => {
  const result = await watchEvictions({
    seconds: 16,
    everySeconds: 4,
    kvRoundTripMs: 150,
    pairs: 6,
    browsers: true,
  });
  assertEquals([result.evicted, result.crashed], [6, 1], "instances went");
  assert(result.resumes > result.seats, "people came back by their tokens");
  assertEquals(result.takeovers, [], "nobody gets in");
  assertEquals(result.lostSeats, 0);
  assert(result.attempts > 0 && result.joins.length > 0, "others came meanwhile");
  const { call } = result;
  if (call === null) throw new Error("Cannot test: there was no call");
  assertEquals([call.connectionsMade, call.textsLost, call.said], [0, 0, []]);
  assertEquals(call.framesLost, [0, 0], "nobody notices");
});
