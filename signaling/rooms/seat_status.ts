/** What a seat is in at this moment: the row's word, and what was found out about its holder. Pure. */
import { waiting } from "./former.ts";
import { changeSeat, other, type Place, placeOf, type Room, type Seat } from "./room.ts";
import type { SeatIndex } from "./room.ts";

/** What is known of the holder of a seat that says `present`. */
export type Finding =
  /** There, or not to be told from one who is. */
  | { readonly kind: "alive" }
  /** Surely gone; the seat is kept until then, in Unix milliseconds. */
  | { readonly kind: "gone"; readonly until: number };

/** By seating. */
export type Findings = ReadonlyMap<string, Finding>;

export interface Circumstances {
  /** Unix milliseconds. */
  readonly now: number;
  readonly findings: Findings;
  readonly spans: SeatSpans;
}

export interface SeatSpans {
  /** A seat is held so long for a holder who was lost; no hold is longer. */
  readonly holdMs: number;
  /** A seat that frees is kept so long for somebody who waits, counted from their last try. */
  readonly lineMs: number;
  /** Who waits in line is asked to try again after this. */
  readonly lineRetryMs: number;
}

/** The other person, as somebody who sits down finds them. */
export interface PeerSeat extends Place {
  readonly session: string;
  readonly tokenHash: string;
  readonly present: boolean;
  /** Which sitting in this room theirs is. */
  readonly turn: number;
}

export type Status =
  | { readonly at: "free" }
  | { readonly at: "present"; readonly seat: Seat }
  | { readonly at: "held"; readonly seat: Seat; readonly until: number }
  | { readonly at: "lapsed"; readonly seat: Seat; readonly since: number };

/** Instances' clocks may differ by about a second; a hold longer than that is a clock that jumped. */
const CLOCK_SLACK_MS = 5_000;

/** The room without spans that no rule could have made: a clock had jumped. */
export function repaired(room: Room, { now, spans }: Circumstances): Room {
  const { holdMs, lineMs } = spans;
  let after = room;
  for (const index of [0, 1] as const) {
    const seat = after.seats[index];
    if (seat === null) continue;
    if ((seat.heldUntil ?? 0) > now + holdMs + CLOCK_SLACK_MS) {
      after = changeSeat(after, index, { heldUntil: now + holdMs }) ?? after;
    }
  }
  for (const [position, { waitingUntil }] of after.former.entries()) {
    if ((waitingUntil ?? 0) > now + lineMs + CLOCK_SLACK_MS) {
      after = waiting(after, position, now + lineMs);
    }
  }
  return after;
}

export function statusOf(
  seat: Seat | null,
  { now, findings }: Pick<Circumstances, "now" | "findings">,
): Status {
  if (seat === null) return { at: "free" };
  const finding = findings.get(seat.seating);
  const until = seat.heldUntil ?? (finding?.kind === "gone" ? finding.until : null);
  if (until === null) return { at: "present", seat };
  return until > now ? { at: "held", seat, until } : { at: "lapsed", seat, since: until };
}

/** Seats that somebody may take: free ones, then the longest lapsed. */
export function openSeats(room: Room, here: Circumstances): SeatIndex[] {
  return ([0, 1] as const)
    .flatMap((index) => {
      const status = statusOf(room.seats[index], here);
      if (status.at === "free") return [{ index, since: -Infinity }];
      return status.at === "lapsed" ? [{ index, since: status.since }] : [];
    })
    .sort((a, b) => a.since === b.since ? 0 : a.since - b.since)
    .map(({ index }) => index);
}

/** Whoever says `present` and was not asked about yet. */
export function unknownPlaces(room: Room, findings: Findings): Place[] {
  return room.seats.flatMap((seat) => {
    const known = seat === null || seat.heldUntil !== null || findings.has(seat.seating);
    return known ? [] : [placeOf(seat)];
  });
}

/** The other seat's holder as of now; `null` when it is free or its hold has lapsed. */
export function peerOf(
  room: Room,
  own: SeatIndex,
  here: Pick<Circumstances, "now" | "findings">,
): PeerSeat | null {
  const status = statusOf(room.seats[other(own)], here);
  if (status.at === "free" || status.at === "lapsed") return null;
  const { session, tokenHash, turn } = status.seat;
  return { ...placeOf(status.seat), session, tokenHash, turn, present: status.at === "present" };
}
