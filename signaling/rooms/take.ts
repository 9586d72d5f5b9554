/** Taking a seat, pure: by token, in turn, or as a newcomer. `seat_rules.ts` shows the whole. */
import { addDisplaced, addLapsed, addReplaced, firstToGiveUp, positionOf } from "./former.ts";
import { takenBack, waiting, waitingBefore, withoutFormer } from "./former.ts";
import { changeSeat, indexOf, isEmpty, type Place, placeOf, type Replaced } from "./room.ts";
import { type Room, type Seat, type SeatIndex, seatOf, withSeat } from "./room.ts";
import { type Circumstances, openSeats, peerOf, type PeerSeat, repaired } from "./seat_status.ts";
import { statusOf, unknownPlaces } from "./seat_status.ts";
import { sameHash } from "./tokens.ts";

/** What somebody asks for who wants to sit. */
export interface Claim extends Place {
  readonly session: string;
  /** Hash of the token they brought, if any. */
  readonly tokenHash: string | null;
  /** Hash of the token they get if they are new. */
  readonly newTokenHash: string;
  /** What a newcomer may do: sit down, only where somebody is, or nothing. */
  readonly newcomer: "welcome" | "company-only" | "unwelcome";
}

export type Taken =
  | {
    readonly kind: "seated";
    /** `null`: the row already says so. */
    readonly room: Room | null;
    readonly seat: SeatIndex;
    readonly tokenHash: string;
    readonly turn: number;
    readonly resumed: boolean;
    /** Nobody was here before. */
    readonly created: boolean;
    readonly met: boolean;
    /** Those who lost a seat lately, not only by this: all are to be told, in case they live. */
    readonly replaced: readonly Replaced[];
    readonly peer: PeerSeat | null;
  }
  /** Find out about these first. */
  | { readonly kind: "ask"; readonly places: readonly Place[] }
  | {
    readonly kind: "full";
    /** What must be written all the same; `null`: nothing. */
    readonly room: Room | null;
    /** When trying again makes sense; `null`: both are here. */
    readonly retryInMs: number | null;
    /** Nobody waits before this token. */
    readonly firstInLine: boolean;
  }
  /** A newer seating of the same holder has the seat: this one comes too late. */
  | { readonly kind: "elsewhere" }
  /** A newcomer who is not {@linkcode Claim.newcomer | welcome}. */
  | { readonly kind: "unwelcome" };

/**
 * Resumes by token, or takes a seat back; else takes a free seat, or the longest lapsed one, unless
 * others wait in line for it.
 */
export function take(found: Room, claim: Claim, here: Circumstances): Taken {
  const room = repaired(found, here);
  const own = seatOf(room, claim.seating) ?? indexOfToken(room, claim.tokenHash);
  if (own !== null) {
    return evicted(room, claim) ? { kind: "elsewhere" } : resume(room, own, { claim, here });
  }
  const position = positionOf(room, claim.tokenHash);
  const taker = position === null ? null : displacerOf(room, position);
  if (position !== null && taker !== null) return takeBack(room, taker, { claim, here, position });
  const created = isEmpty(room);
  if (position === null && claim.newcomer === "unwelcome") return { kind: "unwelcome" };
  if (created && claim.newcomer === "company-only") return { kind: "unwelcome" };

  const open = openSeats(room, here);
  const [index] = open;
  if (index !== undefined && open.length > waitingBefore(room, position, here.now)) {
    return sit(room, index, { claim, here, position });
  }
  const places = unknownPlaces(room, here.findings);
  if (places.length > 0) return { kind: "ask", places };
  return full(found, { room, here, position });
}

interface Sitting {
  readonly claim: Claim;
  readonly here: Circumstances;
}

/** Whether the seating lost its seat to a newer one of the same holder. */
function evicted({ replaced }: Room, { seating }: Claim): boolean {
  return replaced.some((entry) => entry.seating === seating && entry.how === "elsewhere");
}

function resume(room: Room, index: SeatIndex, { claim, here }: Sitting): Taken {
  const before = room.seats[index];
  const tokenHash = before?.tokenHash ?? claim.newTokenHash;
  const resumed = claim.tokenHash !== null && sameHash(tokenHash, claim.tokenHash);
  const unchanged = before?.seating === claim.seating && before.heldUntil === null &&
    before.session === claim.session;
  const evicting = replacing(room, index, { claim, here, how: "elsewhere" });
  const seat = { ...seatFor(claim, tokenHash), turn: before?.turn ?? 0 };
  const after = withSeat(evicting, index, seat);
  return seated(after, index, { here, resumed, created: false, unchanged });
}

function takeBack(
  room: Room,
  index: SeatIndex,
  { claim, here, position }: Sitting & { readonly position: number },
): Taken {
  const tokenHash = room.former[position]?.tokenHash ?? claim.newTokenHash;
  const from = room.seats[index]?.tokenHash ?? "";
  const told = replacing(room, index, { claim, here, how: "displaced" });
  const after = withSeat(takenBack(told, position, from), index, seatFor(claim, tokenHash));
  return seated(after, index, { here, resumed: true, created: false, unchanged: false });
}

function sit(
  room: Room,
  index: SeatIndex,
  { claim, here, position }: Sitting & { readonly position: number | null },
): Taken {
  const mine = position === null ? undefined : room.former[position]?.tokenHash;
  const tokenHash = mine ?? claim.newTokenHash;
  const before = room.seats[index];
  let left = withoutFormer(replacing(room, index, { claim, here, how: "displaced" }), tokenHash);
  if (before?.doubted) left = addDisplaced(left, before.tokenHash, tokenHash);
  else if (before) left = addLapsed(left, before.tokenHash);
  const after = withSeat(left, index, seatFor(claim, tokenHash));
  const resumed = mine !== undefined;
  return seated(after, index, { here, resumed, created: isEmpty(room), unchanged: false });
}

interface Outcome {
  readonly here: Circumstances;
  readonly resumed: boolean;
  readonly created: boolean;
  /** The row already says all of it. */
  readonly unchanged: boolean;
}

function seated(found: Room, seat: SeatIndex, outcome: Outcome): Taken {
  const { here, resumed, created, unchanged } = outcome;
  const turn = unchanged ? found.seats[seat]?.turn ?? found.turn : found.turn + 1;
  const room = changeSeat({ ...found, turn: Math.max(found.turn, turn) }, seat, { turn }) ?? found;
  const peer = peerOf(room, seat, here);
  const met = room.met || peer !== null;
  const { tokenHash = "", seating = "" } = room.seats[seat] ?? {};
  // Who sits (again) is not to be told that they do not.
  const replaced = room.replaced.filter((entry) => entry.seating !== seating);
  return {
    ...{ kind: "seated", seat, tokenHash, turn, resumed, created, met, replaced, peer },
    room: unchanged ? null : { ...room, replaced, met },
  };
}

/** Remembers whoever sits at `index`, if their socket may live. */
function replacing(
  room: Room,
  index: SeatIndex,
  { claim, here, how }: Sitting & { readonly how: Replaced["how"] },
): Room {
  const seat = room.seats[index];
  if (!seat || seat.seating === claim.seating) return room;
  const gone = here.findings.get(seat.seating)?.kind === "gone";
  const mayLive = seat.heldUntil === null ? !gone : seat.doubted;
  if (!mayLive) return room;
  return addReplaced(room, { ...placeOf(seat), by: claim.seating, how, at: here.now });
}

function full(
  found: Room,
  { room, here, position }: {
    readonly room: Room;
    readonly here: Circumstances;
    readonly position: number | null;
  },
): Taken {
  const { now, spans } = here;
  const waits = position === null ? [] : [now + spans.lineRetryMs];
  for (const seat of room.seats) {
    const status = statusOf(seat, here);
    if (status.at === "held") waits.push(status.until);
  }
  const givingUp = openSeats(room, here).length > 0 ? firstToGiveUp(room, now) : null;
  if (givingUp !== null) waits.push(givingUp);
  const after = position === null ? room : inLine(room, position, here);
  const retryInMs = waits.length === 0 ? null : Math.min(...waits) - now;
  const firstInLine = position !== null && waitingBefore(room, position, now) === 0;
  return { kind: "full", room: after === found ? null : after, retryInMs, firstInLine };
}

function inLine(room: Room, position: number, { now, spans }: Circumstances): Room {
  const until = room.former[position]?.waitingUntil ?? 0;
  // Not every try is worth a write.
  if (until - now > spans.lineMs * 2 / 3) return room;
  return waiting(room, position, now + spans.lineMs);
}

/** Who has the seat that the token at this position may take back. */
function displacerOf(room: Room, position: number): SeatIndex | null {
  return indexOfToken(room, room.former[position]?.displacedBy ?? null);
}

function indexOfToken(room: Room, tokenHash: string | null): SeatIndex | null {
  return indexOf(room, (seat) => tokenHash !== null && sameHash(seat.tokenHash, tokenHash));
}

function seatFor(claim: Claim, tokenHash: string): Seat {
  const { session, instance, seating } = claim;
  return { tokenHash, session, instance, seating, turn: 0, heldUntil: null, doubted: false };
}
