/**
 * Opens what may not be there yet. A KV that is away at the start is no reason to end: it is tried
 * again until it comes, while sockets are accepted and joins are told `unavailable`.
 */
import { type Clock, pause } from "./clock.ts";

/** As often as a person would try; each try costs one connection. */
const RETRY_MS = 1_000;

export interface OpeningOptions<T> {
  readonly open: () => Promise<T>;
  readonly clock: Clock;
  /** Whether trying again cannot help. */
  readonly isFinal: (error: unknown) => boolean;
  /** Told of each failure that may pass. */
  readonly onFailure: (error: unknown) => void;
}

export class Opening<T> {
  readonly #options: OpeningOptions<T>;
  readonly #stopped = new AbortController();
  #opened: Promise<void> | null = null;
  /** Resolves when the try under way has ended, well or not. */
  #tried = Promise.withResolvers<void>();
  #value: T | null = null;

  constructor(options: OpeningOptions<T>) {
    this.#options = options;
  }

  /** What was opened; `null`: not yet. */
  get value(): T | null {
    return this.#value;
  }

  /**
   * Opens it, trying again as long as that may help; resolves when it is open, and with `null` when
   * a try has failed that is followed by others, or after `ms`.
   *
   * @throws the error of the first try when nothing else can come of it
   */
  async begin(ms: number): Promise<T | null> {
    if (this.#value !== null) return this.#value;
    this.#opened ??= this.#open();
    const late = new AbortController();
    const patience = pause(this.#options.clock, ms, late.signal);
    await Promise.race([this.#opened, this.#tried.promise, patience]).finally(() => late.abort());
    return this.#value;
  }

  /** Tries no more. */
  stop(): void {
    this.#stopped.abort();
  }

  async #open(): Promise<void> {
    const { open, clock, isFinal, onFailure } = this.#options;
    const stopped = this.#stopped.signal;
    for (let first = true; !stopped.aborted; first = false) {
      try {
        this.#value = await open();
        break;
      } catch (error) {
        if (first && isFinal(error)) throw error;
        onFailure(error);
      }
      this.#tried.resolve();
      await pause(clock, RETRY_MS, stopped);
      if (!stopped.aborted) this.#tried = Promise.withResolvers();
    }
    this.#tried.resolve();
  }
}
