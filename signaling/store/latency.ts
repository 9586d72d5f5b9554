/** How long KV takes to answer just now: an exponentially weighted estimate, pure. */

/** Slower than thought: believed at once, or patience would run out. */
const WEIGHT_OF_SLOWER = 0.5;
/** Faster than thought: believed bit by bit. */
const WEIGHT_OF_FASTER = 0.1;

/**
 * The estimate after one more call.
 *
 * @param estimateMs so far; `null`: no call yet
 * @param sampleMs how long the call took, or how long it was waited for in vain
 */
export function afterCall(estimateMs: number | null, sampleMs: number): number {
  if (estimateMs === null) return sampleMs;
  const weight = sampleMs > estimateMs ? WEIGHT_OF_SLOWER : WEIGHT_OF_FASTER;
  return estimateMs + weight * (sampleMs - estimateMs);
}
