/** Ends with 0 when the server on `PORT` is alive: a health check for containers without a shell. */
const DEFAULT_PORT = "8000";
const ANSWER_MS = 3_000;

if (import.meta.main) {
  const port = Deno.env.get("PORT") || DEFAULT_PORT;
  Deno.exit(await isAlive(`http://localhost:${port}/healthz`) ? 0 : 1);
}

/** Never throws. */
export async function isAlive(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}
