/**
 * How much to send, as a pure policy: the voice first, the picture with what is left.
 *
 * Below {@linkcode PAUSE_BPS} the picture pauses and everybody is told; above {@linkcode RESUME_BPS}
 * it comes back. A paused picture keeps the browser's estimate low (there is nothing to measure
 * with), so after a clean while it is tried again even without a better estimate.
 */

import { fit, type Fitting, USUAL_FITTING } from "./fitting.ts";
import type { Outlook } from "./outlook.ts";

/** Opus at 32 kbit/s plus headers needs about this; less than it leaves nothing for a picture. */
export const PAUSE_BPS = 60_000;
export const RESUME_BPS = 70_000;
/** The estimate must stay under the limit this long: it dips for a moment at every start. */
export const PAUSE_AFTER_MS = 3_000;
export const RESUME_AFTER_MS = 2_000;
/** First try without a better estimate; doubles up to the last. */
export const TRY_AGAIN_MS = 15_000;
export const TRY_AGAIN_MAX_MS = 60_000;
/** With an estimate that no line for the voice only reaches, a try comes this much sooner. */
export const HOPEFUL_BPS = 52_000;
const HOPEFUL_SHARE = 0.4;
/** A way that also stands in its queues, or loses this much, need not be looked at for long, ms. */
export const CHOKED_AFTER_MS = 1_000;
const CHOKED_TRIP_MS = 1_000;
const CHOKED_LOSS_SHARE = 0.1;
/** No verdict before the estimate has had time to ramp up, ms after the link began to flow. */
export const SETTLE_MS = 6_000;
/** Without an estimate (Firefox): loss that means the way is too narrow. */
const NARROW_LOSS_SHARE = 0.2;
const CLEAN_LOSS_SHARE = 0.03;

/** What the policy remembers between looks. */
export interface VideoPolicy extends Fitting {
  readonly paused: boolean;
  /** Since when the wish to change holds, ms; `null`: content. */
  readonly wishSince: number | null;
  readonly changedAt: number;
  /** Wait before the next try without a better estimate, ms. */
  readonly tryAgainMs: number;
}

/** @param now when media began to flow, ms */
export function initialVideoPolicy(now: number): VideoPolicy {
  return {
    ...USUAL_FITTING,
    paused: false,
    wishSince: null,
    changedAt: now,
    tryAgainMs: TRY_AGAIN_MS,
  };
}

/** One look; often enough to be quicker than a queue, seldom enough to be cheap (`supervisor.ts`). */
export function steerVideo(policy: VideoPolicy, outlook: Outlook): VideoPolicy {
  const next = steerPause(policy, outlook);
  const { paused, changedAt } = next;
  const settled = outlook.now - changedAt >= SETTLE_MS;
  return { ...next, ...fit(policy, { outlook, paused, settled }) };
}

function steerPause(policy: VideoPolicy, outlook: Outlook): VideoPolicy {
  const { now } = outlook;
  if (!policy.paused) {
    const choked = isChoked(outlook);
    const settling = !choked && now - policy.changedAt < SETTLE_MS;
    if (settling || !isNarrow(outlook)) return content(policy, now);
    const since = policy.wishSince ?? now;
    if (now - since < (choked ? CHOKED_AFTER_MS : PAUSE_AFTER_MS)) {
      return { ...policy, wishSince: since };
    }
    return { ...policy, paused: true, wishSince: null, changedAt: now };
  }
  const patience = policy.tryAgainMs * (isHopeful(outlook) ? HOPEFUL_SHARE : 1);
  const overdue = now - policy.changedAt >= patience && isClean(outlook);
  if (overdue) {
    const tryAgainMs = Math.min(policy.tryAgainMs * 2, TRY_AGAIN_MAX_MS);
    return { ...policy, paused: false, wishSince: null, changedAt: now, tryAgainMs };
  }
  if (!isWide(outlook)) return { ...policy, wishSince: null };
  const since = policy.wishSince ?? now;
  if (now - since < RESUME_AFTER_MS) return { ...policy, wishSince: since };
  return { ...policy, paused: false, wishSince: null, changedAt: now };
}

/** A picture that has stayed for a minute earns a quick first try again. */
function content(policy: VideoPolicy, now: number): VideoPolicy {
  const proven = now - policy.changedAt >= TRY_AGAIN_MAX_MS;
  return { ...policy, wishSince: null, tryAgainMs: proven ? TRY_AGAIN_MS : policy.tryAgainMs };
}

function isHopeful({ availableBps }: Outlook): boolean {
  return availableBps !== null && availableBps >= HOPEFUL_BPS;
}

function isNarrow({ availableBps, lossShare }: Outlook): boolean {
  return availableBps === null
    ? lossShare !== null && lossShare >= NARROW_LOSS_SHARE
    : availableBps < PAUSE_BPS;
}

/** What is sent meanwhile, words too, is lost or late: the sooner it stops, the less of that. */
function isChoked(outlook: Outlook): boolean {
  const { lossShare, roundTripMs } = outlook;
  const suffers = (lossShare ?? 0) >= CHOKED_LOSS_SHARE || (roundTripMs ?? 0) >= CHOKED_TRIP_MS;
  return suffers && isNarrow(outlook);
}

function isWide({ availableBps, lossShare }: Outlook): boolean {
  return availableBps !== null && availableBps > RESUME_BPS && isClean({ lossShare });
}

function isClean({ lossShare }: Pick<Outlook, "lossShare">): boolean {
  return lossShare === null || lossShare <= CLEAN_LOSS_SHARE;
}
