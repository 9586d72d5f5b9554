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
  #opened: Promise<T | null> | null = null;
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
   * Opens it, trying again as long as that may help.
   *
   * @returns `null` when stopped before
   * @throws the first final error
   */
  open(): Promise<T | null> {
    this.#opened ??= this.#open();
    return this.#opened;
  }

  /** Opens it if nobody has; resolves after the try under way, or after `ms`. Never rejects. */
  async soon(ms: number): Promise<T | null> {
    if (this.#value !== null) return this.#value;
    this.open().catch(() => {});
    const late = new AbortController();
    await Promise.race([this.#tried.promise, pause(this.#options.clock, ms, late.signal)]);
    late.abort();
    return this.#value;
  }

  /** Tries no more. */
  stop(): void {
    this.#stopped.abort();
  }

  async #open(): Promise<T | null> {
    const { open, clock, isFinal, onFailure } = this.#options;
    const stopped = this.#stopped.signal;
    while (!stopped.aborted) {
      try {
        this.#value = await open();
        return this.#value;
      } catch (error) {
        if (isFinal(error)) throw error;
        onFailure(error);
      } finally {
        this.#tried.resolve();
      }
      await pause(clock, RETRY_MS, stopped);
      if (!stopped.aborted) this.#tried = Promise.withResolvers();
    }
    this.#tried.resolve();
    return null;
  }
}
