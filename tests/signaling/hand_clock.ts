/** The system's clock in a test's hands: somebody sets its wall, or time passes at once. */
import { type Clock, systemClock } from "../../signaling/clock.ts";

export class HandClock implements Clock {
  /** By how much the wall is set wrong, ms; may change at any time. */
  wallAheadMs = 0;
  #skippedMs = 0;
  readonly #ticks = new Set<() => void>();

  now(): number {
    return systemClock.now() + this.#skippedMs + this.wallAheadMs;
  }

  monotonic(): number {
    return systemClock.monotonic() + this.#skippedMs;
  }

  after(ms: number, due: () => void): () => void {
    return systemClock.after(ms, due);
  }

  every(ms: number, tick: () => void): () => void {
    const cancel = systemClock.every(ms, tick);
    this.#ticks.add(tick);
    return () => {
      cancel();
      this.#ticks.delete(tick);
    };
  }

  /** So much time has passed, and nobody waited. Timers under way come no sooner. */
  skip(ms: number): void {
    this.#skippedMs += ms;
  }

  /** What happens every so often happens now. */
  tick(): void {
    for (const tick of [...this.#ticks]) tick();
  }
}
