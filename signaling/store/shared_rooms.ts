/** Rooms in a KV that several instances share: read → rule → atomic check → commit. */
import { pause } from "../clock.ts";
import { afterCall } from "./latency.ts";
import type { KvStore } from "./kv_store.ts";
import { roomKey } from "./keys.ts";
import { retryDelayMs, Unavailable, within } from "./patience.ts";
import {
  type Decision,
  roomOf,
  type RoomStore,
  type RoomStoreOptions,
  type Row,
  rowOf,
  type Rule,
  type Urgency,
  writeRow,
} from "./room_store.ts";

export class SharedRooms implements RoomStore {
  readonly #kv: KvStore;
  readonly #options: RoomStoreOptions;
  readonly #underWay = new Set<Promise<unknown>>();
  #latencyMs: number | null = null;

  constructor(kv: KvStore, options: RoomStoreOptions) {
    this.#kv = kv;
    this.#options = options;
  }

  async update<T>(room: string, rule: Rule<T>, { patienceMs }: Urgency): Promise<T> {
    const update = this.#update(room, rule, patienceMs);
    this.#underWay.add(update);
    return await update.finally(() => this.#underWay.delete(update));
  }

  latencyMs(): number {
    return this.#latencyMs ?? 0;
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
    const { clock, lives } = this.#options;
    const entry = await this.#timed(deadline, () => this.#kv.get<Row>(roomKey(room)));
    const now = clock.now();
    const decision = rule(roomOf(entry.value, now), now);
    if (decision.room === null) return decision;
    const change = this.#kv.atomic().check(entry);
    writeRow(change, room, { row: rowOf(decision.room, now, lives), lives });
    const committed = await this.#timed(deadline, () => change.commit());
    return committed.ok ? decision : "conflict";
  }

  /** One call of KV, until the deadline; how long it took, or was waited for, is remembered. */
  async #timed<T>(deadline: number, call: () => Promise<T>): Promise<T> {
    const { clock, kvCallMs } = this.#options;
    const started = clock.monotonic();
    try {
      return await within(call(), { clock, ms: Math.min(deadline - started, kvCallMs) });
    } finally {
      this.#latencyMs = afterCall(this.#latencyMs, clock.monotonic() - started);
    }
  }
}
