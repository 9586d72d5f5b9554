/** What went wrong with faked time. */
export class TimeError extends Error {
  /** @param message What could not be done, and why. */
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

/** What a timer runs. */
export type TimerCallback = (...args: unknown[]) => unknown;

/** A callback that waits for its moment. */
interface Timer {
  callback: TimerCallback;
  args: unknown[];
  /** When it runs next, in milliseconds since the epoch. */
  due: number;
  /** Milliseconds between two runs, or `undefined` when it runs once. */
  every: number | undefined;
}

/** Time that stands still until told to move, and the timers that wait in it. */
export class Clock {
  now: number;
  #lastId = 0;
  #stopped = false;
  // Timers due at the same moment run in the order of this map.
  #timers: Map<number, Timer> = new Map();

  /** @param now Where time starts, in milliseconds since the epoch. */
  constructor(now: number) {
    this.now = now;
  }

  /** Whether this clock rules no longer, see {@linkcode Clock.stop}. */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Milliseconds since the epoch when the next timer runs, `undefined` when none waits. */
  get nextDue(): number | undefined {
    return this.#next()?.[1].due;
  }

  /** From here on timers are refused: who kept a faked function would wait for ever. */
  stop(): void {
    this.#stopped = true;
  }

  /** Adds a timer `delay` milliseconds from now and returns its id, counted from 1. */
  add(callback: TimerCallback, delay: number, args: unknown[], repeat: boolean): number {
    this.#refuseWhenStopped();
    const ms = Math.max(repeat ? 1 : 0, Math.floor(delay) || 0);
    const timer = { callback, args, due: this.now + ms, every: repeat ? ms : undefined };
    this.#timers.set(++this.#lastId, timer);
    return this.#lastId;
  }

  /** Forgets a timer; an id that is not known, or not of this clock, is no error. */
  remove(id: unknown): void {
    this.#refuseWhenStopped();
    if (typeof id === "number") this.#timers.delete(id);
  }

  /**
   * Moves to `time`, running what is due on the way, each at its own moment. What a callback throws
   * comes out here, and time stays at that moment.
   */
  moveTo(time: number): void {
    for (let next = this.#next(); next && next[1].due <= time; next = this.#next()) {
      const [id, timer] = next;
      this.now = timer.due;
      this.#timers.delete(id);
      if (timer.every) this.#timers.set(id, { ...timer, due: timer.due + timer.every });
      // Called bare: a timer is nobody's method.
      const { callback, args } = timer;
      callback(...args);
    }
    this.now = time;
  }

  #refuseWhenStopped(): void {
    if (this.#stopped) throw new TimeError("Cannot use a faked timer: time is no longer faked");
  }

  #next(): [id: number, timer: Timer] | undefined {
    let first: [number, Timer] | undefined;
    for (const entry of this.#timers) {
      if (!first || entry[1].due < first[1].due) first = entry;
    }
    return first;
  }
}
