/**
 * Messages between instances: rows in the receiver's mailbox and its bell, in one atomic.
 *
 * A watch coalesces, so the bell says only "look"; the rows are the truth. Each instance watches one
 * key, its own bell, however many rooms it serves.
 */
import type { Clock } from "../clock.ts";
import type { KvStore } from "./kv_store.ts";
import { bellKey, farewellKey, mailKey, mailPrefix } from "./keys.ts";
import { type Limit, within } from "./patience.ts";

/** Rows for an instance that died are collected after this; a living one drains within moments. */
const ROW_LIFE_MS = 60_000;
/** Bells outlive rows, so that ringing one does not depend on garbage collection. */
const BELL_LIFE_MS = 3_600_000;
/** Largest value KV takes (64 KiB), less room for its own header. */
export const MAX_ROW_BYTES = 60_000;
const DRAIN_BATCH = 100;

export interface MailRow {
  readonly from: string;
  readonly sequence: number;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface MailboxOptions {
  /** Whose mailbox it is. */
  readonly me: string;
  readonly clock: Clock;
  /** A call that takes longer is given up; whoever called tries again. */
  readonly kvCallMs: number;
}

export class Mailbox {
  readonly #kv: KvStore;
  readonly #me: string;
  readonly #limit: Limit;

  constructor(kv: KvStore, { me, clock, kvCallMs }: MailboxOptions) {
    this.#kv = kv;
    this.#me = me;
    this.#limit = { clock, ms: kvCallMs };
  }

  /**
   * Puts one row into another instance's mailbox and rings its bell. Doing it twice does it once.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async put(to: string, sequence: number, body: Uint8Array<ArrayBuffer>): Promise<void> {
    const change = this.#kv.atomic()
      .set(mailKey(to, this.#me, sequence), body, { expireIn: ROW_LIFE_MS })
      .set(bellKey(to), `${this.#me}:${sequence}`, { expireIn: BELL_LIFE_MS });
    await within(change.commit(), this.#limit);
  }

  /**
   * Takes the rows out, in order per sender. One call at a time.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async *drain(): AsyncGenerator<MailRow> {
    const selector = { prefix: mailPrefix(this.#me) };
    while (true) {
      const limits = { limit: DRAIN_BATCH, batchSize: DRAIN_BATCH };
      const reading = Array.fromAsync(this.#kv.list<Uint8Array<ArrayBuffer>>(selector, limits));
      const rows = await within(reading, this.#limit);
      if (rows.length === 0) return;
      for (const { key, value } of rows) {
        yield { from: String(key[3]), sequence: Number(key[4]), body: value };
      }
      const deletion = this.#kv.atomic();
      for (const { key } of rows) deletion.delete(key);
      await within(deletion.commit(), this.#limit);
      if (rows.length < DRAIN_BATCH) return;
    }
  }

  /** Yields whenever the own bell may have rung; the first time at once. Ends when `signal` aborts. */
  async *rings(signal: AbortSignal): AsyncGenerator<void> {
    const reader = this.#kv.watch([bellKey(this.#me)]).getReader();
    function stop(): void {
      reader.cancel().catch(() => {});
    }
    signal.addEventListener("abort", stop, { once: true });
    try {
      while (!signal.aborted) {
        const { done } = await reader.read();
        if (done) return;
        yield;
      }
    } finally {
      signal.removeEventListener("abort", stop);
      stop();
    }
  }

  /** Says that this instance stopped in order, and until when its seats are kept. One write. */
  async sayFarewell(heldUntil: number, lifeMs: number): Promise<void> {
    await this.#kv.set(farewellKey(this.#me), heldUntil, { expireIn: lifeMs });
  }

  /** Until when a stopped instance's seats are kept, or `null` when it left no word. */
  async farewellOf(instance: string): Promise<number | null> {
    return (await this.#kv.get<number>(farewellKey(instance))).value;
  }
}
