/**
 * The rules of seats, pure: a room has two, and never a third person.
 *
 * ```
 *            take                    hold, doubt              time
 *   free ───────────► present ──────────────► held ──────────────────► lapsed
 *     ▲                │  ▲ ▲                  │ │                        │ │
 *     │  release,      │  │ └──────────────────┘ │ vouch ⟲                │ │
 *     │  expel         │  │   resume (token), affirm (doubted only)       │ │
 *     └────────────────┘  └───────────────────── resume (token) ──────────┘ │
 *     ▲                                                                     │
 *     └──────── anyone may take it now, who waits in line first ◄───────────┘
 * ```
 *
 * A *seating* is one socket's time on a seat. Resuming starts a new one, so whoever acts for an
 * older seating (a late close, a stale notice) changes nothing. A seat that says `present` although
 * its holder is gone is judged by `Findings`: what the caller found out. A holder who
 * cannot be reached counts as lost a moment ago: the seat is held, marked `doubted`.
 */
import { addReplaced, withoutFormer } from "./former.ts";
import { changeSeat, indexOf, other, type Place, placeOf, type Replaced } from "./room.ts";
import { type Room, seatOf, withSeat } from "./room.ts";

/** Gives the seat up; `null` when this seating has none. */
export function release(room: Room, seating: string): Room | null {
  const index = seatOf(room, seating);
  return index === null ? null : withSeat(room, index, null);
}

/** Keeps the seat for its holder until `until`; `null` when this seating has none. */
export function hold(room: Room, seating: string, until: number): Room | null {
  return changeSeat(room, seatOf(room, seating), { heldUntil: until, doubted: false });
}

/** Holds the seat of somebody who could not be reached; `null` when they have none or are held. */
export function doubt(room: Room, seating: string, until: number): Room | null {
  const index = indexOf(room, (seat) => seat.seating === seating && seat.heldUntil === null);
  return changeSeat(room, index, { heldUntil: until, doubted: true });
}

/** Somebody who was doubted lives; `null` when nothing is to be changed. */
export function affirm(room: Room, seating: string): Room | null {
  const index = indexOf(room, (seat) => seat.seating === seating && seat.doubted);
  return changeSeat(room, index, { heldUntil: null, doubted: false });
}

/**
 * Somebody who sits here says that the page `session`, whose seat is held opposite, lives: holds it
 * on until `until`. `null` when there is nothing to hold, or two thirds of `holdMs` are left anyway.
 */
export function vouch(
  room: Room,
  { seating, session }: { readonly seating: string; readonly session: string },
  { now, holdMs }: { readonly now: number; readonly holdMs: number },
): Room | null {
  const own = seatOf(room, seating);
  const seat = own === null ? null : room.seats[other(own)];
  if (own === null || !seat || seat.session !== session || seat.heldUntil === null) return null;
  if (seat.heldUntil - now > holdMs * 2 / 3) return null;
  return changeSeat(room, other(own), { heldUntil: now + holdMs });
}

/** Somebody who sits here turns the page `session` opposite out, token and all; `null`: not there. */
export function expel(
  room: Room,
  { seating, session }: { readonly seating: string; readonly session: string },
  now: number,
): { readonly room: Room; readonly place: Place } | null {
  const own = seatOf(room, seating);
  const seat = own === null ? null : room.seats[other(own)];
  if (own === null || !seat || seat.session !== session) return null;
  const entry: Replaced = { ...placeOf(seat), by: seating, how: "refused", at: now };
  const freed = withSeat(addReplaced(room, entry), other(own), null);
  return { room: withoutFormer(freed, seat.tokenHash), place: placeOf(seat) };
}
