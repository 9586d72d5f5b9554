/** Two, never three, and nobody left in the dark, wherever an answer of KV is lost. */
import { assert } from "@std/assert";
import { Addresses } from "../../signaling/limits/addresses.ts";
import { DEFAULT_LIMITS } from "../../signaling/limits/limits.ts";
import { socketRates } from "../../signaling/limits/socket_rates.ts";
import type { ServerMessage } from "../../signaling/protocol.ts";
import { Relay } from "../../signaling/relay/relay.ts";
import type { Mail, SeatNotice } from "../../signaling/relay/mail.ts";
import type { Checker } from "../../signaling/rooms/reachability.ts";
import type { Room } from "../../signaling/rooms/room.ts";
import { Rooms } from "../../signaling/rooms/rooms.ts";
import type { Departure } from "../../signaling/rooms/teller.ts";
import { Leaving } from "../../signaling/sockets/leaving.ts";
import { Participant } from "../../signaling/sockets/participant.ts";
import { Serial } from "../../signaling/sockets/serial.ts";
import type { Services } from "../../signaling/sockets/services.ts";
import { roomKey } from "../../signaling/store/keys.ts";
import type { RoomStore } from "../../signaling/store/room_store.ts";
import { SharedRooms } from "../../signaling/store/shared_rooms.ts";
import { SoleRooms } from "../../signaling/store/sole_rooms.ts";
import { createTelemetry } from "../../signaling/telemetry/metrics.ts";
import { TIMINGS } from "../../signaling/timings.ts";
import { fc } from "./deps.ts";
import { type Fate, MapKv } from "./map_kv.ts";
import { VirtualClock } from "./virtual_clock.ts";

type Kind = "sole" | "shared";

const UNLIMITED = {
  ...DEFAULT_LIMITS,
  joinsPerMinute: 1e9,
  namesPerMinute: 1e9,
  newRoomsPerHour: 1e9,
};
const PEOPLE = 4;

/** One socket of a person, up to what the page believes. */
class Socket {
  readonly #participant: Participant;
  readonly #serial = new Serial((error) => {
    throw error;
  });
  /** What the page waits for. */
  #request: string | null = null;
  closed = false;
  /** Whether the page believes that it has a seat. */
  seated = false;
  token: string | null = null;

  constructor(readonly instance: TestInstance) {
    const visitor = instance.addresses.enter("somewhere", { fromPage: true });
    assert(visitor !== null);
    this.#participant = new Participant(this, visitor, instance.services);
  }

  join(request: string, token: string | null): void {
    this.#request = request;
    const base = { type: "join", request, room: "tea", session: `session-${request}` } as const;
    const message = { ...base, connection: null, offer: null };
    this.#serial.run(() =>
      this.#participant.join(token === null ? message : { ...message, token })
    );
  }

  leave(): void {
    this.seated = false;
    this.#request = null;
    this.#serial.run(() => this.#participant.leave({ type: "leave" }));
  }

  drop(departure: Departure): void {
    if (this.closed) return;
    this.closed = true;
    this.seated = false;
    this.#serial.run(() => this.#participant.depart(departure));
  }

  receive(seating: string, notice: SeatNotice): void {
    this.#serial.run(() => this.#participant.notice(seating, notice));
  }

  send(message: ServerMessage): void {
    if (this.closed) return;
    if (message.type === "joined" && message.request === this.#request) {
      this.seated = true;
      this.token = message.token;
    }
    if (message.type === "full" || message.type === "elsewhere" || message.type === "refused") {
      this.seated = false;
    }
  }

  mistake(): void {}

  /** What a server does about every socket each second. */
  sweep(): void {
    if (!this.closed) this.#serial.run(() => this.#participant.renew());
  }

  hangUp(): void {
    this.closed = true;
    this.seated = false;
  }
}

interface TestInstance {
  readonly id: string;
  readonly relay: Relay;
  readonly services: Services;
  readonly addresses: Addresses;
  readonly store: RoomStore;
}

/** A room, the instances that serve it, and what becomes of each call of KV. */
class World {
  readonly clock = new VirtualClock();
  readonly kv = new MapKv();
  readonly instances: TestInstance[] = [];
  readonly sockets: Socket[] = [];
  readonly latest: (Socket | undefined)[] = [];
  /** Whose socket each seating is. */
  readonly seatings = new Map<string, unknown>();
  /** Instances that answer nobody; mail for them waits. */
  readonly frozen = new Set<string>();
  readonly #waiting: (() => void)[] = [];
  /** How many calls KV got so far. */
  calls = 0;
  fates: (call: number) => Fate = () => "fine";
  #ids = 0;

  static async open(kind: Kind): Promise<World> {
    const world = new World();
    const ids = kind === "sole" ? ["here-0001"] : ["here-0001", "there-001"];
    for (const id of ids) world.instances.push(await world.#instance(id, kind));
    world.clock.every(1_000, () => world.sockets.forEach((socket) => socket.sweep()));
    return world;
  }

  act({ act, who, where }: Step): void {
    const socket = this.latest[who];
    const instance = this.instances[where % this.instances.length];
    if (instance === undefined) return;
    switch (act) {
      case "join":
        if (socket === undefined || socket.closed || !socket.seated) {
          this.#join(who, instance, null);
        }
        return;
      case "return":
        return this.#join(who, instance, socket?.token ?? null);
      case "again":
        if (socket?.token && !socket.closed) socket.join(this.#id(), socket.token);
        return;
      case "leave":
        return socket?.leave();
      case "drop":
        return socket?.drop("lost");
      case "freeze":
        this.frozen.add(instance.id);
        return;
      case "thaw":
        return this.thaw();
    }
  }

  thaw(): void {
    this.frozen.clear();
    for (const deliver of this.#waiting.splice(0)) deliver();
  }

  get room(): Room | null {
    return this.kv.value(roomKey("tea")) as Room | null;
  }

  /** What must hold when everything that was under way has come to its end. */
  check(): void {
    const believers = this.sockets.filter(({ seated }) => seated);
    assert(believers.length <= 2, `${believers.length} believe that they sit`);
    const present = this.room?.seats.filter((seat) => seat?.heldUntil === null) ?? [];
    for (const believer of believers) {
      const has = present.some((seat) => this.seatings.get(seat?.seating ?? "") === believer);
      assert(has, "somebody believes to sit who does not");
    }
  }

  #join(who: number, instance: TestInstance, token: string | null): void {
    const socket = new Socket(instance);
    // The page remembers its token also when this join brings none.
    socket.token = token;
    const before = this.latest[who];
    this.sockets.push(socket);
    this.latest[who] = socket;
    socket.join(this.#id(), token);
    // A page has one socket: the older one is given up a moment later, or its loss noticed never.
    if (before !== undefined && token === null) before.drop("lost");
  }

  async #instance(id: string, kind: Kind): Promise<TestInstance> {
    const clock = this.clock;
    const kv = this.kv.door(() => this.fates(this.calls++));
    const options = {
      clock,
      random: () => 0.5,
      events: { conflict() {}, failure() {} },
      lives: TIMINGS,
      kvCallMs: TIMINGS.kvCallMs,
      stopped: new AbortController().signal,
    };
    const store = kind === "sole"
      ? await SoleRooms.open(kv, options)
      : new SharedRooms(kv, options);
    const telemetry = createTelemetry();
    const relay = new Relay(id, clock, telemetry);
    const register = relay.register.bind(relay);
    relay.register = (seating, occupant) => {
      this.seatings.set(seating, occupant);
      register(seating, occupant);
    };
    relay.connect({ send: (to, mail) => this.#post(to, mail) });
    const secrets = { newId: () => this.#id(), newToken: () => `token-${this.#id()}` };
    const checker = this.#checker(id, relay);
    const rooms = new Rooms({ me: id, store, relay, checker, clock, timings: TIMINGS, secrets });
    const addresses = new Addresses({ ...UNLIMITED, socketsPerAddress: 1e9 }, clock);
    const services: Services = {
      ...{ clock, timings: TIMINGS, limits: UNLIMITED, rates: socketRates(UNLIMITED), secrets },
      ...{ telemetry, relay, rooms, ice: { stunUrls: [], turn: null, provider: null }, open: true },
      ...{ wall: clock, leaving: new Leaving({ confirmMs: 1_000 }), provider: null },
      onBug(error) {
        throw error;
      },
    };
    return { id, relay, services, addresses, store };
  }

  #checker(me: string, relay: Relay): Checker {
    const finding = (verdict: number | null) => {
      return verdict === null
        ? { kind: "alive" } as const
        : { kind: "gone", until: verdict } as const;
    };
    return {
      glance: ({ instance, seating }) => {
        return instance === me ? finding(relay.verdict(seating)) : "unknown";
      },
      check: ({ instance, seating }) => {
        const there = this.instances.find(({ id }) => id === instance);
        if (there === undefined || this.frozen.has(instance) && instance !== me) {
          return Promise.resolve("silent");
        }
        return Promise.resolve(finding(there.relay.verdict(seating)));
      },
    };
  }

  #post(to: string, mail: Mail): void {
    const deliver = () => {
      const there = this.instances.find(({ id }) => id === to);
      if (mail.kind === "notice") there?.relay.accept(mail);
    };
    if (this.frozen.has(to)) this.#waiting.push(deliver);
    else queueMicrotask(deliver);
  }

  #id(): string {
    return `id-${String(++this.#ids).padStart(6, "0")}`;
  }
}

interface Step {
  readonly act: "join" | "return" | "again" | "leave" | "drop" | "freeze" | "thaw";
  readonly who: number;
  readonly where: number;
  readonly waitMs: number;
}

function step(act: Step["act"], who: number, { where = 0, waitMs = 500 } = {}): Step {
  return { act, who, where, waitMs };
}

/** Two meet; one moves to a newer socket; one is doubted, displaced, and takes the seat back. */
const STORY: readonly Step[] = [
  step("join", 0),
  step("join", 1, { where: 1 }),
  step("return", 1),
  step("freeze", 0, { waitMs: 100 }),
  step("join", 2, { where: 1, waitMs: 16_000 }),
  step("join", 2, { where: 1, waitMs: 4_000 }),
  step("thaw", 0),
  step("return", 0, { where: 1 }),
  step("return", 2, { where: 1 }),
  step("leave", 1),
  step("return", 2),
];

/** Plays it, then lets every fault end and every patience run out. @returns how many calls KV got */
async function play(kind: Kind, steps: readonly Step[], fates: (call: number) => Fate) {
  const world = await World.open(kind);
  world.fates = fates;
  for (const each of steps) {
    world.act(each);
    await world.clock.pass(each.waitMs);
  }
  const { calls } = world;
  world.thaw();
  await world.clock.pass(11_000);
  world.kv.release();
  world.fates = () => "fine";
  await world.clock.pass(70_000);
  world.check();
  return calls;
}

const FATES: Readonly<Record<Kind, readonly Fate[]>> = {
  sole: ["before", "after"],
  shared: ["before", "after", "late"],
};

for (const kind of ["sole", "shared"] as const) {
  Deno.test(`seats: two and never three, whichever single answer is lost, ${kind}`, async () => {
    const calls = await play(kind, STORY, () => "fine");
    assert(calls > 5, `${calls}`);
    for (const fate of FATES[kind]) {
      for (let lost = 0; lost < calls + 4; lost++) {
        try {
          await play(kind, STORY, (call) => call === lost ? fate : "fine");
        } catch (error) {
          throw new Error(`call ${lost} ${fate}`, { cause: error });
        }
      }
    }
  });

  Deno.test(`seats: two and never three, whatever people do and answers are lost, ${kind}`, async () => {
    const steps = fc.array(
      fc.record({
        act: fc.constantFrom<Step["act"][]>(
          "join",
          "join",
          "return",
          "return",
          "again",
          "leave",
          "drop",
          "freeze",
          "thaw",
        ),
        who: fc.nat(PEOPLE - 1),
        where: fc.nat(1),
        waitMs: fc.constantFrom(0, 5, 300, 2_000, 16_000),
      }),
      { maxLength: 24, size: "max" },
    );
    const fate = fc.constantFrom<Fate[]>("fine", "fine", "fine", ...FATES[kind]);
    await fc.assert(
      fc.asyncProperty(
        steps,
        fc.array(fate, { maxLength: 60, size: "max" }),
        async (acts, fates) => {
          await play(kind, acts, (call) => fates[call] ?? "fine");
        },
      ),
      { numRuns: 300 },
    );
  });
}
