/** When to try the socket again. The schedule is data; the function only reads it. */

/** Delay before each attempt, ms: at once, then about quadratic, so that a short blip costs nothing. */
export const RETRY_SCHEDULE_MS: readonly number[] = [0, 300, 1_200, 2_700, 4_800, 7_000];
/** While the picture stands still a person is waiting: never pause longer than this, ms. */
export const URGENT_RETRY_MS = 500;
/** An attempt that has not opened by then is on a dead path (SYN lost): give it up, ms. */
export const CONNECT_TIMEOUT_MS = 4_000;
/**
 * Attempts that may run side by side. A SYN lost on a dead path is repeated by TCP only after 1, 2,
 * 4 … s; a fresh attempt finds the path at once when it is back, and the first to open wins.
 */
export const URGENT_ATTEMPTS = 4;
/** Share of a delay that is random, so that two people (or a thousand) do not return as one. */
const JITTER = 0.3;

export interface RetryOptions {
  /** The call stands still until the socket is back. */
  readonly urgent: boolean;
  /** 0 ≤ random < 1. */
  readonly random: number;
}

/**
 * Delay before attempt number `attempt` (0 is the first after a loss), ms.
 * The last entry of the schedule repeats.
 */
export function retryDelay(attempt: number, { urgent, random }: RetryOptions): number {
  const last = RETRY_SCHEDULE_MS.length - 1;
  const planned = RETRY_SCHEDULE_MS[Math.min(attempt, last)] ?? 0;
  const base = urgent ? Math.min(planned, URGENT_RETRY_MS) : planned;
  return Math.round(base * (1 - JITTER * random));
}
