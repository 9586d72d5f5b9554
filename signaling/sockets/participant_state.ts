/** What one socket is in: no room yet, a join under way, a seat, or the end. */
import type { JoinMessage } from "../protocol.ts";
import type { RoomName } from "../room_name.ts";
import type { SitRequest } from "../rooms/rooms.ts";
import type { Place } from "../rooms/seat_rules.ts";
import { hashToken, sameHash } from "../rooms/tokens.ts";

/** The other person, as far as this socket was told. */
export interface Opposite extends Place {
  readonly session: string;
  readonly present: boolean;
}

/** A join under way. */
export interface Asked {
  readonly request: string;
  readonly room: RoomName;
  readonly seating: string;
}

export interface Seated {
  readonly at: "seated";
  readonly room: RoomName;
  readonly seating: string;
  readonly tokenHash: string;
  readonly peer: Opposite | null;
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

export function requestFor(message: JoinMessage, room: RoomName, seating: string): SitRequest {
  const { session, token = null, connection, offer } = message;
  return { room: room.key, seating, session, token, connection, offer };
}
