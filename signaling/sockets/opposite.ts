/** What one socket knows of the other person, and how it changes with what they say: pure. */
import type { ServerMessage } from "../protocol.ts";
import type { SeatNotice } from "../relay/mail.ts";
import type { Place } from "../rooms/room.ts";

/** The other person, as far as this socket was told. */
export interface Opposite extends Place {
  readonly session: string;
  readonly present: boolean;
  /** Until when their seat is surely held, by the monotonic clock; 0 while they are present. */
  readonly heldUntil: number;
}

/** What the seat opposite, known by now, may say. */
export type PeerNotice = Extract<SeatNotice, { kind: "signal" | "left" | "away" }>;

export interface Heard {
  readonly peer: Opposite | null;
  /** To be passed on to the page. */
  readonly message: ServerMessage;
}

/**
 * Takes in what the other seating said; `null` when it comes from one that was replaced, or says
 * nothing new.
 *
 * @param now by the monotonic clock, in milliseconds
 */
export function hearPeer(peer: Opposite | null, notice: PeerNotice, now: number): Heard | null {
  if (peer?.seating !== notice.from) return null;
  const { session } = peer;
  switch (notice.kind) {
    case "signal":
      return { peer, message: { type: "signal", from: session, signal: notice.signal } };
    case "left":
      return { peer: null, message: { type: "left", session } };
    case "away": {
      if (!peer.present) return null;
      const { reason, holdMs } = notice;
      const away = { ...peer, present: false, heldUntil: now + holdMs };
      return { peer: away, message: { type: "away", session, reason, holdMs } };
    }
  }
}

/**
 * The other person, held on because the page here vouches for theirs; `null` when it vouches for
 * somebody else, or two thirds of the hold are left anyway.
 */
export function vouchedFor(
  peer: Opposite | null,
  session: string,
  { now, holdMs }: { readonly now: number; readonly holdMs: number },
): Opposite | null {
  if (peer === null || peer.session !== session || peer.present) return null;
  return peer.heldUntil - now > holdMs * 2 / 3 ? null : { ...peer, heldUntil: now + holdMs };
}
