/** One process (a page, a server instance): runs, stands still, or is dead; and has its own clock. */
import type { Clock } from "../../../signaling/clock.ts";
import type { Scheduler } from "./clock.ts";

/** Any moment will do as the beginning of time; ms since the epoch. */
const EPOCH_MS = 1_800_000_000_000;

export class Actor {
  readonly name: string;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  #state: "running" | "frozen" | "dead" = "running";
  readonly #held: (() => void)[] = [];
  readonly #mourners = new Set<() => void>();

  /** How wrong this process's wall clock is, ms. */
  clockErrorMs: number;

  constructor(name: string, scheduler: Scheduler, clockErrorMs = 0) {
    this.name = name;
    this.scheduler = scheduler;
    this.clockErrorMs = clockErrorMs;
    this.clock = {
      now: () => EPOCH_MS + this.clockErrorMs + scheduler.now,
      monotonic: () => 1_000 + scheduler.now,
      after: (ms, due) => this.after(ms, due),
      every: (ms, tick) => this.#every(ms, tick),
    };
  }

  get dead(): boolean {
    return this.#state === "dead";
  }

  get frozen(): boolean {
    return this.#state === "frozen";
  }

  /** Something happens to this process: now, when it runs again, or never. */
  run(work: () => void): void {
    if (this.#state === "running") work();
    else if (this.#state === "frozen") this.#held.push(work);
  }

  /** A timer of this process. @returns the disposer */
  after(ms: number, due: () => void): () => void {
    let off = false;
    const cancel = this.scheduler.after(ms, () => {
      this.run(() => {
        if (!off) due();
      });
    });
    return () => {
      off = true;
      cancel();
    };
  }

  /** What the world answers a promise of this process with; a dead one never hears it. */
  answer<T>(ms: number, make: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.after(ms, () => {
        try {
          resolve(make());
        } catch (error) {
          reject(error);
        }
      });
    });
  }

  /** Stands still: what happens meanwhile happens afterwards. */
  freeze(): void {
    if (this.#state === "running") this.#state = "frozen";
  }

  thaw(): void {
    if (this.#state !== "frozen") return;
    this.#state = "running";
    for (const work of this.#held.splice(0)) this.scheduler.after(0, () => this.run(work));
  }

  die(): void {
    if (this.dead) return;
    this.#state = "dead";
    this.#held.length = 0;
    for (const told of [...this.#mourners]) told();
  }

  /** Calls `told` when this process dies: its kernel closes what it had open. @returns the disposer */
  onDeath(told: () => void): () => void {
    this.#mourners.add(told);
    return () => this.#mourners.delete(told);
  }

  /** Ticks of a process that stands still do not pile up. */
  #every(ms: number, tick: () => void): () => void {
    let off = false;
    let held = false;
    let cancel = this.scheduler.after(ms, beat.bind(this));
    function beat(this: Actor): void {
      if (off || this.dead) return;
      cancel = this.scheduler.after(ms, beat.bind(this));
      if (held) return;
      held = true;
      this.run(() => {
        held = false;
        if (!off) tick();
      });
    }
    return () => {
      off = true;
      cancel();
    };
  }
}
