import { assert, assertEquals } from "@std/assert";
import { fc } from "../tests/signaling/deps.ts";
import { systemClock } from "./clock.ts";
import { steadyClock, WAIT_MS } from "./steady_clock.ts";
import { TIMINGS } from "./timings.ts";

/** A system whose clock somebody sets. */
function fakeSystem() {
  const state = { wall: 1_000_000, monotonic: 0 };
  const raw = { ...systemClock, now: () => state.wall, monotonic: () => state.monotonic };
  const clock = steadyClock(raw);
  return {
    clock,
    state,
    pass(ms: number) {
      state.wall += ms;
      state.monotonic += ms;
    },
    step(ms: number) {
      state.wall += ms;
    },
  };
}

/** How long a hold of `ms` lasts, seen every 100 ms, when the clock is set `stepMs` on its way. */
function lastingMs(ms: number, stepMs: number, { beforeMs = 0 } = {}): number {
  const { clock, pass, step, state } = fakeSystem();
  if (beforeMs > 0) {
    step(stepMs);
    clock.now();
    for (let passed = 0; passed < beforeMs; passed += 100) {
      pass(100);
      clock.now();
    }
  }
  const [until, started] = [clock.now() + ms, state.monotonic];
  while (clock.now() < until) {
    if (beforeMs === 0 && state.monotonic - started === 1_000) step(stepMs);
    pass(100);
  }
  return state.monotonic - started;
}

Deno.test("clock: a hold lasts as long when the system's clock is set meanwhile", () => {
  for (const stepMs of [80_000, -3_600_000, 3_600_000]) {
    assertEquals([stepMs, lastingMs(15_000, stepMs)], [stepMs, 15_000]);
  }
});

Deno.test("clock: a hold begun while it catches up lasts two thirds to twice as long", () => {
  for (const stepMs of [80_000, -80_000, 3_600_000, -3_600_000]) {
    for (let beforeMs = 1_000; beforeMs < 200_000; beforeMs += 7_000) {
      const ms = lastingMs(15_000, stepMs, { beforeMs });
      assert(ms >= 10_000 && ms <= 30_100, `${stepMs} ${beforeMs}: ${ms}`);
    }
  }
  assert(WAIT_MS >= 2 * TIMINGS.holdLostMs);
});

Deno.test("clock: it does follow in the end, and small corrections at once", () => {
  const { clock, state, pass, step } = fakeSystem();
  step(400);
  assertEquals(clock.now(), state.wall);
  step(80_000);
  for (let second = 0; second < 29; second++) {
    assertEquals(state.wall - clock.now(), 80_000, "a step that may be undone");
    pass(1_000);
  }
  for (let second = 0; second < 165; second++) {
    pass(1_000);
    clock.now();
  }
  assertEquals(clock.now(), state.wall);
  step(-80_000);
  clock.now();
  step(80_000);
  assertEquals(clock.now(), state.wall, "a step that was undone");
});

Deno.test("clock: whatever is set, time passes forward and never more than half again as fast", () => {
  const moves = fc.array(fc.record({
    passMs: fc.nat(5_000),
    stepMs: fc.oneof(fc.constant(0), fc.integer({ min: -4_000_000, max: 4_000_000 })),
  }));
  fc.assert(fc.property(moves, (list) => {
    const { clock, pass, step } = fakeSystem();
    let before = clock.now();
    for (const { passMs, stepMs } of list) {
      // Corrections below a second are followed as they are.
      if (Math.abs(stepMs) > 10_000) step(stepMs);
      pass(passMs);
      const now = clock.now();
      assert(now >= before - 1_000 && now - before <= passMs * 1.5 + 1_000);
      before = now;
    }
  }));
});
