/** Rooms in KV: read → pure rule → atomic check → commit, again on conflict. */
import { type Clock, pause, type Random } from "../clock.ts";
import { EMPTY_ROOM, isEmpty, type Room } from "../seats.ts";
import { roomKey } from "./keys.ts";
import { retryDelayMs, Unavailable, within } from "./patience.ts";

/** What a rule decided: the room it wants (`null`: as it is) and what the caller learns. */
export interface Decision<T> {
  readonly room: Room | null;
  readonly result: T;
}

export type Rule<T> = (room: Room, now: number) => Decision<T>;

/** Told about KV's behaviour, for telemetry. */
export interface StoreEvents {
  conflict(): void;
  failure(error: unknown): void;
}

export interface RoomsOptions {
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
interface Row extends Room {
  readonly expiresAt: number;
}

export class Rooms {
  readonly #kv: Deno.Kv;
  readonly #options: RoomsOptions;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(kv: Deno.Kv, options: RoomsOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  /**
   * Applies a rule to a room. The rule may run several times, and its last decision counts.
   *
   * A commit that was given up may have happened: rules must accept finding their own work done.
   *
   * @throws {Unavailable} when KV did not answer within `patienceMs`
   */
  async update<T>(room: string, rule: Rule<T>, patienceMs: number): Promise<T> {
    const update = this.#update(room, rule, patienceMs);
    this.#underWay.add(update);
    return await update.finally(() => this.#underWay.delete(update));
  }

  /** Resolves when no update is under way any more. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  async #update<T>(room: string, rule: Rule<T>, patienceMs: number): Promise<T> {
    const { clock, random, events, stopped } = this.#options;
    const deadline = clock.now() + patienceMs;
    for (let attempt = 0;; attempt++) {
      try {
        const decided = await this.#attempt(room, rule, deadline);
        if (decided !== "conflict") return decided.result;
        events.conflict();
      } catch (error) {
        if (stopped.aborted) throw new Unavailable("Cannot update a room: the server is stopping");
        events.failure(error);
        if (error instanceof Unavailable) throw error;
      }
      const delay = retryDelayMs(attempt, random());
      if (clock.now() + delay >= deadline) throw new Unavailable("Cannot update the room in time");
      await pause(delay, stopped);
    }
  }

  /** One read, one decision, one commit. */
  async #attempt<T>(
    room: string,
    rule: Rule<T>,
    deadline: number,
  ): Promise<Decision<T> | "conflict"> {
    const { clock, roomLifeMs } = this.#options;
    const key = roomKey(room);
    const entry = await within(deadline - clock.now(), this.#kv.get<Row>(key));
    const now = clock.now();
    const live = entry.value !== null && entry.value.expiresAt > now;
    const decision = rule(live ? { seats: entry.value.seats } : EMPTY_ROOM, now);
    if (decision.room === null) return decision;
    const change = this.#kv.atomic().check(entry);
    if (isEmpty(decision.room)) change.delete(key);
    else {
      const row: Row = { seats: decision.room.seats, expiresAt: now + roomLifeMs };
      change.set(key, row, { expireIn: roomLifeMs });
    }
    const committed = await within(deadline - clock.now(), change.commit());
    return committed.ok ? decision : "conflict";
  }
}
