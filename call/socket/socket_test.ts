import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { errorMessage, joinedMessage } from "../../tests/fakes/server_messages.ts";
import { type FakeSocket, fakeSockets } from "../../tests/fakes/socket.ts";
import { CLOSE, PROTOCOL, type ServerMessage } from "../../signaling/protocol.ts";
import { connectSocket } from "./socket.ts";

type Fetch = typeof fetch;

/** A server that cannot be reached: every request hangs until it is given up. */
function unreachable(_url: unknown, { signal }: RequestInit = {}): Promise<Response> {
  return new Promise((_, reject) =>
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true })
  );
}

interface Options {
  readonly fetch?: Fetch;
  readonly opened?: (socket: FakeSocket, clock: FakeClock) => void;
}

function start({ fetch = unreachable as Fetch, opened = () => {} }: Options = {}) {
  const clock = new FakeClock();
  const sockets = fakeSockets((socket) => opened(socket, clock));
  const events: string[] = [];
  const messages: ServerMessage[] = [];
  const bugs: string[] = [];
  const asked = { times: 0 };
  const platform = {
    clock,
    random: () => 0,
    WebSocket: sockets.WebSocket,
    fetch: ((url: string, init?: RequestInit) => {
      asked.times += 1;
      return fetch(url, init);
    }) as Fetch,
    reportBug: (what: string) => bugs.push(what),
  };
  const url = "wss://duet.test/ws";
  const socket = connectSocket({ url, knockUrl: "/healthz", platform }, {
    open: () => events.push("open"),
    down: () => events.push("down"),
    message: (message) => messages.push(message),
    ice: () => events.push("ice"),
    outdated: () => events.push("outdated"),
  });
  return { clock, sockets, events, messages, bugs, asked, socket };
}

function answered(): Promise<Response> {
  return Promise.resolve(new Response(null));
}

Deno.test("socket: opens at once with the protocol and waits for the greeting", () => {
  const { sockets, socket, events } = start();
  assertEquals([sockets.made.length, sockets.last.protocol], [1, PROTOCOL]);
  assertEquals(socket.send({ type: "leave" }), false);
  sockets.last.greet();
  assertEquals(events, ["ice", "open"]);
  assertEquals(socket.send({ type: "leave" }), true);
});

/** A socket that has lived long enough to count as good. */
function steady({ sockets, clock }: ReturnType<typeof start>): void {
  sockets.last.greet(60_000);
  clock.tick(20_000);
}

Deno.test("socket: reconnects at 0, 300, 1200, 2700 ms", () => {
  const run = start();
  const { sockets, clock, events } = run;
  steady(run);
  for (const [index, delay] of [0, 300, 1_200, 2_700].entries()) {
    const made = sockets.made.length;
    sockets.last.drop();
    if (delay > 0) clock.tick(delay - 1);
    assertEquals(sockets.made.length, made, `attempt ${index}: not before`);
    clock.tick(1);
    assertEquals(sockets.made.length, made + 1, `attempt ${index} at ${delay} ms`);
  }
  assertEquals(events, ["ice", "open", "down"]);
});

Deno.test("socket: a close that is reported twice counts once", () => {
  const run = start();
  const { sockets, clock, events } = run;
  steady(run);
  const { onclose } = sockets.last;
  onclose?.({ code: 1006 });
  onclose?.({ code: 1006 });
  clock.tick(1_000);
  assertEquals([events.filter((event) => event === "down").length, sockets.made.length], [1, 2]);
});

Deno.test("socket: an attempt that does not open is given up for another", () => {
  const { sockets, clock } = start();
  clock.tick(3_999);
  assertEquals(sockets.made.length, 1);
  clock.tick(1);
  assertEquals([sockets.made.length, sockets.made[0]?.closedWith], [2, CLOSE.abandoned]);
});

Deno.test("socket: pings, and takes silence for a half-open socket", () => {
  const { sockets, clock, events } = start();
  sockets.last.greet();
  clock.tick(5_000);
  assertEquals(sockets.last.sent, [{ type: "ping" }]);
  sockets.last.receive({ type: "pong" });
  clock.tick(5_000);
  assertEquals(sockets.made.length, 1);
  clock.tick(3_001);
  assertEquals([events.at(-1), sockets.made[0]?.closedWith], ["down", CLOSE.abandoned]);
});

Deno.test("socket: any word of the server shows that it lives", () => {
  const { sockets, clock } = start();
  sockets.last.greet();
  clock.tick(5_000);
  sockets.last.receive({ type: "left", session: "friend-123" });
  clock.tick(3_001);
  assertEquals(sockets.made.length, 1);
});

Deno.test("socket: a probe finds a dead socket in under a second", () => {
  const { sockets, clock, events, socket } = start();
  sockets.last.greet();
  socket.setUrgent(true);
  socket.probe();
  clock.tick(801);
  assertEquals([events.at(-1), sockets.made.length], ["down", 2]);
});

Deno.test("socket: asking again never extends a deadline that runs", () => {
  const { sockets, clock, socket, events } = start();
  sockets.last.greet();
  socket.probe();
  for (let ms = 0; ms < 800; ms += 100) {
    clock.tick(100);
    socket.probe();
  }
  assertEquals(events.at(-1), "down");
});

Deno.test("socket: a probe shortens the deadline of a heartbeat under way", () => {
  const { sockets, clock, socket, events } = start();
  sockets.last.greet();
  clock.tick(5_100);
  socket.probe();
  clock.tick(800);
  assertEquals(events.at(-1), "down");
});

Deno.test("socket: while urgent it opens the moment the server answers", async () => {
  const door = { answers: false };
  const run = start({
    fetch: ((url: string, init?: RequestInit) =>
      door.answers ? answered() : unreachable(url, init)) as Fetch,
  });
  const { sockets, clock, socket, asked } = run;
  steady(run);
  socket.setUrgent(true);
  for (const delay of [0, 300, 1_200]) {
    sockets.last.drop();
    await clock.pass(delay);
  }
  sockets.last.drop();
  const before = [sockets.made.length, asked.times] as const;
  await clock.pass(900);
  assertEquals([sockets.made.length - before[0], asked.times - before[1]], [0, 3]);
  door.answers = true;
  await clock.pass(300);
  assertEquals(sockets.made.length, before[0] + 1);
  sockets.last.greet(60_000);
  const { times } = asked;
  await clock.pass(2_000);
  assertEquals(asked.times, times, "no further knocking");
});

Deno.test("socket: knocks only while urgent and without a socket", async () => {
  const { sockets, clock, socket, asked } = start();
  socket.setUrgent(true);
  await clock.pass(1_000);
  const { times } = asked;
  assert(times > 0);
  socket.setUrgent(false);
  await clock.pass(3_000);
  assertEquals(asked.times, times);
  sockets.last.greet(60_000);
  socket.setUrgent(true);
  await clock.pass(2_000);
  assertEquals(asked.times, times);
});

for (const code of [429, 503] as const) {
  Deno.test(`socket: knocks answered but upgrades refused (${code}): few sockets a minute`, async () => {
    const { sockets, clock, socket } = start({
      fetch: answered as Fetch,
      opened: (made, clock) => void clock.after(20, () => made.drop(1006)),
    });
    socket.setUrgent(true);
    await clock.pass(60_000);
    const first = sockets.made.length;
    await clock.pass(4 * 60_000);
    assert(first <= 30, `${first} sockets in the first minute`);
    assert(sockets.made.length - first <= 4 * 20, `${sockets.made.length - first} in four more`);
  });
}

for (const urgent of [false, true]) {
  Deno.test(`socket: greeted and closed at once (${urgent ? "urgent" : "idle"}): few sockets a minute`, async () => {
    const { sockets, clock, socket } = start({
      fetch: answered as Fetch,
      opened: (made, clock) =>
        void clock.after(20, () => {
          made.greet();
          made.drop(CLOSE.policy);
        }),
    });
    socket.setUrgent(urgent);
    await clock.pass(5 * 60_000);
    assert(sockets.made.length <= 110, `${sockets.made.length} sockets in five minutes`);
  });
}

Deno.test("socket: a proxy that answers for a server that is away opens no socket sooner", async () => {
  const { sockets, clock, socket } = start({
    fetch: (() => Promise.resolve(new Response(null, { status: 502 }))) as Fetch,
    opened: (made, clock) => void clock.after(20, () => made.drop(1006)),
  });
  socket.setUrgent(true);
  await clock.pass(60_000);
  assert(sockets.made.length <= 15, `${sockets.made.length} sockets in a minute`);
});

Deno.test("socket: online hurries the next attempt", () => {
  const run = start();
  const { sockets, clock, socket } = run;
  steady(run);
  for (const delay of [0, 300]) {
    sockets.last.drop();
    clock.tick(delay);
  }
  clock.tick(250);
  sockets.last.drop();
  socket.hurry();
  assertEquals(sockets.made.length, 4);
});

Deno.test("socket: hurrying again and again never cuts off a young handshake", () => {
  const { sockets, clock, socket } = start();
  for (let ms = 0; ms < 900; ms += 50) {
    socket.hurry();
    clock.tick(50);
  }
  assertEquals(sockets.made.length, 1);
});

Deno.test("socket: a page that hurries asks whether its socket still lives", () => {
  const { sockets, clock, socket } = start();
  sockets.last.greet();
  socket.hurry();
  assertEquals(sockets.last.pings, 1);
  clock.tick(801);
  assertEquals(sockets.made.length, 2);
});

Deno.test("socket: a stopping server is left and found again when it said", () => {
  const run = start();
  const { sockets, clock, events } = run;
  steady(run);
  sockets.last.receive({ type: "stopping", retryInMs: 700 });
  assertEquals(events.at(-1), "down");
  clock.tick(699);
  assertEquals(sockets.made.length, 1);
  clock.tick(1);
  assertEquals(sockets.made.length, 2);
});

Deno.test("socket: after stop nothing is opened again, and nothing runs", async () => {
  const { sockets, clock, events, socket } = start();
  sockets.last.greet();
  socket.setUrgent(true);
  socket.stop();
  socket.hurry();
  socket.probe();
  await clock.pass(60_000);
  assertEquals([sockets.made.length, events, clock.running], [1, ["ice", "open"], 0]);
});

Deno.test("socket: stopped while it knocks, nothing runs and an answer opens nothing", async () => {
  const door = Promise.withResolvers<Response>();
  const { sockets, clock, socket } = start({ fetch: (() => door.promise) as Fetch });
  socket.setUrgent(true);
  sockets.last.drop();
  await clock.pass(10);
  const { length } = sockets.made;
  socket.stop();
  door.resolve(new Response(null));
  await clock.pass(60_000);
  assertEquals([sockets.made.length, clock.running], [length, 0]);
});

for (
  const [name, say] of [
    ["in words", (socket: FakeSocket) => socket.receive(errorMessage("outdated"))],
    ["by its close code", (socket: FakeSocket) => socket.drop(CLOSE.outdated)],
  ] as const
) {
  Deno.test(`socket: an old page is told once (${name}), and stops for good`, async () => {
    const { sockets, clock, events, socket } = start();
    sockets.last.greet();
    say(sockets.last);
    socket.hurry();
    socket.setUrgent(true);
    await clock.pass(10 * 60_000);
    assertEquals(events, ["ice", "open", "down", "outdated"]);
    assertEquals([sockets.made.length, clock.running], [1, 0]);
  });
}

Deno.test("socket: what it cannot read is reported and changes nothing", () => {
  const { sockets, bugs, messages } = start();
  sockets.last.greet();
  sockets.last.onmessage?.({ data: "{" });
  sockets.last.onmessage?.({ data: new Uint8Array(2) });
  sockets.last.onmessage?.({ data: '{"type":"left"}' });
  assertEquals([bugs.length, messages.length, sockets.made.length], [3, 0, 1]);
});

Deno.test("socket: ICE servers of every kind of message arrive, before the message", () => {
  const { sockets, events, messages } = start();
  sockets.last.greet();
  sockets.last.receive({ type: "ice", ice: { servers: [], renewInMs: 1_000 } });
  sockets.last.receive(joinedMessage("request-1"));
  assertEquals(events, ["ice", "open", "ice", "ice"]);
  assertEquals(messages.map(({ type }) => type), ["joined"]);
});

Deno.test("socket: the page's goodbye is sent while there is a socket", () => {
  const { sockets, socket } = start();
  socket.closing();
  assertEquals(sockets.last.sent, []);
  sockets.last.greet();
  socket.closing();
  assertEquals(sockets.last.sent, [{ type: "closing" }]);
});
