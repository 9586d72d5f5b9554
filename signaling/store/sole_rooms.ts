/**
 * Rooms in a KV that this process alone uses (one process per SQLite file, ensured by its lock).
 *
 * What was read or decided once is known, so rules run from memory; what they decide is stored
 * before anybody hears of it. Decisions made while a write is under way go into the next one
 * together (group commit): under load many rooms cost one transaction.
 */
import { pause } from "../clock.ts";
import { type Bucket, fullBucket, type Rate, spend } from "../limits/token_bucket.ts";
import { EMPTY_ROOM, isEmpty } from "../rooms/room.ts";
import type { KvStore } from "./kv_store.ts";
import { roomKey, roomPrefix } from "./keys.ts";
import { retryDelayMs, Unavailable } from "./patience.ts";
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

/** Rooms kept in memory; about 1 kB each. Others are read again when somebody comes. */
const MAX_KNOWN = 20_000;
/**
 * How long what nobody waits for may wait to be stored with something else. A crash within it leaves
 * the seat of somebody who just left as it was: held for a moment, for nobody.
 */
const LAZY_MS = 100;
/**
 * How often transactions may follow each other: a few joins are stored at once, and of many those of
 * five milliseconds share one. A transaction costs about 0.2 ms of CPU, however many rooms it holds.
 */
const PACE: Rate = { burst: 8, perSecond: 200 };
/** KV takes 1,000 mutations and 800 KiB in one atomic. */
const MAX_GROUP = 500;

const LIST = { limit: MAX_KNOWN, batchSize: 500 };
/** A room without a row. */
const NOBODY: Row = { ...EMPTY_ROOM, expiresAt: 0 };

interface Group {
  readonly rows: Map<string, Row>;
  readonly stored: PromiseWithResolvers<void>;
}

export class SoleRooms implements RoomStore {
  readonly #kv: KvStore;
  readonly #options: RoomStoreOptions;
  /** Rows as decided, the latest used last; those not stored yet are in a group too. */
  readonly #known = new Map<string, Row>();
  /** Groups not stored yet; the first may be under way. */
  readonly #groups: Group[] = [];
  #underWay: Group | null = null;
  #storing: Promise<void> | null = null;
  #pace: Bucket;
  #cancelLazy: (() => void) | null = null;
  /** Whether every row of the database is in `#known`, so that an unknown room is an empty one. */
  #complete = false;

  private constructor(kv: KvStore, options: RoomStoreOptions) {
    this.#kv = kv;
    this.#options = options;
    this.#pace = fullBucket(PACE, options.clock.monotonic());
  }

  /** Reads the rooms there are, if they are not too many. */
  static async open(kv: KvStore, options: RoomStoreOptions): Promise<SoleRooms> {
    const rooms = new SoleRooms(kv, options);
    for await (const { key, value } of kv.list<Row>({ prefix: roomPrefix() }, LIST)) {
      rooms.#known.set(String(key.at(-1)), value);
    }
    rooms.#complete = rooms.#known.size < MAX_KNOWN;
    return rooms;
  }

  async update<T>(room: string, rule: Rule<T>, { patienceMs, lazy }: Urgency): Promise<T> {
    const { clock, random, events, stopped } = this.#options;
    const deadline = clock.monotonic() + patienceMs;
    for (let attempt = 0;; attempt++) {
      try {
        const known = this.#known.get(room) ?? (this.#complete ? NOBODY : undefined);
        const decision = this.#decide(room, known ?? await this.#read(room), rule);
        if (decision.room === null) return decision.result;
        const stored = this.#store(room);
        if (lazy) this.#storeSoon(stored);
        else await this.#storeNow(stored);
        return decision.result;
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

  /** Nobody is asked through this KV, so nobody needs to know. */
  latencyMs(): number {
    return 0;
  }

  async settled(): Promise<void> {
    if (this.#groups.length > 0) await this.#storeNow(Promise.resolve());
    await this.#storing;
  }

  async #read(room: string): Promise<Row> {
    const { value } = await this.#kv.get<Row>(roomKey(room));
    // Somebody may have read and changed it meanwhile.
    return this.#known.get(room) ?? value ?? NOBODY;
  }

  /** Decides at once: no other decision about this room can come between. */
  #decide<T>(room: string, row: Row, rule: Rule<T>): Decision<T> {
    const now = this.#options.clock.now();
    const decision = rule(roomOf(row, now), now);
    if (decision.room === null) return decision;
    this.#known.delete(room);
    this.#known.set(room, rowOf(decision.room, now, this.#options.lives));
    return decision;
  }

  /** Puts a room into the next group; resolves when that is stored. */
  #store(room: string): Promise<void> {
    const row = this.#known.get(room);
    if (row === undefined) throw new Error("Cannot store a room that nothing was decided about");
    let group = this.#groups.at(-1);
    if (group === undefined || group === this.#underWay || group.rows.size >= MAX_GROUP) {
      group = { rows: new Map(), stored: Promise.withResolvers() };
      this.#groups.push(group);
    }
    group.rows.set(room, row);
    return group.stored.promise;
  }

  async #storeNow(stored: Promise<void>): Promise<void> {
    this.#cancelLazy?.();
    this.#cancelLazy = null;
    this.#storing ??= this.#storeAll();
    await stored;
  }

  #storeSoon(stored: Promise<void>): void {
    // Whoever finds the seat taken by nobody frees it: nothing is lost but a moment.
    stored.catch(this.#options.events.failure);
    this.#cancelLazy ??= this.#options.clock.after(
      LAZY_MS,
      () => this.#storeNow(Promise.resolve()),
    );
  }

  async #storeAll(): Promise<void> {
    const { clock, stopped } = this.#options;
    // Decisions of the same turn of the event loop leave together.
    await Promise.resolve();
    for (let group = this.#groups[0]; group !== undefined; group = this.#groups[0]) {
      const paced = spend(this.#pace, PACE, 1, clock.monotonic());
      this.#pace = paced.bucket;
      if (!paced.ok && !stopped.aborted) {
        await pause(clock, paced.retryInMs, stopped);
        continue;
      }
      this.#underWay = group;
      try {
        await this.#commit(group.rows);
        this.#groups.shift();
        group.stored.resolve();
        this.#forget(group.rows);
      } catch (error) {
        this.#giveUp(error);
      }
    }
    this.#underWay = null;
    this.#storing = null;
  }

  async #commit(rows: ReadonlyMap<string, Row>): Promise<void> {
    const { lives } = this.#options;
    const change = this.#kv.atomic();
    for (const [room, row] of rows) writeRow(change, room, { row, lives });
    await change.commit();
  }

  /** What was decided is not stored, and what was decided on top of it neither: begin anew. */
  #giveUp(error: unknown): void {
    this.#known.clear();
    this.#complete = false;
    for (const { stored } of this.#groups.splice(0)) stored.reject(error);
  }

  /** Lets go of rooms that are empty, and of the least used when there are too many. */
  #forget(stored: ReadonlyMap<string, Row>): void {
    for (const [room, row] of stored) {
      if (isEmpty(row) && this.#known.get(room) === row) this.#known.delete(room);
    }
    for (const room of this.#known.keys()) {
      if (this.#known.size <= MAX_KNOWN) return;
      if (this.#groups.some(({ rows }) => rows.has(room))) continue;
      this.#known.delete(room);
      this.#complete = false;
    }
  }
}
