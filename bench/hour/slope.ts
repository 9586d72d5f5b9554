/** Whether a row of figures stays flat: a line through its later part, and how sure that line is. */

export interface Point {
  /** Hours, or rounds. */
  readonly at: number;
  readonly value: number;
}

export interface Slope {
  /** How much the value rises for each hour or round. */
  readonly rise: number;
  /** Its standard error, from how far the points scatter around the line. */
  readonly error: number;
}

/** `unclear`: too much, but no more than the points' own scatter could make; or too few points. */
export type Verdict = "flat" | "grows" | "unclear";

export interface Judgement extends Slope {
  readonly verdict: Verdict;
}

/** A line is believed when it rises by more than this many standard errors. */
const SURE_ERRORS = 2;
/** The first third is for what is grown once: caches, compiled code, panels opened before. */
const WARM_UP = 1 / 3;

/** The line with the least squared distance from the points; no rise through fewer than two. */
export function leastSquares(points: readonly Point[]): Slope {
  const count = points.length;
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / count;
  const [at, value] = [mean(points.map((p) => p.at)), mean(points.map((p) => p.value))];
  const spread = points.reduce((sum, p) => sum + (p.at - at) ** 2, 0);
  if (count < 2 || spread === 0) return { rise: 0, error: Infinity };
  const rise = points.reduce((sum, p) => sum + (p.at - at) * (p.value - value), 0) / spread;
  if (count === 2) return { rise, error: Infinity };
  const missed = points.reduce((sum, p) => {
    return sum + (p.value - value - rise * (p.at - at)) ** 2;
  }, 0);
  return { rise, error: Math.sqrt(missed / (count - 2) / spread) };
}

/** The points of the last two thirds of the time. */
export function laterPart(points: readonly Point[]): readonly Point[] {
  const [first, last] = [points.at(0)?.at ?? 0, points.at(-1)?.at ?? 0];
  return points.filter(({ at }) => at >= first + (last - first) * WARM_UP);
}

/**
 * Flat: the line through the last two thirds rises by no more than the bound.
 *
 * @param bound for an hour or a round, as the points count them
 */
export function judge(points: readonly Point[], bound: number): Judgement {
  const { rise, error } = leastSquares(laterPart(points));
  if (error === Infinity) return { rise, error, verdict: "unclear" };
  if (rise <= bound) return { rise, error, verdict: "flat" };
  return { rise, error, verdict: rise > SURE_ERRORS * error ? "grows" : "unclear" };
}
