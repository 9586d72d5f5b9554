/** What a room is: two seats, and what must be remembered of those who lost one. Plain values. */

export type SeatIndex = 0 | 1;

/** Where a seating (one socket's time on a seat) can be reached. */
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
  /** The {@linkcode Room.turn | turn} of the room in which its holder sat down. */
  readonly turn: number;
  /** Held only because the holder could not be reached: they may live, and say so. */
  readonly doubted: boolean;
}

/** A token that lost its seat to somebody else, and may come back. */
export interface Former {
  readonly tokenHash: string;
  /**
   * Set when the holder may have lived: the token that has the seat now, and gives it back. `null`:
   * the hold had run out, they are first in line for a seat that frees.
   */
  readonly displacedBy: string | null;
  /** Until when a seat that frees is kept for them, in Unix milliseconds; `null`: they do not wait. */
  readonly waitingUntil: number | null;
}

/** A seating that lost its seat while its socket may live: whoever writes the room tells it. */
export interface Replaced extends Place {
  /** The seating that did it. */
  readonly by: string;
  readonly how: "elsewhere" | "displaced" | "refused";
  /** Unix milliseconds. */
  readonly at: number;
}

export interface Room {
  readonly seats: readonly [Seat | null, Seat | null];
  /** In the order in which they lost their seats. */
  readonly former: readonly Former[];
  readonly replaced: readonly Replaced[];
  /** Whether two people ever were here together. */
  readonly met: boolean;
  /** Counts how often somebody sat down here: tells which of two arrivals is the later one. */
  readonly turn: number;
}

export const EMPTY_ROOM: Room = {
  seats: [null, null],
  former: [],
  replaced: [],
  met: false,
  turn: 0,
};

/** Whether nobody sits or is kept a seat, not even a lapsed one that could be resumed. */
export function isEmpty(room: Room): boolean {
  return room.seats[0] === null && room.seats[1] === null;
}

export function indexOf(room: Room, test: (seat: Seat) => boolean): SeatIndex | null {
  const [first, second] = room.seats;
  if (first !== null && test(first)) return 0;
  return second !== null && test(second) ? 1 : null;
}

/** The seat of a seating, or `null`. */
export function seatOf(room: Room, seating: string): SeatIndex | null {
  return indexOf(room, (seat) => seat.seating === seating);
}

export function withSeat(room: Room, index: SeatIndex, seat: Seat | null): Room {
  return { ...room, seats: index === 0 ? [seat, room.seats[1]] : [room.seats[0], seat] };
}

/** Changes a seat; `null` when there is none. */
export function changeSeat(
  room: Room,
  index: SeatIndex | null,
  change: Partial<Seat>,
): Room | null {
  const seat = index === null ? null : room.seats[index];
  return index === null || !seat ? null : withSeat(room, index, { ...seat, ...change });
}

export function placeOf({ instance, seating }: Place): Place {
  return { instance, seating };
}

export function other(index: SeatIndex): SeatIndex {
  return index === 0 ? 1 : 0;
}
