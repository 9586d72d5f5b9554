/** How long the call waits for what, ms. Each wait ends in a step of the reducer. */

/** The server answers a `join` within 10 s, if only with `unavailable`; then the way is counted. */
export const ANSWER_MS = 12_000;
/** Ask for the seat again when the server could not say. */
export const REJOIN_MS = 3_000;
/** When a full room is tried again by itself and nobody said when a seat may come free. */
export const FULL_RETRY_MS = 5_000;
/** Never ask a full room more often than this, whatever the server says. */
export const SOONEST_RETRY_MS = 500;
/** Time beyond the server's hold in which a friend who dropped may still be on the way back. */
export const HOLD_GRACE_MS = 3_000;
/** How long to expect a friend back of whose hold nothing is known: a hold and the grace. */
export const AWAY_MS = 18_000;
/** A hold is 15 s: two messages may be lost before it runs out. */
export const VOUCH_MS = 5_000;
/** A friend who should offer does so within a round trip; then we offer ourselves. */
export const OFFER_MS = 4_000;
