/** A clock that goes only when told to. */
import type { Clock } from "../../signaling/clock.ts";

interface Timer {
  readonly at: number;
  readonly due: () => void;
}

export class VirtualClock implements Clock {
  #time = 0;
  readonly #timers = new Set<Timer>();
  readonly #epoch: number;

  constructor(epoch = 1_790_000_000_000) {
    this.#epoch = epoch;
  }

  now(): number {
    return this.#epoch + this.#time;
  }

  monotonic(): number {
    return this.#time;
  }

  after(ms: number, due: () => void): () => void {
    const timer = { at: this.#time + Math.max(0, ms), due };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  every(ms: number, tick: () => void): () => void {
    let cancel = this.after(ms, function again(this: void) {
      tick();
      cancel = next();
    });
    const next = () =>
      this.after(ms, () => {
        tick();
        cancel = next();
      });
    return () => cancel();
  }

  /** Lets so much time pass, and everything happen that is due meanwhile. */
  async pass(ms: number): Promise<void> {
    const end = this.#time + ms;
    while (true) {
      await settled();
      const next = this.#next();
      if (next === null || next.at > end) break;
      this.#timers.delete(next);
      this.#time = Math.max(this.#time, next.at);
      next.due();
    }
    this.#time = end;
  }

  #next(): Timer | null {
    let first: Timer | null = null;
    for (const timer of this.#timers) if (first === null || timer.at < first.at) first = timer;
    return first;
  }
}

/** Everything that waits for nothing but promises has happened. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
