/** What an address may do only so often: names, rooms, TURN credentials. */
import { assert, assertEquals } from "@std/assert";
import { encode, type Ice, parseServerMessage } from "../../signaling/protocol.ts";
import { startServer, type TestServer } from "./fixture.ts";
import { HandClock } from "./hand_clock.ts";
import { ModelKv } from "./model_kv.ts";
import { notedRooms } from "./noted_rooms.ts";
import type { Page } from "./page.ts";

/** Everybody here has one address: names are tried until the budget is empty. */
async function spendNames(page: Page): Promise<void> {
  for (let tries = 0; tries < 1_000; tries++) {
    page.join(`guess ${tries}`);
    const answer = await page.nextOf("joined", "full", "error");
    if (answer.type === "error") return assertEquals(answer.code, "rate-limited");
    page.send({ type: "leave" });
  }
  throw new Error("no limit was met");
}

const FEW_NAMES = { LIMIT_NAMES_PER_MINUTE: "8", LIMIT_ERRORS_PER_MINUTE: "1000" };

Deno.test("names: joins that meet nobody, meet somebody or a full room count alike", async () => {
  await using server = startServer({ env: FEW_NAMES });
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("tea");
  eve.join("tea");
  await eve.next("joined");
  eve.send({ type: "leave" });
  await bob.sit("tea");
  eve.join("tea");
  await eve.next("full");
  eve.join("coffee");
  const limited = await eve.next("error");
  assertEquals([limited.code, limited.request], ["rate-limited", eve.request]);
  assert(limited.retryInMs !== null);
});

Deno.test("names: past the budget a full room, an open and an empty one answer alike", async () => {
  await using server = startServer({ env: FEW_NAMES });
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  const { token } = await ann.sit("full");
  await bob.sit("full");
  await ann.next("arrived");
  await spendNames(eve);
  for (const more of [{}, { token: "A".repeat(24) }]) {
    const answers = [];
    for (const room of ["full", "guess 0", "nobody was here"]) {
      eve.join(room, more);
      const { request: _, retryInMs, ...answer } = await eve.next("error");
      assert(retryInMs !== null);
      answers.push(answer);
    }
    assertEquals(answers[0], answers[1]);
    assertEquals(answers[0], answers[2]);
    assertEquals(answers[0]?.code, "rate-limited");
  }
  const back = await server.page();
  assertEquals((await back.sit("full", { token })).resumed, true, "a token still resumes its seat");
});

Deno.test("names: past the budget every name takes one reading of KV, and nothing is written", async () => {
  using kv = await ModelKv.open();
  const door = kv.door();
  await using server = startServer({ openKv: door.openKv, env: FEW_NAMES });
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("full");
  await bob.sit("full");
  await ann.next("arrived");
  await spendNames(eve);
  const calls: string[] = [];
  door.fate = (call) => {
    calls.push(call);
    return "fine";
  };
  for (const room of ["full", "guess 0", "nobody was here"]) {
    eve.join(room, { token: "A".repeat(24) });
    await eve.next("error");
    assertEquals(calls.splice(0), ["get"], room);
    eve.join(room);
    await eve.next("error");
    assertEquals(calls.splice(0), [], room);
  }
});

Deno.test("names: resuming a seat costs nothing, however often", async () => {
  await using server = startServer({ env: FEW_NAMES });
  const ann = await server.page();
  const { token } = await ann.sit("tea");
  for (let times = 0; times < 20; times++) await ann.sit("tea", { token });
  await (await server.page()).sit("another");
});

Deno.test("rooms: past the limit nobody makes another, but everybody may join one that is there", async () => {
  await using server = startServer({ env: { LIMIT_NEW_ROOMS_PER_HOUR: "4" } });
  const [ann, bob] = [await server.page(), await server.page()];
  await ann.sit("one");
  await bob.sit("two");
  const eve = await server.page();
  eve.join("three");
  const limited = await eve.next("error");
  assertEquals([limited.code, limited.request], ["rate-limited", eve.request]);
  assert(limited.message.includes("rooms") && (limited.retryInMs ?? 0) > 60_000);
  assertEquals((await eve.sit("one")).peer?.session, ann.session);
});

Deno.test("rooms: one in which two never met lives an hour after its last write, another two days", async () => {
  using kv = await ModelKv.open();
  const { openKv, lives } = notedRooms(kv);
  await using server = startServer({ openKv });
  const [ann, bob] = [await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  assertEquals(lives, [3_600_000, 48 * 3_600_000]);
});

Deno.test("rooms: whoever waits alone keeps the room, written anew at half its life", async () => {
  using kv = await ModelKv.open();
  const rooms = notedRooms(kv);
  const clock = new HandClock();
  const unmetRoomLifeMs = 60_000;
  await using server = startServer({ ...rooms, clock, timings: { unmetRoomLifeMs } });
  const ann = await server.page();
  const { token } = await ann.sit("tea");
  for (let halves = 0; halves < 5; halves++) {
    const renewed = rooms.next();
    clock.skip(unmetRoomLifeMs / 2);
    await ann.settle();
    clock.tick();
    await renewed;
  }
  const bob = await server.page();
  assertEquals((await bob.sit("tea")).peer?.session, ann.session);
  assertEquals((await ann.next("arrived")).session, bob.session);
  assertEquals((await ann.sit("tea", { token })).resumed, true);
});

const TURN = {
  STUN_URLS: "stun:stun.example",
  TURN_URLS: "turn:turn.example",
  TURN_SECRET: "secret",
  TURN_TTL: "3600",
};

/** A socket as a page of ours opens it: with the origin its browser adds. */
class FromPage implements Disposable {
  readonly #socket: WebSocket;
  readonly #heard: string[] = [];
  #wake: () => void = () => {};

  constructor(server: TestServer) {
    const { host } = new URL(server.url);
    const options = { protocols: ["duet.v2"], headers: { origin: `http://${host}` } };
    // Deno's WebSocket takes headers; the browser's type knows nothing of them.
    this.#socket = Reflect.construct(WebSocket, [server.url, options]);
    this.#socket.onmessage = ({ data }) => {
      this.#heard.push(data);
      this.#wake();
    };
  }

  /** The ICE servers the next message brings. */
  async ice(): Promise<Ice> {
    while (this.#heard.length === 0) {
      await new Promise<void>((resolve) => this.#wake = resolve);
    }
    const parsed = parseServerMessage(this.#heard.shift());
    assert(parsed.ok && "ice" in parsed.message, JSON.stringify(parsed));
    return parsed.message.ice;
  }

  ask(): void {
    this.#socket.send(encode({ type: "ice" }));
  }

  join(room: string): void {
    const more = { request: "request-1", session: "session-1", connection: null, offer: null };
    this.#socket.send(encode({ type: "join", room, ...more }));
  }

  [Symbol.dispose](): void {
    this.#socket.close();
  }
}

function userOf({ servers }: Ice): string | undefined {
  return servers.find(({ username }) => username !== undefined)?.username;
}

function secondsLeft(ice: Ice): number {
  return Number(userOf(ice)?.split(":")[0]) - Date.now() / 1_000;
}

Deno.test("turn: short-lived before a seat, full-lived with one, the same when asked again soon", async () => {
  await using server = startServer({ env: TURN });
  using page = new FromPage(server);
  const welcome = await page.ice();
  assert(secondsLeft(welcome) <= 300 && secondsLeft(welcome) > 280);
  page.ask();
  const again = await page.ice();
  assertEquals(userOf(again), userOf(welcome));
  assert((again.renewInMs ?? 0) <= (welcome.renewInMs ?? 0));
  page.join("tea");
  const joined = await page.ice();
  assert(secondsLeft(joined) > 3_500);
  page.ask();
  assertEquals(userOf(await page.ice()), userOf(joined));
});

Deno.test("turn: few credentials per address before a seat, then only STUN until later", async () => {
  await using server = startServer({ env: { ...TURN, LIMIT_TURN_PER_MINUTE: "3" } });
  const users = [];
  for (let sockets = 0; sockets < 5; sockets++) {
    using page = new FromPage(server);
    const ice = await page.ice();
    assertEquals(ice.servers[0]?.urls, ["stun:stun.example"]);
    users.push(userOf(ice));
    if (userOf(ice) === undefined) assert(ice.renewInMs !== null, "asks again later");
  }
  assertEquals(users.map((user) => user !== undefined), [true, true, true, false, false]);
  assertEquals(new Set(users.slice(0, 3)).size, 3);
});

Deno.test("turn: a socket that no page opened gets STUN, before and with a seat", async () => {
  await using server = startServer({ env: TURN });
  const page = await server.page();
  const welcome = page.heard[0];
  assert(welcome?.type === "welcome");
  const { ice } = await page.sit("tea");
  for (const { servers } of [welcome.ice, ice]) {
    assertEquals(servers, [{ urls: ["stun:stun.example"] }]);
  }
});
