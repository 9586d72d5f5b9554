/**
 * Stand-in for the part of `@std/testing/time` that Duet uses: same names, signatures and behaviour
 * as the published package; only the wording of messages is its own.
 *
 * @module
 */
import { Clock, TimeError } from "./_clock.ts";
import { fakeTiming, real, rule, type Timing } from "./_globals.ts";

export { TimeError };

/** How faked time passes by itself. */
export interface FakeTimeOptions {
  /** Faked milliseconds for each real one; 0 stands still until told to move. */
  advanceRate: number;
  /** Real milliseconds between two steps, 10 by default. */
  advanceFrequency?: number;
}

/** How a {@linkcode FakeTime.delay} can be given up. */
export interface DelayOptions {
  /** Rejects the delay with an `AbortError` when it aborts. */
  signal?: AbortSignal;
}

let current: { time: FakeTime; fakes: Timing } | undefined;

/**
 * Fakes `Date`, `setTimeout`, `setInterval`, their `clear…` and `AbortSignal.timeout` from its
 * construction to {@linkcode FakeTime.restore}: time stands still and moves only when told to.
 */
export class FakeTime {
  /** When faked time began, in milliseconds since the epoch. */
  readonly start: number;
  #clock: Clock;
  #stepper: ReturnType<typeof setInterval> | undefined;

  /**
   * @param start Where time starts, by default now: milliseconds since the epoch, or a date.
   * @throws {TimeError} If time is faked already.
   * @throws {TypeError} If `start` is no valid date.
   */
  constructor(start?: number | string | Date | null, options?: FakeTimeOptions) {
    if (current) throw new TimeError("Cannot fake time: it is faked already");
    this.start = startOf(start);
    this.#clock = new Clock(this.start);
    current = { time: this, fakes: fakeTiming(this.#clock) };
    rule(current.fakes);

    const rate = Math.max(0, options?.advanceRate ?? 0);
    const everyMs = Math.max(0, options?.advanceFrequency ?? 10);
    if (rate > 0) {
      this.#stepper = real.setInterval.call(null, () => this.tick(rate * everyMs), everyMs);
    }
  }

  /** Ends whatever fake is in force. Throws like {@linkcode FakeTime.restore}. */
  static restore(): void {
    if (!current) throw new TimeError("Cannot restore time: it is not faked");
    current.time.restore();
  }

  /** Runs `callback` with the machine's own time, until the promise it may return settles. */
  static async restoreFor<T>(
    // deno-lint-ignore no-explicit-any -- the published signature
    callback: (...args: any[]) => Promise<T> | T,
    // deno-lint-ignore no-explicit-any -- the published signature
    ...args: any[]
  ): Promise<T> {
    if (!current) throw new TimeError("Cannot restore time: it is not faked");
    const { fakes } = current;
    rule(real);
    try {
      const result = callback(...args);
      // Whoever does not wait finds time faked again on the next line.
      return result instanceof Promise ? await result : result;
    } finally {
      if (current) rule(fakes);
    }
  }

  /** The faked present, in milliseconds since the epoch. */
  get now(): number {
    return this.#clock.now;
  }
  /** Moves to that moment and runs what is due on the way. Throws `RangeError` for the past. */
  set now(value: number) {
    if (value < this.now) {
      throw new RangeError(`Cannot go back in time: ${value} is before ${this.now}`);
    }
    this.#clock.moveTo(value);
  }

  /** Waits that many real milliseconds. */
  delay(ms: number, options: DelayOptions = {}): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { signal } = options;
    const abort = () => reject(new DOMException("The delay was aborted", "AbortError"));
    if (signal?.aborted) abort();
    else signal?.addEventListener("abort", abort, { once: true });
    const id = real.setTimeout.call(null, resolve, ms);
    return promise.finally(() => {
      real.clearTimeout.call(null, id);
      signal?.removeEventListener("abort", abort);
    });
  }

  /** Lets promises that are ready settle; faked time does not move. */
  async runMicrotasks(): Promise<void> {
    await this.delay(0);
  }

  /** Moves on by `ms` milliseconds and runs what is due on the way. */
  tick(ms = 0): void {
    this.now += ms;
  }

  /** {@linkcode FakeTime.runMicrotasks}, then {@linkcode FakeTime.tick}. */
  async tickAsync(ms = 0): Promise<void> {
    await this.runMicrotasks();
    this.tick(ms);
  }

  /** Moves to the next moment at which something is due. Returns `false` when nothing is. */
  next(): boolean {
    const due = this.#clock.nextDue;
    if (due !== undefined) this.now = due;
    return due !== undefined;
  }

  /** {@linkcode FakeTime.runMicrotasks}, then {@linkcode FakeTime.next}. */
  async nextAsync(): Promise<boolean> {
    await this.runMicrotasks();
    return this.next();
  }

  /** Moves on until nothing is due any more. An interval that nobody clears never ends. */
  runAll(): void {
    while (this.next());
  }

  /** As {@linkcode FakeTime.runAll}, but promises settle before each step. */
  async runAllAsync(): Promise<void> {
    while (this.#clock.nextDue !== undefined) await this.nextAsync();
  }

  /** Gives time back to the machine. Throws {@linkcode TimeError} the second time. */
  restore(): void {
    if (!current) throw new TimeError("Cannot restore time: it is not faked");
    current = undefined;
    rule(real);
    this.#clock.stop();
    clearInterval(this.#stepper);
  }

  /** `using time = new FakeTime()` restores at the end of its block. */
  [Symbol.dispose](): void {
    this.restore();
  }
}

function startOf(start: number | string | Date | null | undefined): number {
  const ms = typeof start === "number"
    ? Math.floor(start)
    : start == null
    ? real.Date.now()
    : new real.Date(start).valueOf();
  if (Number.isNaN(ms)) throw new TypeError(`Cannot fake time: ${start} is no valid start`);
  return ms;
}
