import type { Clock } from "../../signaling/clock.ts";

/** Turns of the microtask queue in which what was promised settles. */
const TURNS = 40;

interface Entry {
  at: number;
  readonly every: number | null;
  readonly due: () => void;
}

/** Time under the test's hand: it passes only when told to. */
export class FakeClock implements Clock {
  #now = 0;
  readonly #entries = new Set<Entry>();

  /** How many timers run: what nobody stopped. */
  get running(): number {
    return this.#entries.size;
  }

  now(): number {
    return 1_000_000 + this.#now;
  }

  monotonic(): number {
    return this.#now;
  }

  after(ms: number, due: () => void): () => void {
    return this.#add({ at: this.#now + Math.max(0, ms), every: null, due });
  }

  every(ms: number, tick: () => void): () => void {
    return this.#add({ at: this.#now + ms, every: ms, due: tick });
  }

  /** Lets `ms` pass; what is due at its end happens too. */
  tick(ms: number): void {
    const until = this.#now + ms;
    for (let next = this.#next(until); next !== null; next = this.#next(until)) this.#fire(next);
    this.#now = until;
  }

  /** The same, and promises settle in between. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (let next = this.#next(until); next !== null; next = this.#next(until)) {
      this.#fire(next);
      await settle();
    }
    this.#now = until;
  }

  /** The page is frozen for `ms`: nothing happens, and then everything that is due. */
  freeze(ms: number): void {
    this.#now += ms;
  }

  #add(entry: Entry): () => void {
    this.#entries.add(entry);
    return () => void this.#entries.delete(entry);
  }

  #next(until: number): Entry | null {
    let next: Entry | null = null;
    for (const entry of this.#entries) {
      if (entry.at <= until && (next === null || entry.at < next.at)) next = entry;
    }
    return next;
  }

  #fire(entry: Entry): void {
    this.#now = Math.max(this.#now, entry.at);
    if (entry.every === null) this.#entries.delete(entry);
    else entry.at = this.#now + entry.every;
    entry.due();
  }
}

/** Lets what is promised settle. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < TURNS; turn++) await null;
}
