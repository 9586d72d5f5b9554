/**
 * The rules of seats, pure: a room has two, and never a third person.
 *
 * ```
 *            take                    hold                     time
 *   free ───────────► present ──────────────► held ──────────────────► lapsed
 *     ▲                │  ▲ ▲                  │                          │ │
 *     │    release     │  │ └──────────────────┘                          │ │
 *     └────────────────┘  └──────────────── resume (token) ───────────────┘ │
 *     ▲                                                                     │
 *     └────────────────────── anyone may take it now ◄──────────────────────┘
 * ```
 *
 * A *seating* is one socket's time on a seat. Resuming starts a new one, so whoever acts for an
 * older seating (a late close, a stale notice) changes nothing. A seat that says `present` although
 * its holder died is treated as held or lapsed through {@linkcode Holds}: what the caller found out.
 */
import { sameHash } from "./tokens.ts";

export type SeatIndex = 0 | 1;

/** Where a seating can be reached. */
export interface Place {
  readonly instance: string;
  readonly seating: string;
}

export interface Seat extends Place {
  readonly tokenHash: string;
  /** The page's own name for its life. */
  readonly session: string;
  /** `null`: present. Otherwise when the hold lapses, in Unix milliseconds. */
  readonly heldUntil: number | null;
}

export interface Room {
  readonly seats: readonly [Seat | null, Seat | null];
}

export const EMPTY_ROOM: Room = { seats: [null, null] };

/** For seatings found dead: until when their seat is still kept for them, in Unix milliseconds. */
export type Holds = ReadonlyMap<string, number>;

/** What somebody asks for who wants to sit. */
export interface Claim extends Place {
  readonly session: string;
  /** Hash of the token they brought, if any. */
  readonly tokenHash: string | null;
  /** Hash of the token they get if they are new. */
  readonly newTokenHash: string;
}

/** The other person, as somebody who sits down finds them. */
export interface PeerSeat extends Place {
  readonly session: string;
  readonly tokenHash: string;
  readonly present: boolean;
}

export type Taken =
  | {
    readonly kind: "seated";
    /** `null`: the row already says so. */
    readonly room: Room | null;
    readonly seat: SeatIndex;
    readonly resumed: boolean;
    /** Own older seating, to be told it continues elsewhere. */
    readonly evicted: Place | null;
    /** Somebody found dead whose seat this was, to be told in case they live. */
    readonly displaced: Place | null;
    readonly peer: PeerSeat | null;
  }
  | {
    readonly kind: "full";
    /** Seats that say `present`, whose holders may be dead. */
    readonly present: readonly Place[];
    /** When the first hold lapses; `null`: both are present. */
    readonly retryInMs: number | null;
  };

type Status =
  | { readonly at: "free" }
  | { readonly at: "present"; readonly seat: Seat }
  | { readonly at: "held"; readonly seat: Seat; readonly until: number }
  | { readonly at: "lapsed"; readonly seat: Seat };

/** Resumes by token, else takes a free seat, else a lapsed one (the longest lapsed first). */
export function take(room: Room, claim: Claim, holds: Holds, now: number): Taken {
  const own = indexOf(room, (seat) => seat.seating === claim.seating) ??
    indexOf(room, (seat) => claim.tokenHash !== null && sameHash(seat.tokenHash, claim.tokenHash));
  if (own !== null) return resume(room, own, claim, holds, now);

  const index = indexOfFree(room, holds, now);
  if (index === null) return full(room, holds, now);
  const before = room.seats[index];
  const displaced = before !== null && before.heldUntil === null ? placeOf(before) : null;
  const seated = withSeat(room, index, seatFor(claim, claim.newTokenHash));
  return {
    kind: "seated",
    room: seated,
    seat: index,
    resumed: false,
    evicted: null,
    displaced,
    peer: peerOf(room, index, holds, now),
  };
}

/** Gives the seat up; `null` when this seating has none. */
export function release(room: Room, seating: string): Room | null {
  const index = indexOf(room, (seat) => seat.seating === seating);
  return index === null ? null : withSeat(room, index, null);
}

/** Keeps the seat for its holder until `until`; `null` when this seating has none. */
export function hold(room: Room, seating: string, until: number): Room | null {
  const index = indexOf(room, (seat) => seat.seating === seating);
  const seat = index === null ? null : room.seats[index];
  return index === null || seat === null ? null : withSeat(room, index, {
    ...seat,
    heldUntil: until,
  });
}

/** The other seat's holder as of now; `null` when it is free or its hold has lapsed. */
export function peerOf(room: Room, own: SeatIndex, holds: Holds, now: number): PeerSeat | null {
  const status = statusOf(room.seats[other(own)], holds, now);
  if (status.at === "free" || status.at === "lapsed") return null;
  const { session, tokenHash } = status.seat;
  return { ...placeOf(status.seat), session, tokenHash, present: status.at === "present" };
}

/** The seat of a seating, or `null`. */
export function seatOf(room: Room, seating: string): SeatIndex | null {
  return indexOf(room, (seat) => seat.seating === seating);
}

/** Whether nobody sits or is kept a seat, not even a lapsed one that could be resumed. */
export function isEmpty(room: Room): boolean {
  return room.seats[0] === null && room.seats[1] === null;
}

function resume(room: Room, index: SeatIndex, claim: Claim, holds: Holds, now: number): Taken {
  const before = room.seats[index];
  const peer = peerOf(room, index, holds, now);
  const resumed = before !== null && claim.tokenHash !== null &&
    sameHash(before.tokenHash, claim.tokenHash);
  const base = { kind: "seated", seat: index, resumed, displaced: null, peer } as const;
  const unchanged = before?.seating === claim.seating && before.heldUntil === null &&
    before.session === claim.session;
  if (unchanged || before === null) return { ...base, room: null, evicted: null };
  const evicted = before.seating === claim.seating ? null : placeOf(before);
  return { ...base, evicted, room: withSeat(room, index, seatFor(claim, before.tokenHash)) };
}

function full(room: Room, holds: Holds, now: number): Taken {
  const present: Place[] = [];
  let retryInMs: number | null = null;
  for (const seat of room.seats) {
    const status = statusOf(seat, holds, now);
    if (status.at === "present") present.push(placeOf(status.seat));
    if (status.at === "held") retryInMs = Math.min(retryInMs ?? Infinity, status.until - now);
  }
  return { kind: "full", present, retryInMs };
}

function statusOf(seat: Seat | null, holds: Holds, now: number): Status {
  if (seat === null) return { at: "free" };
  const until = seat.heldUntil ?? holds.get(seat.seating);
  if (until === undefined) return { at: "present", seat };
  return until > now ? { at: "held", seat, until } : { at: "lapsed", seat };
}

function indexOfFree(room: Room, holds: Holds, now: number): SeatIndex | null {
  if (room.seats[0] === null) return 0;
  if (room.seats[1] === null) return 1;
  const lapsed = ([0, 1] as const)
    .filter((index) => statusOf(room.seats[index], holds, now).at === "lapsed")
    .sort((a, b) => (room.seats[a]?.heldUntil ?? 0) - (room.seats[b]?.heldUntil ?? 0));
  return lapsed[0] ?? null;
}

function indexOf(room: Room, test: (seat: Seat) => boolean): SeatIndex | null {
  const [first, second] = room.seats;
  if (first !== null && test(first)) return 0;
  return second !== null && test(second) ? 1 : null;
}

function seatFor(claim: Claim, tokenHash: string): Seat {
  const { session, instance, seating } = claim;
  return { tokenHash, session, instance, seating, heldUntil: null };
}

function withSeat(room: Room, index: SeatIndex, seat: Seat | null): Room {
  return { seats: index === 0 ? [seat, room.seats[1]] : [room.seats[0], seat] };
}

function placeOf(seat: Seat): Place {
  return { instance: seat.instance, seating: seat.seating };
}

function other(index: SeatIndex): SeatIndex {
  return index === 0 ? 1 : 0;
}
