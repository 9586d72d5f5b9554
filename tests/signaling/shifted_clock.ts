/** The system's clock with a wall that somebody set wrong. */
import { type Clock, systemClock } from "../../signaling/clock.ts";

/** @param aheadMs by how much the wall clock is ahead; may change at any time */
export function shiftedClock(aheadMs: () => number): Clock {
  return { ...systemClock, now: () => systemClock.now() + aheadMs() };
}
