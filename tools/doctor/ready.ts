import type { Finding } from "./finding.ts";

const DEFAULT_PORT = "8000";
/** `/readyz` waits 2 s for KV. */
const ANSWER_MS = 4_000;

/** What the server on this machine says of itself, if it runs. */
export async function checkReady(port = DEFAULT_PORT): Promise<Finding> {
  const what = "/readyz";
  try {
    const response = await fetch(`http://localhost:${port || DEFAULT_PORT}/readyz`, {
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const said = (await response.text()).slice(0, 200);
    return { what, verdict: response.ok ? "ok" : "bad", said: `${response.status} ${said}` };
  } catch {
    return { what, verdict: "left-out", said: `no server answers on port ${port || DEFAULT_PORT}` };
  }
}
