/**
 * How long to wait for KV. A remote KV that is away makes Deno's client retry inside the call for as
 * long as it takes, so every call needs a limit of its own; what was given up may still happen later.
 */

import type { Clock } from "../clock.ts";

/** KV did not answer in time. The caller may try again later. */
export class Unavailable extends Error {
  override readonly name = "Unavailable";
}

/** For `catch`, where nothing can be done about it: `null` for {@linkcode Unavailable}, all else is thrown. */
export function ignoreUnavailable(error: unknown): null {
  if (error instanceof Unavailable) return null;
  throw error;
}

export interface Limit {
  readonly clock: Clock;
  readonly ms: number;
}

/**
 * The promise's value, unless it takes longer.
 *
 * @throws {Unavailable} after `ms`
 */
export function within<T>(promise: Promise<T>, { clock, ms }: Limit): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(Math.max(0, ms), () => {
      reject(new Unavailable(`Cannot reach KV: no answer in ${Math.round(ms)} ms`));
    });
    promise.then(resolve, reject).finally(cancel);
  });
}

const FIRST_RETRY_MS = 4;
const LONGEST_RETRY_MS = 400;

/** Full jitter over a doubling span: contenders for one room spread out within a few attempts. */
export function retryDelayMs(attempt: number, random: number): number {
  return random * Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** attempt);
}
