/** The operations chain of a peer connection (WebRTC 1.0, 4.4.1.2): one call after the other. */
import type { Actor } from "../actor.ts";

export class Operations {
  readonly #actor: Actor;
  readonly #isClosed: () => boolean;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(actor: Actor, isClosed: () => boolean) {
    this.#actor = actor;
    this.#isClosed = isClosed;
  }

  /** Runs one call after those before; what is under way at the close is never answered. */
  run<T>(ms: number, work: () => T): Promise<T> {
    // Of a page that is gone no script runs on.
    if (this.#actor.dead) return new Promise(() => {});
    if (this.#isClosed()) return Promise.reject(closedError());
    const done = this.#queue.then(() => this.#actor.answer(ms, () => undefined)).then(() =>
      this.#isClosed() ? new Promise<T>(() => {}) : work()
    );
    this.#queue = done.catch(() => undefined);
    return done;
  }
}

export function closedError(): DOMException {
  return new DOMException("Cannot use a closed connection", "InvalidStateError");
}
