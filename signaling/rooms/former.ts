/**
 * Those who lost their seats, pure. A displaced one (who may have lived) gets the seat back from
 * whoever has it; one whose hold had run out is first in line when a seat frees. Whoever a seat was
 * taken back from stands in line too, and never takes it back in turn: two tokens cannot alternate.
 */
import type { Former, Replaced, Room } from "./room.ts";
import { sameHash } from "./tokens.ts";

/** Remembered a room; a call has two people, and few come and go. */
const MAX_FORMER = 4;
/** More than can happen to a room while one answer of KV is lost. */
const MAX_REPLACED = 6;
/** Whoever replaced a seating has told it by then, or somebody who came later has. */
const REPLACED_MS = 60_000;

/** The position of a token among the former ones, or `null`. */
export function positionOf(room: Room, tokenHash: string | null): number | null {
  if (tokenHash === null) return null;
  const position = room.former.findIndex((former) => sameHash(former.tokenHash, tokenHash));
  return position === -1 ? null : position;
}

/** How many wait before this position; `null`: before a newcomer. */
export function waitingBefore(room: Room, position: number | null, now: number): number {
  return room.former.slice(0, position ?? room.former.length)
    .filter(({ waitingUntil }) => waitingUntil !== null && waitingUntil > now).length;
}

/** When the first of those who wait gives up, in Unix milliseconds; `null`: nobody waits. */
export function firstToGiveUp(room: Room, now: number): number | null {
  const ends = room.former.flatMap(({ waitingUntil }) => {
    return waitingUntil !== null && waitingUntil > now ? [waitingUntil] : [];
  });
  return ends.length === 0 ? null : Math.min(...ends);
}

/** Keeps a seat that frees for the token at this position. */
export function waiting(room: Room, position: number, until: number): Room {
  const former = room.former.map((entry, index) => {
    return index === position ? { ...entry, waitingUntil: until } : entry;
  });
  return { ...room, former };
}

/** The token sits again: it is a former one no more. */
export function withoutFormer(room: Room, tokenHash: string): Room {
  if (room.former.length === 0) return room;
  const former = room.former.filter((entry) => !sameHash(entry.tokenHash, tokenHash));
  return { ...room, former };
}

/** A token whose hold had run out lost its seat: it stands in line. */
export function addLapsed(room: Room, tokenHash: string): Room {
  return add(room, { tokenHash, displacedBy: null, waitingUntil: null });
}

/** A token whose holder may live lost its seat to `by`; so did whoever it had displaced itself. */
export function addDisplaced(room: Room, tokenHash: string, by: string): Room {
  const former = room.former.map((entry) => {
    return entry.displacedBy === tokenHash ? { ...entry, displacedBy: by } : entry;
  });
  return add({ ...room, former }, { tokenHash, displacedBy: by, waitingUntil: null });
}

/**
 * The token at this position takes its seat back from `from`. Who was displaced before it keeps the
 * right to the seat, who was displaced after it does not.
 */
export function takenBack(room: Room, position: number, from: string): Room {
  const mine = room.former[position]?.tokenHash ?? null;
  const former = room.former
    .map((entry, index) => {
      if (entry.displacedBy !== from) return entry;
      return { ...entry, displacedBy: index < position ? mine : null };
    })
    .filter((_, index) => index !== position);
  return addLapsed({ ...room, former }, from);
}

/** Remembers a seating that must be told; those told long ago are forgotten. */
export function addReplaced(room: Room, entry: Replaced): Room {
  const replaced = room.replaced.filter(({ at, seating }) => {
    return seating !== entry.seating && entry.at - at < REPLACED_MS;
  });
  return { ...room, replaced: [...replaced, entry].slice(-MAX_REPLACED) };
}

function add(room: Room, entry: Former): Room {
  const former = [...withoutFormer(room, entry.tokenHash).former, entry];
  if (former.length <= MAX_FORMER) return { ...room, former };
  const least = former.findIndex((old) => old.displacedBy === null && old.waitingUntil === null);
  return { ...room, former: former.filter((_, index) => index !== Math.max(0, least)) };
}
