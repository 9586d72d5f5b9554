/**
 * Before the picture has to go: what else a poor way asks for, as a pure policy. On a way with little
 * room everything becomes smaller at once (`encodings.ts`), not by and by as the browser's own ways
 * would have it, a queue later. On one that loses packets, though it has room, each packet of the
 * voice is sent twice (`packing.ts`).
 */
import type { Outlook } from "./outlook.ts";

export interface Fitting {
  /** There is little room, or was until a moment ago; a picture that comes back does so small. */
  readonly tight: boolean;
  /** Since when there is room again, ms; `null`: there is none, or nothing to wait for. */
  readonly roomySince: number | null;
  /** Packets are lost, or were lately. */
  readonly lossy: boolean;
  /** When packets were lost last, ms; `null`: not yet. */
  readonly lostAt: number | null;
}

const TIGHT_BPS = 240_000;
/** Above this for that long it is as usual again. */
const ROOMY_BPS = 340_000;
const ROOMY_AFTER_MS = 4_000;
/** From the one on the voice is sent twice, until loss was under the other for that long. */
const LOSSY_SHARE = 0.02;
const LOSSLESS_SHARE = 0.01;
/** Where there is little room: most of the loss there is of a queue that was full a moment ago. */
const TIGHT_LOSSY_SHARE = 0.1;
export const LOSSLESS_AFTER_MS = 10_000;
/** A way that takes this long loses packets because it is full: more of them would not help. */
const FULL_TRIP_MS = 250;

export const USUAL_FITTING: Fitting = {
  tight: false,
  roomySince: null,
  lossy: false,
  lostAt: null,
};

/**
 * One look.
 *
 * @param settled the estimate has had time to ramp up: its dip at every start makes nothing small,
 * unless the way stands in its queues
 */
export function fit(
  before: Fitting,
  { outlook, paused, settled }: {
    readonly outlook: Outlook;
    readonly paused: boolean;
    readonly settled: boolean;
  },
): Fitting {
  const isFull = (outlook.roundTripMs ?? 0) >= FULL_TRIP_MS;
  return {
    ...fitSize(before, { outlook, paused, judged: settled || isFull }),
    ...(paused || isFull ? { lossy: false, lostAt: null } : fitLoss(before, outlook)),
  };
}

function fitSize(
  { tight, roomySince }: Fitting,
  { outlook: { now, availableBps }, paused, judged }: {
    readonly outlook: Outlook;
    readonly paused: boolean;
    readonly judged: boolean;
  },
): Pick<Fitting, "tight" | "roomySince"> {
  const isLittle = availableBps !== null && availableBps < TIGHT_BPS;
  if (paused || (judged && isLittle)) return { tight: true, roomySince: null };
  const isBetween = availableBps !== null && availableBps < ROOMY_BPS;
  if (!tight || isBetween) return { tight, roomySince: null };
  const since = roomySince ?? now;
  return now - since < ROOMY_AFTER_MS
    ? { tight: true, roomySince: since }
    : { tight: false, roomySince: null };
}

function fitLoss(
  { tight, lossy, lostAt }: Fitting,
  { now, lossShare }: Outlook,
): Pick<Fitting, "lossy" | "lostAt"> {
  const share = lossShare ?? 0;
  const enough = tight ? TIGHT_LOSSY_SHARE : LOSSY_SHARE;
  if (share >= enough || (lossy && share > LOSSLESS_SHARE)) {
    return { lossy: true, lostAt: now };
  }
  return { lossy: lossy && now - (lostAt ?? now) < LOSSLESS_AFTER_MS, lostAt };
}
