/** Time and chance, injected so that tests decide both. */
export interface Clock {
  /** Milliseconds since the Unix epoch; instances compare it, so hosts need NTP as usual. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A number in [0, 1). Only for jitter; secrets come from `tokens.ts`. */
export type Random = () => number;

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    function finish(): void {
      clearTimeout(timer);
      signal?.removeEventListener("abort", finish);
      resolve();
    }
    const timer = setTimeout(finish, ms);
    signal?.addEventListener("abort", finish, { once: true });
  });
}
