/** What one socket is in: no room yet, a join under way, a seat, or the end. */
import type { JoinMessage, Signal } from "../protocol.ts";
import type { RoomName } from "../room_name.ts";
import type { Sat, Seating, SitRequest } from "../rooms/sitting.ts";
import { hashToken, sameHash } from "../rooms/tokens.ts";
import type { Opposite } from "./opposite.ts";

/** A join under way. */
export interface Asked {
  readonly message: JoinMessage;
  readonly room: RoomName;
  readonly seating: string;
}

export interface Seated {
  readonly at: "seated";
  readonly room: RoomName;
  readonly seating: string;
  /** The page's own name for its life. */
  readonly session: string;
  readonly tokenHash: string;
  /** What the page is connected by, as far as it passed here. */
  readonly connection: string | null;
  readonly peer: Opposite | null;
  /** The latest sitting opposite that this socket was told of: news of an earlier one is old. */
  readonly heardTurn: number;
  /** Whether two people ever were in the room together. */
  readonly met: boolean;
  /** When the room was last written for this socket, by the monotonic clock. */
  readonly writtenAt: number;
}

export type State =
  | { readonly at: "lobby" }
  | { readonly at: "joining" }
  | Seated
  | { readonly at: "gone" };

export const LOBBY: State = { at: "lobby" };
export const JOINING: State = { at: "joining" };
export const GONE: State = { at: "gone" };

/** Whether somebody seated asks for their own seat again, for example with a fresh offer. */
export function isRejoin(message: JoinMessage, name: RoomName, state: Seated): boolean {
  return state.room.key === name.key && message.token !== undefined &&
    sameHash(hashToken(message.token), state.tokenHash);
}

export function requestFor({ message, room, seating }: Asked): Omit<SitRequest, "newcomer"> {
  const { session, token = null, connection, offer } = message;
  return { room: room.key, seating, session, token, connection, offer };
}

export function seatingOf({ room, seating, session, connection }: Seated): Seating {
  return { room: room.key, seating, session, connection };
}

/** The connection after a description of the page passed: the newest one counts. */
export function connectionAfter(signal: Signal, before: string | null): string | null {
  return signal.kind === "offer" || signal.kind === "answer" ? signal.connection : before;
}

/** @param now by the monotonic clock, in milliseconds */
export function seatedBy(
  { tokenHash, met, peer }: Extract<Sat, { kind: "seated" }>,
  { message, room, seating }: Asked,
  now: number,
): Seated {
  const { session, offer } = message;
  const connection = offer?.connection ?? message.connection;
  const who = { room, seating, session, tokenHash, connection };
  return {
    at: "seated",
    ...who,
    peer: peer && { ...peer, heldUntil: 0 },
    heardTurn: peer?.turn ?? 0,
    met,
    writtenAt: now,
  };
}
