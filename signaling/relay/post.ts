/** This instance's post: mail to others leaves in order and in batches, mail to us is handed on. */
import { type Clock, pause, type Random } from "../clock.ts";
import { type Mail, packMails, unpackMails } from "./mail.ts";
import { type Mailbox, MAX_ROW_BYTES } from "../store/mailbox.ts";
import { retryDelayMs } from "../store/patience.ts";

export interface PostEvents {
  failure(error: unknown): void;
  dropped(count: number): void;
}

export interface PostOptions {
  readonly mailbox: Mailbox;
  readonly clock: Clock;
  readonly random: Random;
  readonly events: PostEvents;
  readonly deliver: (mail: Mail, from: string) => void;
}

/** A whole SDP exchange with candidates is about twenty mails. */
const BATCH_MAILS = 64;
/** JSON of a batch before deflating, in UTF-16 units: three bytes each at worst still fit a row. */
const BATCH_UNITS = MAX_ROW_BYTES / 3;
/** Mail for one instance that may wait while KV is away; the pages repeat what matters. */
const MAX_WAITING = 2_000;
/** Senders remembered against repeats; instances live for hours, so this is weeks. */
const MAX_SENDERS = 512;

interface Outbox {
  readonly mails: Mail[];
  /** Settles when the outbox is empty, and this outbox is forgotten. */
  emptying: Promise<void> | null;
}

export class Post {
  readonly #options: PostOptions;
  readonly #outboxes = new Map<string, Outbox>();
  readonly #lastFrom = new Map<string, number>();
  readonly #stopped = new AbortController();
  #sequence = 0;
  #draining: Promise<void> | null = null;
  #rungMeanwhile = false;

  constructor(options: PostOptions) {
    this.#options = options;
  }

  /** Hands mail over for another instance; it leaves in the order given. */
  send(to: string, mail: Mail): void {
    const outbox = this.#outboxes.get(to) ?? { mails: [], emptying: null };
    this.#outboxes.set(to, outbox);
    if (outbox.mails.length >= MAX_WAITING) {
      outbox.mails.shift();
      this.#options.events.dropped(1);
    }
    outbox.mails.push(mail);
    outbox.emptying ??= this.#empty(to, outbox).catch(this.#options.events.failure);
  }

  /** Resolves when everything handed over so far has left. */
  async settled(): Promise<void> {
    await Promise.all([...this.#outboxes.values()].map(({ emptying }) => emptying));
  }

  /** Starts the one watch of this instance. */
  start(): void {
    this.#listen(this.#stopped.signal).catch(this.#options.events.failure);
  }

  /** Ends the watch; what waits is dropped. */
  stop(): void {
    this.#stopped.abort();
    this.#outboxes.clear();
  }

  async #empty(to: string, outbox: Outbox): Promise<void> {
    // Everything handed over in this turn of the event loop leaves together.
    await Promise.resolve();
    while (outbox.mails.length > 0 && !this.#stopped.signal.aborted) {
      await this.#put(to, ++this.#sequence, packMails(takeBatch(outbox.mails)));
    }
    this.#outboxes.delete(to);
  }

  async #put(to: string, sequence: number, body: Uint8Array<ArrayBuffer>): Promise<void> {
    const { mailbox, clock, random, events } = this.#options;
    for (let attempt = 0; !this.#stopped.signal.aborted; attempt++) {
      try {
        return await mailbox.put(to, sequence, body);
      } catch (error) {
        events.failure(error);
        await pause(clock, retryDelayMs(attempt, random()), this.#stopped.signal);
      }
    }
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const { mailbox, clock, random, events } = this.#options;
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        for await (const _ of mailbox.rings(signal)) {
          attempt = 0;
          this.#look();
        }
      } catch (error) {
        if (!signal.aborted) events.failure(error);
      }
      await pause(clock, retryDelayMs(attempt, random()), signal);
    }
  }

  #look(): void {
    this.#rungMeanwhile = true;
    this.#draining ??= this.#drain().finally(() => this.#draining = null);
  }

  async #drain(): Promise<void> {
    const { mailbox, clock, random, events } = this.#options;
    for (let attempt = 0; this.#rungMeanwhile && !this.#stopped.signal.aborted;) {
      this.#rungMeanwhile = false;
      try {
        for await (const row of mailbox.drain()) this.#open(row.from, row.sequence, row.body);
        attempt = 0;
      } catch (error) {
        if (this.#stopped.signal.aborted) return;
        events.failure(error);
        this.#rungMeanwhile = true;
        await pause(clock, retryDelayMs(attempt++, random()), this.#stopped.signal);
      }
    }
  }

  #open(from: string, sequence: number, body: Uint8Array): void {
    // A row put twice, or one whose deletion failed, must not be read twice.
    if (sequence <= (this.#lastFrom.get(from) ?? 0)) return;
    this.#lastFrom.delete(from);
    this.#lastFrom.set(from, sequence);
    if (this.#lastFrom.size > MAX_SENDERS) {
      for (const oldest of this.#lastFrom.keys()) {
        this.#lastFrom.delete(oldest);
        break;
      }
    }
    try {
      for (const mail of unpackMails(body)) this.#options.deliver(mail, from);
    } catch (error) {
      this.#options.events.failure(error);
    }
  }
}

/** Takes mails off the front while they fit one row; always at least one. */
function takeBatch(mails: Mail[]): Mail[] {
  const batch: Mail[] = [];
  let units = 0;
  for (const mail of mails) {
    units += JSON.stringify(mail).length;
    if (batch.length === BATCH_MAILS || batch.length > 0 && units > BATCH_UNITS) break;
    batch.push(mail);
  }
  mails.splice(0, batch.length);
  return batch;
}
