/**
 * Rate limits as pure functions over numbers: a token bucket holds up to `burst` tokens and regains
 * `perSecond` of them each second; whatever costs more than is left is refused.
 */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/** `tokens` were left at `atMs`. */
export interface Bucket {
  readonly tokens: number;
  readonly atMs: number;
}

export type Spent =
  | { readonly ok: true; readonly bucket: Bucket }
  | { readonly ok: false; readonly bucket: Bucket; readonly retryInMs: number };

/** Sums of fractions of a token may miss a whole one by this. */
const ROUNDING = 1e-9;

/** A full bucket. */
export function fullBucket(rate: Rate, nowMs: number): Bucket {
  return { tokens: rate.burst, atMs: nowMs };
}

/** The bucket as it is now; a clock that went backwards gains nothing. */
export function refill(bucket: Bucket, rate: Rate, nowMs: number): Bucket {
  const gained = Math.max(0, nowMs - bucket.atMs) * rate.perSecond / 1_000;
  return { tokens: Math.min(rate.burst, bucket.tokens + gained), atMs: nowMs };
}

/** Takes `cost` tokens, or tells in how many milliseconds they will be there. */
export function spend(bucket: Bucket, rate: Rate, cost: number, nowMs: number): Spent {
  const now = refill(bucket, rate, nowMs);
  if (now.tokens + ROUNDING >= cost) {
    return { ok: true, bucket: { tokens: Math.max(0, now.tokens - cost), atMs: nowMs } };
  }
  return { ok: false, bucket: now, retryInMs: waitFor(now, rate, cost) };
}

function waitFor(bucket: Bucket, rate: Rate, cost: number): number {
  const missing = Math.min(cost, rate.burst) - bucket.tokens;
  return Math.max(1, Math.ceil(missing * 1_000 / rate.perSecond));
}

/** The bucket with one token more: what was taken turned out not to cost anything. */
export function giveBack(bucket: Bucket, rate: Rate): Bucket {
  return { ...bucket, tokens: Math.min(rate.burst, bucket.tokens + 1) };
}

/** A rate that lets no more than `count` through in any span of so many seconds. */
export function atMost(count: number, spanSeconds: number): Rate {
  return { burst: Math.max(1, count / 2), perSecond: count / 2 / spanSeconds };
}

/** A rate given per minute whose burst is one minute's worth. */
export function perMinute(count: number): Rate {
  return { burst: count, perSecond: count / 60 };
}
