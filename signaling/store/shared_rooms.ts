/** Rooms in a KV that several instances share: read → rule → atomic check → commit. */
import { pause } from "../clock.ts";
import { EMPTY_ROOM } from "../rooms/seat_rules.ts";
import type { KvStore } from "./kv_store.ts";
import { roomKey } from "./keys.ts";
import { retryDelayMs, Unavailable, within } from "./patience.ts";
import {
  type Decision,
  type RoomStore,
  type RoomStoreOptions,
  type Row,
  type Rule,
  type Urgency,
  writeRow,
} from "./room_store.ts";

export class SharedRooms implements RoomStore {
  readonly #kv: KvStore;
  readonly #options: RoomStoreOptions;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(kv: KvStore, options: RoomStoreOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  async update<T>(room: string, rule: Rule<T>, { patienceMs }: Urgency): Promise<T> {
    const update = this.#update(room, rule, patienceMs);
    this.#underWay.add(update);
    return await update.finally(() => this.#underWay.delete(update));
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#underWay);
  }

  async #update<T>(room: string, rule: Rule<T>, patienceMs: number): Promise<T> {
    const { clock, random, events, stopped } = this.#options;
    const deadline = clock.monotonic() + patienceMs;
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
      if (clock.monotonic() + delay >= deadline) {
        throw new Unavailable("Cannot update the room in time");
      }
      await pause(clock, delay, stopped);
    }
  }

  /** One read, one decision, one commit. */
  async #attempt<T>(
    room: string,
    rule: Rule<T>,
    deadline: number,
  ): Promise<Decision<T> | "conflict"> {
    const { clock, roomLifeMs } = this.#options;
    const entry = await within(this.#kv.get<Row>(roomKey(room)), {
      clock,
      ms: deadline - clock.monotonic(),
    });
    const now = clock.now();
    const live = entry.value !== null && entry.value.expiresAt > now;
    const decision = rule(live ? { seats: entry.value.seats } : EMPTY_ROOM, now);
    if (decision.room === null) return decision;
    const change = this.#kv.atomic().check(entry);
    const row = { seats: decision.room.seats, expiresAt: now + roomLifeMs };
    writeRow(change, room, { row, roomLifeMs });
    const committed = await within(change.commit(), { clock, ms: deadline - clock.monotonic() });
    return committed.ok ? decision : "conflict";
  }
}
