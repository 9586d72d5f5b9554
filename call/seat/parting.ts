/**
 * A `leave` that may have gone into a dead socket is said again on the next one, with the token: else
 * the seat would stay held, and the friend would wait, for half a minute.
 */
import type { Clock } from "../../signaling/clock.ts";
import type { ClientMessage } from "../../signaling/protocol.ts";

/** A socket that lives this long after a `leave` has delivered it: heartbeats passed since, ms. */
const DELIVERED_MS = 12_000;

interface OwnSeat {
  readonly room: string;
  readonly token: string;
}

export interface Parting {
  /** A `join` left with this token. */
  asked(room: string, token: string): void;
  /** Gives the seat up. */
  leave(): void;
  socketOpen(): void;
  socketDown(): void;
}

export function createParting(
  clock: Clock,
  /** @returns `false` when the socket is down */
  send: (message: ClientMessage) => boolean,
): Parting {
  let seat: OwnSeat | null = null;
  let left: { readonly of: OwnSeat; readonly at: number } | null = null;
  let isLost = false;

  return {
    asked(room, token) {
      seat = { room, token };
    },
    leave() {
      const sent = send({ type: "leave" });
      if (seat === null) return;
      left = { of: seat, at: clock.monotonic() };
      isLost = !sent;
      seat = null;
    },
    socketDown() {
      if (left === null) return;
      if (clock.monotonic() - left.at < DELIVERED_MS) isLost = true;
      else if (!isLost) left = null;
    },
    socketOpen() {
      if (left === null || !isLost) return;
      if (send({ type: "leave", of: left.of })) left = null;
    },
  };
}
