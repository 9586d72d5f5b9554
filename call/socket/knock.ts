/** Finds the moment at which the server can be reached again, with requests small and frequent. */
import type { Platform } from "../platform.ts";
import { KNOCK_MS, KNOCK_TIMEOUT_MS } from "./retry.ts";

export interface KnockOptions {
  readonly signal: AbortSignal;
  readonly platform: Pick<Platform, "clock" | "fetch">;
}

/**
 * Asks `url` again and again, several requests side by side, until one is answered well or
 * `signal` aborts. A proxy's error is no answer: behind it the server is still away.
 *
 * @returns whether it was answered
 */
export function knock(url: string, { signal, platform }: KnockOptions): Promise<boolean> {
  const { clock, fetch } = platform;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const over = new AbortController();

  function finish(answered: boolean): void {
    cancel();
    signal.removeEventListener("abort", giveUp);
    over.abort();
    resolve(answered);
  }
  function giveUp(): void {
    finish(false);
  }

  async function once(): Promise<void> {
    const mine = new AbortController();
    const abort = () => mine.abort();
    over.signal.addEventListener("abort", abort, { once: true });
    const cancelPatience = clock.after(KNOCK_TIMEOUT_MS, abort);
    try {
      const response = await fetch(url, { cache: "no-store", signal: mine.signal });
      await response.body?.cancel();
      if (response.ok) finish(true);
    } catch {
      // Not yet; the next one is on its way.
    } finally {
      cancelPatience();
      over.signal.removeEventListener("abort", abort);
    }
  }

  const cancel = clock.every(KNOCK_MS, () => void once());
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  else void once();
  return promise;
}
