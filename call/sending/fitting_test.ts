import { assertEquals } from "@std/assert";
import { fit, type Fitting, USUAL_FITTING } from "./fitting.ts";
import type { Outlook } from "./outlook.ts";

/** A way that is wide, quick and loses nothing. */
const GOOD: Outlook = { now: 0, availableBps: 2_000_000, lossShare: 0, roundTripMs: 20 };

/** Feeds one outlook a second for `seconds`. */
function look(
  seconds: number,
  outlook: Partial<Outlook>,
  { from = USUAL_FITTING, now = 0, paused = false, settled = true } = {},
): { readonly from: Fitting; readonly now: number } {
  for (let second = 0; second < seconds; second++) {
    now += 1_000;
    from = fit(from, { outlook: { ...GOOD, ...outlook, now }, paused, settled });
  }
  return { from, now };
}

Deno.test("fitting: below 240 kbit/s everything is small at once, above 340 as usual after 4 s", () => {
  const little = look(1, { availableBps: 150_000 });
  assertEquals(little.from.tight, true);
  assertEquals(look(60, { availableBps: 300_000 }, little).from.tight, true, "in between");
  assertEquals(look(4, {}, little).from.tight, true);
  assertEquals(look(5, {}, little).from, USUAL_FITTING);
  assertEquals(look(60, { availableBps: 300_000 }).from.tight, false, "in between");
});

Deno.test("fitting: the estimate's dip at a start is no reason, unless the way is full", () => {
  const dip = { availableBps: 100_000 };
  assertEquals(look(1, dip, { settled: false }).from.tight, false);
  assertEquals(look(1, { ...dip, roundTripMs: 800 }, { settled: false }).from.tight, true);
});

Deno.test("fitting: a picture that comes back after a pause does so small", () => {
  const paused = look(1, {}, { paused: true });
  assertEquals(paused.from.tight, true);
  assertEquals(look(1, { availableBps: null }, paused).from.tight, true);
  assertEquals(look(5, { availableBps: null }, paused).from.tight, false);
});

Deno.test("fitting: on a way that loses packets the voice goes twice, until 10 s without", () => {
  const lossy = look(1, { lossShare: 0.05 });
  assertEquals(lossy.from.lossy, true);
  assertEquals(look(60, { lossShare: 0.015 }, lossy).from.lossy, true, "still a little");
  assertEquals(look(9, {}, lossy).from.lossy, true);
  assertEquals(look(10, {}, lossy).from.lossy, false);
  assertEquals(look(60, { lossShare: 0.015 }).from.lossy, false, "only a little");
});

Deno.test("fitting: loss of a way that is full, or carries the voice only, doubles nothing", () => {
  assertEquals(look(9, { lossShare: 0.2, roundTripMs: 800 }).from.lossy, false);
  assertEquals(look(9, { lossShare: 0.2 }, { paused: true }).from.lossy, false);
});

Deno.test("fitting: with little room only heavy loss doubles the voice", () => {
  const little = look(1, { availableBps: 100_000 });
  assertEquals(look(9, { availableBps: 100_000, lossShare: 0.05 }, little).from.lossy, false);
  assertEquals(look(1, { availableBps: 100_000, lossShare: 0.2 }, little).from.lossy, true);
});
