/** Finds the moment at which the server can be reached again, with requests small and frequent. */
import { KNOCK_MS, KNOCK_TIMEOUT_MS } from "./retry.ts";

/**
 * Asks `url` again and again, several requests side by side, until one is answered or `signal`
 * aborts. Any answer counts, also an error: the path is there.
 *
 * @returns whether it was answered
 */
export function knock(
  url: string,
  signal: AbortSignal,
  ask: typeof fetch = fetch,
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const answered = new AbortController();
  const over = AbortSignal.any([signal, answered.signal]);

  async function once(): Promise<void> {
    const patience = AbortSignal.any([over, AbortSignal.timeout(KNOCK_TIMEOUT_MS)]);
    try {
      const response = await ask(url, { cache: "no-store", signal: patience });
      await response.body?.cancel();
      resolve(true);
      answered.abort();
    } catch {
      // Not yet; the next one is on its way.
    }
  }

  const timer = setInterval(() => void once(), KNOCK_MS);
  over.addEventListener("abort", () => {
    clearInterval(timer);
    resolve(false);
  });
  void once();
  return promise;
}
