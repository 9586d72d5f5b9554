import { assert, assertEquals, assertRejects } from "@std/assert";
import { VirtualClock } from "../../tests/signaling/virtual_clock.ts";
import { systemClock } from "../clock.ts";
import { type Room } from "../rooms/room.ts";
import { hold, release } from "../rooms/seat_rules.ts";
import { type Claim, take } from "../rooms/take.ts";
import { Unavailable } from "./patience.ts";
import type { RoomStore, RoomStoreOptions, Rule } from "./room_store.ts";
import { SharedRooms } from "./shared_rooms.ts";
import { SoleRooms } from "./sole_rooms.ts";

const NOW = { patienceMs: 5_000, lazy: false };
const SOON = { patienceMs: 5_000, lazy: true };

/** What KV did, and what it is told to do. */
interface Script {
  commits: number;
  /** So many of the next commits throw. */
  failures: number;
}

/** A real KV in memory whose commits are counted and can be made to fail. */
async function scriptedKv(): Promise<Disposable & { kv: Deno.Kv; script: Script }> {
  const real = await Deno.openKv(":memory:");
  const script: Script = { commits: 0, failures: 0 };
  function atomic(): Deno.AtomicOperation {
    const operation = real.atomic();
    const commit = operation.commit.bind(operation);
    operation.commit = () => {
      script.commits++;
      return script.failures-- > 0 ? Promise.reject(new TypeError("disk full")) : commit();
    };
    return operation;
  }
  const kv = new Proxy(real, {
    get(target, name) {
      if (name === "atomic") return atomic;
      const value: unknown = Reflect.get(target, name);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return { kv, script, [Symbol.dispose]: () => real.close() };
}

function options(events: Partial<RoomStoreOptions["events"]> = {}): RoomStoreOptions {
  return {
    clock: systemClock,
    random: Math.random,
    events: { conflict() {}, failure() {}, ...events },
    lives: { roomLifeMs: 60_000, unmetRoomLifeMs: 30_000 },
    kvCallMs: 5_000,
    stopped: new AbortController().signal,
  };
}

function sitting(seating: string): Rule<string> {
  const claim: Claim = {
    instance: "here",
    seating,
    session: `session-${seating}`,
    tokenHash: null,
    newTokenHash: `hash-${seating}`,
    newcomer: "welcome",
  };
  return (room, now) => {
    const spans = { holdMs: 15_000, lineMs: 20_000, lineRetryMs: 5_000 };
    const taken = take(room, claim, { now, findings: new Map(), spans });
    return { room: taken.kind === "seated" ? taken.room : null, result: taken.kind };
  };
}

function leaving(seating: string): Rule<void> {
  return (room) => ({ room: release(room, seating), result: undefined });
}

async function seatings(store: RoomStore, room: string): Promise<string[]> {
  const read: Rule<Room> = (found) => ({ room: null, result: found });
  const { seats } = await store.update(room, read, NOW);
  return seats.flatMap((seat) => seat === null ? [] : [seat.seating]);
}

type Open = (kv: Deno.Kv, events?: Partial<RoomStoreOptions["events"]>) => Promise<RoomStore>;

const KINDS: Readonly<Record<string, Open>> = {
  sole: (kv, events) => SoleRooms.open(kv, options(events)),
  shared: (kv, events) => Promise.resolve(new SharedRooms(kv, options(events))),
};

for (const [kind, open] of Object.entries(KINDS)) {
  Deno.test(`store: of many at one door two get in, ${kind}`, async () => {
    using scripted = await scriptedKv();
    const store = await open(scripted.kv);
    const names = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const results = await Promise.all(names.map((name) => store.update("tea", sitting(name), NOW)));
    assertEquals(results.filter((result) => result === "seated").length, 2);
    assertEquals((await seatings(store, "tea")).length, 2);
  });

  Deno.test(`store: a write that fails is decided anew, and nobody hears of it before, ${kind}`, async () => {
    using scripted = await scriptedKv();
    let failures = 0;
    const store = await open(scripted.kv, { failure: () => failures++ });
    scripted.script.failures = 3;
    assertEquals(await store.update("tea", sitting("ann"), NOW), "seated");
    assert(failures >= 3);
    scripted.script.failures = Infinity;
    const impatient = { patienceMs: 50, lazy: false };
    await assertRejects(() => store.update("tea", sitting("bob"), impatient), Unavailable);
    scripted.script.failures = 0;
    assertEquals(await seatings(store, "tea"), ["ann"], "a seat that was not stored is not taken");
  });

  Deno.test(`store: what was decided is there for whoever opens it next, ${kind}`, async () => {
    using scripted = await scriptedKv();
    const store = await open(scripted.kv);
    await store.update("tea", sitting("ann"), NOW);
    await store.update("coffee", sitting("bob"), NOW);
    await store.update("coffee", leaving("bob"), SOON);
    await store.settled();
    const next = await open(scripted.kv);
    assertEquals([await seatings(next, "tea"), await seatings(next, "coffee")], [["ann"], []]);
    const rows = await Array.fromAsync(scripted.kv.list({ prefix: [] }));
    assertEquals(rows.length, 1, "a room without seats leaves no row");
  });
}

Deno.test("store: a conflict is decided anew on what the other wrote, shared", async () => {
  using scripted = await scriptedKv();
  let conflicts = 0;
  const one = new SharedRooms(scripted.kv, options({ conflict: () => conflicts++ }));
  const two = new SharedRooms(scripted.kv, options({ conflict: () => conflicts++ }));
  await Promise.all([
    one.update("tea", sitting("ann"), NOW),
    two.update("tea", sitting("bob"), NOW),
  ]);
  assertEquals((await seatings(one, "tea")).toSorted(), ["ann", "bob"]);
  assert(conflicts > 0);
});

Deno.test("store: decisions of one moment cost one transaction, sole", async () => {
  using scripted = await scriptedKv();
  const store = await SoleRooms.open(scripted.kv, options());
  const rooms = Array.from({ length: 40 }, (_, index) => `room ${index}`);
  await Promise.all(rooms.map((room) => store.update(room, sitting("ann"), NOW)));
  assertEquals(scripted.script.commits, 1);
});

Deno.test("store: departures wait for company, and count at once, sole", async () => {
  using scripted = await scriptedKv();
  const store = await SoleRooms.open(scripted.kv, options());
  await store.update("tea", sitting("ann"), NOW);
  await store.update("tea", sitting("bob"), NOW);
  await store.update("tea", leaving("ann"), SOON);
  await store.update("tea", (room) => ({ room: hold(room, "bob", 0), result: null }), SOON);
  assertEquals(scripted.script.commits, 2, "neither is stored yet");
  assertEquals(await store.update("tea", sitting("eve"), NOW), "seated");
  assertEquals(scripted.script.commits, 3, "both went with the next join");
});

Deno.test("store: a few joins one after another wait for no clock, more keep their pace, sole", async () => {
  using scripted = await scriptedKv();
  const clock = new VirtualClock();
  const store = await SoleRooms.open(scripted.kv, { ...options(), clock });
  for (let count = 0; count < 8; count++) {
    assertEquals(await store.update(`room ${count}`, sitting("ann"), NOW), "seated");
  }
  assertEquals(scripted.script.commits, 8, "each was stored, and no time has passed");
  const ninth = store.update("room 8", sitting("ann"), NOW);
  await clock.pass(0);
  assertEquals(scripted.script.commits, 8);
  await clock.pass(5);
  assertEquals(await ninth, "seated");
});
