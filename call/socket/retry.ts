/** When to try the socket again. The schedule is data; the function only reads it. */

/** Delay before each attempt, ms: at once, then about quadratic, so that a short blip costs nothing. */
export const RETRY_SCHEDULE_MS: readonly number[] = [0, 300, 1_200, 2_700, 4_800, 7_000];
/** An attempt that has not opened by then is on a dead path (SYN lost): start another, ms. */
export const CONNECT_TIMEOUT_MS = 4_000;
/** Two attempts are never closer than this, whoever asks for one, ms. */
export const MIN_GAP_MS = 250;
/**
 * One that is lost sooner than this after its greeting was no good one: the schedule goes on, ms. Not
 * longer: on a network that comes and goes the next one must open at once.
 */
export const STEADY_MS = 1_000;
/** A handshake under way is not cut off for a new one before this, ms. */
export const YOUNG_MS = 1_000;
/**
 * While the picture stands, a small request asks this often whether the server can be reached, ms.
 * Not a socket: Chromium delays sockets by up to 5 s once enough of them have failed. And not one
 * long request: a SYN lost on a dead path is repeated only after 1, 2, 4 … s.
 */
export const KNOCK_MS = 300;
/**
 * While it is asked for, a socket is tried without an answer only this often, ms: after each that fails
 * a browser waits longer before the next one, Firefox for seconds, also when the server is back. Only
 * for somebody whose browser lets sockets through and no requests.
 */
export const UNANSWERED_MS = 60_000;
/** Enough for a round trip of 500 ms with TLS. */
export const KNOCK_TIMEOUT_MS = 2_000;
/** Silence after a question that means a dead socket, while media stands still, ms: at most this. */
export const PROBE_TIMEOUT_MS = 800;
/** And at least this, ms: a server may pause for a moment. */
export const MIN_PROBE_TIMEOUT_MS = 400;
/** An answer takes its round trip; one that takes this many of the last ones is lost. */
const PROBE_TRIPS = 6;
/** Share of a delay that is random, so that two people (or a thousand) do not return as one. */
const JITTER = 0.3;

/**
 * Delay before attempt number `attempt` (0 is the first after a loss), ms.
 * The last entry of the schedule repeats.
 *
 * @param random 0 ≤ random < 1
 */
export function retryDelay(attempt: number, random: number): number {
  const last = RETRY_SCHEDULE_MS.length - 1;
  const planned = RETRY_SCHEDULE_MS[Math.min(attempt, last)] ?? 0;
  return Math.round(planned * (1 - JITTER * random));
}

/**
 * How long an answer to a question may take while media stands still, ms.
 *
 * @param tripMs how long the last one took, ms; `null`: none has come
 */
export function probeTimeout(tripMs: number | null): number {
  if (tripMs === null) return PROBE_TIMEOUT_MS;
  return Math.min(Math.max(tripMs * PROBE_TRIPS, MIN_PROBE_TIMEOUT_MS), PROBE_TIMEOUT_MS);
}
