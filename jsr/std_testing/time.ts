/**
 * Stand-in for the part of `@std/testing/time` that Duet's tests use: names, signatures and behaviour
 * of the published package, on `@sinonjs/fake-timers`.
 *
 * @module
 */
import { type Clock, withGlobal } from "@sinonjs/fake-timers";

/** What went wrong with faked time. */
export class TimeError extends Error {
  /** @param message What could not be done, and why. */
  constructor(message: string) {
    super(message);
    this.name = "TimeError";
  }
}

const realSetTimeout = globalThis.setTimeout;
/** More timers than that due in one run are taken for a circle. */
const MAX_TIMERS = 100_000;
const timers = withGlobal(globalThis);
let current: FakeTime | undefined;

/**
 * Fakes `Date`, `setTimeout`, `setInterval` and their `clear…` from its construction to
 * {@linkcode FakeTime.restore}: time stands still and moves only when told to.
 */
export class FakeTime {
  /** When faked time began, in milliseconds since the epoch. */
  readonly start: number;
  readonly #clock: Clock;

  /**
   * @param start Where time starts, by default now: milliseconds since the epoch, or a date.
   * @throws {TimeError} If time is faked already.
   * @throws {TypeError} If `start` is no valid date.
   */
  constructor(start?: number | string | Date | null) {
    if (current !== undefined) throw new TimeError("Cannot fake time: it is faked already");
    this.start = new Date(start ?? Date.now()).valueOf();
    if (Number.isNaN(this.start)) {
      throw new TypeError(`Cannot fake time: ${start} is no valid date`);
    }
    this.#clock = timers.install({
      now: this.start,
      loopLimit: MAX_TIMERS,
      toFake: ["Date", "setTimeout", "clearTimeout", "setInterval", "clearInterval"],
    });
    current = this;
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
    this.#clock.tick(value - this.now);
  }

  /** Lets promises that are ready settle; faked time does not move. */
  async runMicrotasks(): Promise<void> {
    await new Promise<void>((resolve) => realSetTimeout.call(null, resolve, 0));
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

  /** Gives time back to the machine. Throws {@linkcode TimeError} the second time. */
  restore(): void {
    if (current === undefined) throw new TimeError("Cannot restore time: it is not faked");
    current = undefined;
    this.#clock.uninstall();
  }

  /** `using time = new FakeTime()` restores at the end of its block. */
  [Symbol.dispose](): void {
    this.restore();
  }
}
