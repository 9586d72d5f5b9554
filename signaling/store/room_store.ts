/** What the rest of the server knows of rooms in KV, and what both ways to keep them share. */
import type { Clock, Random } from "../clock.ts";
import { isEmpty, type Room } from "../rooms/seat_rules.ts";
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
  readonly roomLifeMs: number;
  /** Aborted when KV is about to be closed: nothing is tried again after that. */
  readonly stopped: AbortSignal;
}

/**
 * A row. `expiresAt` decides; KV's own `expireIn` only collects the garbage, up to a minute late or
 * more. A room in which somebody sits longer than that is written anew by their socket.
 */
export interface Row extends Room {
  readonly expiresAt: number;
}

/** Adds the write of a room to an atomic; one with no seats left is deleted. */
export function writeRow(
  atomic: Deno.AtomicOperation,
  room: string,
  { row, roomLifeMs }: { readonly row: Row; readonly roomLifeMs: number },
): void {
  if (isEmpty(row)) atomic.delete(roomKey(room));
  else atomic.set(roomKey(room), row, { expireIn: roomLifeMs });
}
