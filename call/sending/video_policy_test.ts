import { assert, assertEquals } from "@std/assert";
import { initialVideoPolicy, steerVideo } from "./video_policy.ts";

/** Feeds one outlook a second for `seconds` and returns the last policy. */
function steer(seconds: number, availableBps: number | null, lossShare: number | null, from = {
  policy: initialVideoPolicy(0),
  now: 0,
}, roundTripMs: number | null = null) {
  let { policy, now } = from;
  for (let second = 0; second < seconds; second++) {
    now += 1_000;
    policy = steerVideo(policy, { now, availableBps, lossShare, roundTripMs });
  }
  return { policy, now };
}

Deno.test("video policy: below 60 kbit/s the picture pauses, not at once", () => {
  assertEquals(steer(8, 50_000, 0).policy.paused, false);
  assertEquals(steer(10, 50_000, 0).policy.paused, true);
});

Deno.test("video policy: between 60 and 70 kbit/s nothing changes either way", () => {
  assertEquals(steer(30, 65_000, 0).policy.paused, false);
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(4, 65_000, 0, paused).policy.paused, true);
});

Deno.test("video policy: above 70 kbit/s the picture comes back", () => {
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(3, 80_000, 0, paused).policy.paused, false);
});

Deno.test("video policy: a paused picture is tried again on a clean way, later each time", () => {
  const first = steer(26, 50_000, 0);
  assertEquals(first.policy.paused, false, "tried after 15 s");
  const again = steer(8, 50_000, 0, first);
  assertEquals(again.policy.paused, true);
  assertEquals(steer(20, 50_000, 0, again).policy.paused, true, "next try after 30 s");
});

Deno.test("video policy: with more of an estimate than a voice needs it is tried sooner", () => {
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(4, 65_000, 0, paused).policy.paused, true);
  const tried = steer(6, 65_000, 0, paused).policy;
  assertEquals([tried.paused, tried.tight], [false, true]);
});

Deno.test("video policy: without an estimate heavy loss pauses and a clean way resumes", () => {
  const paused = steer(10, null, 0.3);
  assertEquals(paused.policy.paused, true);
  assertEquals(steer(16, null, 0, paused).policy.paused, false);
});

Deno.test("video policy: the estimate's dip at every start is no reason", () => {
  assertEquals(steer(5, 10_000, 0).policy, { ...initialVideoPolicy(0), wishSince: null });
});

Deno.test("video policy: a dip shorter than 3 s is no reason", () => {
  const settled = steer(10, 500_000, 0);
  const dipped = steer(2, 10_000, 0, settled);
  assertEquals(steer(1, 500_000, 0, dipped).policy.wishSince, null);
});

Deno.test("video policy: a picture that stayed for a minute earns a quick first try again", () => {
  const paused = steer(10, 50_000, 0);
  const tried = steer(15, 50_000, 0, paused);
  assert(tried.policy.tryAgainMs > paused.policy.tryAgainMs);
  const proven = steer(70, 500_000, 0, tried);
  assertEquals(proven.policy.tryAgainMs, paused.policy.tryAgainMs);
});

Deno.test("video policy: on a way that loses packets a paused picture stays paused", () => {
  const paused = steer(10, 50_000, 0);
  assertEquals(steer(120, 80_000, 0.1, paused).policy.paused, true);
});

Deno.test("video policy: on a way that stands in its queues or loses much it pauses within seconds", () => {
  const fresh = { policy: initialVideoPolicy(0), now: 0 };
  assertEquals(steer(2, 30_000, 0, fresh, 3_000).policy.paused, true);
  assertEquals(steer(2, 30_000, 0.2, fresh).policy.paused, true);
  assertEquals(steer(1, 30_000, 0.2, fresh, 3_000).policy.paused, false, "not at once");
  assertEquals(steer(60, 90_000, 0.2, fresh, 3_000).policy.paused, false, "wide enough");
});
