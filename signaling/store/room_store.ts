/** What the rest of the server knows of rooms in KV, and what both ways to keep them share. */
import type { Clock, Random } from "../clock.ts";
import { EMPTY_ROOM, isEmpty, type Room } from "../rooms/room.ts";
import { roomKey } from "./keys.ts";

/** What a rule decided: the room it wants (`null`: as it is) and what the caller learns. */
export interface Decision<T> {
  readonly room: Room | null;
  readonly result: T;
}

/**
 * Decides about a room. It may run several times, and its last decision counts; it must accept
 * finding its own work done, because a write that was given up may have happened.
 */
export type Rule<T> = (room: Room, now: number) => Decision<T>;

export interface RoomStore {
  /**
   * Applies a rule to a room; resolves when its decision is stored.
   *
   * @throws {Unavailable} when KV did not take it in time
   */
  update<T>(room: string, rule: Rule<T>, urgency: Urgency): Promise<T>;
  /** Resolves when everything decided is stored. */
  settled(): Promise<void>;
  /** How long one call of KV takes just now, in milliseconds, as far as it was measured. */
  latencyMs(): number;
}

export interface Urgency {
  readonly patienceMs: number;
  /**
   * Nobody waits for it and losing it does no harm: it may be decided now and stored a little later,
   * together with others.
   */
  readonly lazy: boolean;
}

/** Told about KV's behaviour, for telemetry. */
export interface StoreEvents {
  conflict(): void;
  failure(error: unknown): void;
}

export interface RoomStoreOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly events: StoreEvents;
  readonly lives: RoomLives;
  /** A call that takes longer is given up, and tried again; it may happen all the same. */
  readonly kvCallMs: number;
  /** Aborted when KV is about to be closed: nothing is tried again after that. */
  readonly stopped: AbortSignal;
}

/** How long a row is kept after its last write, in milliseconds. */
export interface RoomLives {
  readonly roomLifeMs: number;
  /** A room in which two never met. */
  readonly unmetRoomLifeMs: number;
}

/**
 * A row. `expiresAt` decides; KV's own `expireIn` only collects the garbage, up to a minute late or
 * more. A room in which somebody sits longer than that is written anew by their socket.
 */
export interface Row extends Room {
  readonly expiresAt: number;
}

/** The row of a room written now. */
export function rowOf(room: Room, now: number, lives: RoomLives): Row {
  return { ...room, expiresAt: now + lifeOf(room, lives) };
}

/** The room of a row, which may be out of date or not there. */
export function roomOf(row: Row | null, now: number): Room {
  if (row === null || row.expiresAt <= now) return EMPTY_ROOM;
  const { seats, former, replaced, met, turn } = row;
  return { seats, former, replaced, met, turn };
}

/** Adds the write of a room to an atomic; one with no seats left is deleted. */
export function writeRow(
  atomic: Deno.AtomicOperation,
  room: string,
  { row, lives }: { readonly row: Row; readonly lives: RoomLives },
): void {
  if (isEmpty(row)) atomic.delete(roomKey(room));
  else atomic.set(roomKey(room), row, { expireIn: lifeOf(row, lives) });
}

function lifeOf({ met }: Room, { roomLifeMs, unmetRoomLifeMs }: RoomLives): number {
  return met ? roomLifeMs : unmetRoomLifeMs;
}
