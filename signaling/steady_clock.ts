/**
 * A wall clock for spans of time. When somebody sets the system's clock, holds under way must neither
 * vanish nor last an hour; so a step is ignored at first (it may be undone), and then made up for
 * gradually: meanwhile a second lasts two thirds of one or two.
 */
import type { Clock } from "./clock.ts";

/** Where the steady clock stands: the wall is the monotonic clock plus `offsetMs`. */
export interface Timeline {
  readonly offsetMs: number;
  /** When it was last read, by the monotonic clock. */
  readonly atMs: number;
  /** Since when the system's clock says something else, by the monotonic clock; `null`: it does not. */
  readonly steppedAtMs: number | null;
}

/** One reading of the system's clocks. */
export interface Reading {
  readonly wallMs: number;
  readonly monotonicMs: number;
}

/** More than NTP corrects by speeding up or slowing down, and less than any hold. */
const STEP_MS = 1_000;
/** Twice the longest hold. */
export const WAIT_MS = 30_000;
/** How much of each span the clock may run ahead or behind to catch up. */
const CATCH_UP = 0.5;

export function timelineFrom({ wallMs, monotonicMs }: Reading): Timeline {
  return { offsetMs: wallMs - monotonicMs, atMs: monotonicMs, steppedAtMs: null };
}

/** The timeline after another reading. */
export function follow(timeline: Timeline, { wallMs, monotonicMs }: Reading): Timeline {
  const { offsetMs, atMs } = timeline;
  const behindMs = wallMs - (monotonicMs + offsetMs);
  if (Math.abs(behindMs) < STEP_MS) {
    return { offsetMs: offsetMs + behindMs, atMs: monotonicMs, steppedAtMs: null };
  }
  const steppedAtMs = timeline.steppedAtMs ?? monotonicMs;
  const waitedMs = monotonicMs - Math.max(atMs, steppedAtMs + WAIT_MS);
  const mostMs = Math.max(0, waitedMs) * CATCH_UP;
  const caughtUpMs = Math.max(-mostMs, Math.min(mostMs, behindMs));
  return { offsetMs: offsetMs + caughtUpMs, atMs: monotonicMs, steppedAtMs };
}

/** The clock with a wall that takes steps gradually. */
export function steadyClock(clock: Clock): Clock {
  let timeline = timelineFrom(read(clock));
  function now(): number {
    const reading = read(clock);
    timeline = follow(timeline, reading);
    return reading.monotonicMs + timeline.offsetMs;
  }
  return {
    now,
    monotonic: () => clock.monotonic(),
    after: (ms, due) => clock.after(ms, due),
    every: (ms, tick) => clock.every(ms, tick),
  };
}

function read(clock: Clock): Reading {
  return { wallMs: clock.now(), monotonicMs: clock.monotonic() };
}
