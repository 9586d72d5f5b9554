import { assert, assertEquals } from "@std/assert";
import { fc } from "../../tests/signaling/deps.ts";
import { fullBucket, perMinute, spend } from "./token_bucket.ts";

Deno.test("limits: a bucket gives its burst, then its rate, and says when to come back", () => {
  const rate = { burst: 2, perSecond: 4 };
  let bucket = fullBucket(rate, 0);
  const outcomes = [0, 0, 0, 200, 250, 250].map((now) => {
    const spent = spend(bucket, rate, 1, now);
    bucket = spent.bucket;
    return spent.ok ? "ok" : spent.retryInMs;
  });
  assertEquals(outcomes, ["ok", "ok", 250, 50, "ok", 250]);
});

Deno.test("limits: over any span nobody gets more than burst plus rate", () => {
  const spends = fc.array(fc.record({ waitMs: fc.nat(500), cost: fc.nat(5) }), { maxLength: 100 });
  fc.assert(fc.property(spends, fc.integer({ min: 1, max: 50 }), (steps, perSecond) => {
    const rate = { burst: perSecond, perSecond };
    let bucket = fullBucket(rate, 0);
    let [now, granted] = [0, 0];
    for (const { waitMs, cost } of steps) {
      now += waitMs;
      const spent = spend(bucket, rate, cost, now);
      bucket = spent.bucket;
      if (spent.ok) granted += cost;
      else assert(spend(bucket, rate, Math.min(cost, rate.burst), now + spent.retryInMs).ok);
      assert(granted <= rate.burst + now * perSecond / 1_000 + 1e-6);
    }
  }));
});

Deno.test("limits: a clock that goes backwards gains nothing and loses nothing", () => {
  const rate = perMinute(60);
  const spent = spend({ tokens: 1, atMs: 5_000 }, rate, 1, 1_000);
  assertEquals(spent.bucket.tokens, 0);
});
