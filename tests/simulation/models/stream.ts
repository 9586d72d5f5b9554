/**
 * One direction of a reliable, ordered transport (TCP, SCTP): what cannot pass is sent again after
 * pauses that double, so after a cut it arrives late, all at once and in order.
 */
import type { Scheduler } from "./clock.ts";

export interface StreamOptions<T> {
  readonly scheduler: Scheduler;
  readonly passes: () => boolean;
  /** One way, ms. */
  readonly delay: () => number;
  readonly deliver: (item: T) => void;
  /** First retransmission timeout and the longest, ms. */
  readonly retry: readonly [firstMs: number, longestMs: number];
}

interface Item<T> {
  readonly item: T;
  readonly readyAt: number;
  readonly size: number;
}

export class Stream<T> {
  readonly #options: StreamOptions<T>;
  readonly #queue: Item<T>[] = [];
  #timer: (() => void) | null = null;
  #retryMs: number;
  #readyAt = 0;
  #closed = false;
  #pumping = false;

  constructor(options: StreamOptions<T>) {
    this.#options = options;
    this.#retryMs = options.retry[0];
  }

  /** Bytes that did not arrive yet and wait for a path. */
  get stuckBytes(): number {
    if (this.#queue.length === 0 || this.#options.passes()) return 0;
    return this.#queue.reduce((sum, { size }) => sum + size, 0);
  }

  send(item: T, size = 0): void {
    if (this.#closed) return;
    const { scheduler, delay } = this.#options;
    this.#readyAt = Math.max(this.#readyAt, scheduler.now + delay());
    this.#queue.push({ item, size, readyAt: this.#readyAt });
    if (this.#timer === null && !this.#pumping) this.#wait(this.#readyAt - scheduler.now);
  }

  /** The path is known to be back: retransmits soon instead of at the next timeout. */
  hurry(ms: number): void {
    if (this.#queue.length === 0 || this.#closed || this.#pumping) return;
    this.#timer?.();
    this.#wait(ms);
  }

  close(): void {
    this.#closed = true;
    this.#queue.length = 0;
    this.#timer?.();
    this.#timer = null;
  }

  #wait(ms: number): void {
    this.#timer = this.#options.scheduler.after(ms, () => this.#pump());
  }

  #pump(): void {
    const { scheduler, passes, deliver, retry } = this.#options;
    this.#timer = null;
    if (!passes()) {
      this.#wait(this.#retryMs);
      this.#retryMs = Math.min(retry[1], this.#retryMs * 2);
      return;
    }
    this.#retryMs = retry[0];
    this.#pumping = true;
    for (let head = this.#queue[0]; head !== undefined; head = this.#queue[0]) {
      if (head.readyAt > scheduler.now) {
        this.#wait(head.readyAt - scheduler.now);
        break;
      }
      this.#queue.shift();
      deliver(head.item);
    }
    this.#pumping = false;
  }
}
