/** Time and chance, injected so that tests decide both. */
export interface Clock {
  /** Milliseconds since the Unix epoch; instances compare it, so hosts need NTP as usual. */
  now(): number;
  /** Milliseconds since some fixed moment: never set, never back. For silence, limits and waits. */
  monotonic(): number;
  /** Calls `due` once after `ms`. @returns the disposer */
  after(ms: number, due: () => void): () => void;
  /** Calls `tick` every `ms`. @returns the disposer */
  every(ms: number, tick: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after(ms, due) {
    const timer = setTimeout(due, ms);
    return () => clearTimeout(timer);
  },
  every(ms, tick) {
    const timer = setInterval(tick, ms);
    return () => clearInterval(timer);
  },
};

/** A number in [0, 1). Only for jitter; secrets come from `tokens.ts`. */
export type Random = () => number;

/** Resolves after `ms`, or at once when `signal` aborts; never rejects. */
export function pause(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    function finish(): void {
      cancel();
      signal?.removeEventListener("abort", finish);
      resolve();
    }
    const cancel = clock.after(ms, finish);
    signal?.addEventListener("abort", finish, { once: true });
  });
}
