/**
 * What to do when media stops, as a pure policy over numbers:
 *
 * ```
 *   quiet  0.3 s           look whether this machine has moved; else ask whether the socket still lives
 *   quiet  1 s             say "weak connection"
 *   quiet  2 s, or a hint  ICE restart (RFC 8445, 9), again every 4 s while it does not help
 *   "failed"               fresh ICE servers, then restart
 *   10 s after that        a new connection through the room, same seat
 *   a restart was agreed   the same at once: two pages that can still talk need not wait (Firefox
 *   on, 2.5 s of silence   agrees on restarts after a move, but sends no media over them)
 * ```
 */

/**
 * No RTP for this long: whoever moved to another network hears nothing of friend and server, and finds
 * out before the picture has stood for a second. Five packets of the longest that a thin line gets.
 */
export const QUIET_MS = 300;
/** No RTP for this long: the picture visibly stands. */
export const WEAK_MS = 1_000;
/** No RTP for this long: do not wait for ICE's own `disconnected` (5–10 s), restart. */
export const STALL_MS = 2_000;
/** With a hint (network changed, page woke up) this much silence is enough. */
export const HINTED_STALL_MS = 400;
/** A restart that has not helped by then is tried again. */
export const RESTART_AGAIN_MS = 4_000;
/** After `failed`, restarts get this long before a new connection is made. */
export const GIVE_UP_MS = 10_000;
/** A restart that both sides agreed on brings media within a few round trips, or never. */
export const AGREED_MS = 2_500;
/** `failed` may never come (Firefox in `disconnected`): silence this long counts as it. */
export const SILENT_FAILURE_MS = 20_000;
/** A new link that has carried nothing by then has failed. */
export const FIRST_MEDIA_MS = 15_000;
/**
 * Two that agreed find a way within a second or two, or there is none. Sooner than the offerer gives
 * up: its next connection begins the answerer's time anew.
 */
export const NO_PATH_MS = 10_000;
/** One answered late is not given up before this much after the answer. */
export const LATE_MEDIA_MS = 12_000;

/** All times in ms since the same origin. */
export interface LinkHealth {
  readonly now: number;
  readonly begunAt: number;
  /** Last RTP packet or data channel message from the friend; `null`: none ever. */
  readonly heardAt: number | null;
  readonly restartedAt: number | null;
  /** Last time an offer was answered. */
  readonly agreedAt: number | null;
  readonly failedAt: number | null;
  /** Last reason to believe that the network changed. */
  readonly hintAt: number | null;
}

export type Flow = "starting" | "flowing" | "weak" | "stalled";
export type Remedy = "none" | "restart" | "fresh-servers" | "new-link";

/** One look at a link. */
export function climb(health: LinkHealth): { readonly flow: Flow; readonly remedy: Remedy } {
  return health.heardAt === null ? beforeMedia(health) : afterMedia(health, health.heardAt);
}

/** Whether a connection over which nothing ever came, agreed on at `agreedAt`, will find no way. */
export function findsNoPath({ now, agreedAt }: Pick<LinkHealth, "now" | "agreedAt">): boolean {
  return agreedAt !== null && now - agreedAt >= NO_PATH_MS;
}

function beforeMedia({ now, begunAt, agreedAt, failedAt, restartedAt }: LinkHealth) {
  const flow = "starting" as const;
  const rested = restartedAt === null || now - restartedAt >= RESTART_AGAIN_MS;
  // What was answered late has its time to find a way, too; and both sides theirs to say there is none.
  const isTried = agreedAt === null || now - agreedAt >= LATE_MEDIA_MS;
  if (now - begunAt >= FIRST_MEDIA_MS && rested && isTried) {
    return { flow, remedy: "new-link" as const };
  }
  const untried = failedAt !== null && (restartedAt === null || restartedAt < failedAt);
  return { flow, remedy: untried ? "fresh-servers" as const : "none" as const };
}

function afterMedia(health: LinkHealth, heardAt: number): { flow: Flow; remedy: Remedy } {
  const { now, restartedAt, agreedAt, failedAt, hintAt } = health;
  const quietMs = now - heardAt;
  const hinted = hintAt !== null && hintAt >= heardAt - WEAK_MS && quietMs >= HINTED_STALL_MS;
  if (quietMs < WEAK_MS && !hinted) return { flow: "flowing", remedy: "none" };
  if (quietMs < STALL_MS && !hinted) return { flow: "weak", remedy: "none" };
  const triedAt = restartedAt !== null && restartedAt > heardAt ? restartedAt : null;
  const rested = triedAt === null || now - triedAt >= RESTART_AGAIN_MS;
  const lostAt = Math.min(failedAt ?? Infinity, heardAt + SILENT_FAILURE_MS);
  const useless = triedAt !== null && agreedAt !== null && agreedAt > triedAt &&
    now - agreedAt >= AGREED_MS;
  if (useless || (now - lostAt >= GIVE_UP_MS && rested)) {
    return { flow: "stalled", remedy: "new-link" };
  }
  if (failedAt !== null && (triedAt === null || triedAt < failedAt)) {
    return { flow: "stalled", remedy: "fresh-servers" };
  }
  const due = rested || (hinted && triedAt !== null && hintAt > triedAt);
  return { flow: "stalled", remedy: due ? "restart" : "none" };
}
