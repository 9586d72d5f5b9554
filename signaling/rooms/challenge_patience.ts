/** How long an instance may take to answer a challenge: a pure policy over KV's latency. */

/**
 * There and back is at most twelve calls of KV one after another: each way a write behind one that
 * is under way, the watch, and a read behind the read and the deletion of an earlier round.
 */
const CALLS_THERE_AND_BACK = 12;
/** When nothing is in the way: a write, the watch and a read; and the same back. */
const CALLS_OF_A_VERDICT = 6;
/** How much of the least patience a verdict of a healthy instance may take besides. */
const BUSY_PART = 0.25;
/** Beyond this nobody who asked is still waiting. */
const LONGEST_MS = 15_000;

/**
 * Patience for one try, in milliseconds.
 *
 * @param latencyMs of one KV call as last measured
 * @param leastMs leaves room for a busy instance when KV is quick
 */
export function challengePatienceMs(latencyMs: number, leastMs: number): number {
  return Math.min(LONGEST_MS, leastMs + CALLS_THERE_AND_BACK * latencyMs);
}

/**
 * How long a verdict is waited for before an echo is sent that proves the own way through KV, in
 * milliseconds: who lives has answered by then, and the echo with its four writes is saved.
 */
export function echoAfterMs(latencyMs: number, leastMs: number): number {
  return Math.min(leastMs, leastMs * BUSY_PART + CALLS_OF_A_VERDICT * latencyMs);
}
