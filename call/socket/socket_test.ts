import { assertEquals } from "@std/assert";
import { errorMessage, joinedMessage } from "../../tests/fakes/server_messages.ts";
import { type FakeSocket } from "../../tests/fakes/socket.ts";
import { CLOSE, PROTOCOL } from "../../signaling/protocol.ts";
import { answered, type Fetch, openSocket, steady } from "../../tests/fakes/page_socket.ts";

Deno.test("socket: opens at once with the protocol and waits for the greeting", () => {
  const { sockets, socket, events } = openSocket();
  assertEquals([sockets.made.length, sockets.last.protocol], [1, PROTOCOL]);
  assertEquals(socket.send({ type: "leave" }), false);
  sockets.last.greet();
  assertEquals(events, ["ice", "open"]);
  assertEquals(socket.send({ type: "leave" }), true);
});

Deno.test("socket: a close that is reported twice counts once", () => {
  const run = openSocket();
  const { sockets, clock, events } = run;
  steady(run);
  const { onclose } = sockets.last;
  onclose?.({ code: 1006 });
  onclose?.({ code: 1006 });
  clock.tick(1_000);
  assertEquals([events.filter((event) => event === "down").length, sockets.made.length], [1, 2]);
});

Deno.test("socket: an attempt that does not open is given up for another", () => {
  const { sockets, clock } = openSocket();
  clock.tick(3_999);
  assertEquals(sockets.made.length, 1);
  clock.tick(1);
  assertEquals([sockets.made.length, sockets.made[0]?.closedWith], [2, CLOSE.abandoned]);
});

Deno.test("socket: pings, and takes silence for a half-open socket", () => {
  const { sockets, clock, events } = openSocket();
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
  const { sockets, clock } = openSocket();
  sockets.last.greet();
  clock.tick(5_000);
  sockets.last.receive({ type: "left", session: "friend-123" });
  clock.tick(3_001);
  assertEquals(sockets.made.length, 1);
});

Deno.test("socket: moved, the dead one is replaced at once, unasked", () => {
  const run = openSocket();
  const { sockets, clock, events, socket } = run;
  steady(run);
  socket.moved();
  clock.tick(0);
  assertEquals([events.at(-1), sockets.made[0]?.closedWith], ["down", CLOSE.abandoned]);
  clock.tick(250);
  assertEquals(sockets.made.length, 2);
  // One that is not greeted yet was opened after the move.
  socket.moved();
  clock.tick(250);
  sockets.last.greet();
  assertEquals([sockets.made.length, events.at(-1)], [2, "open"]);
});

Deno.test("socket: a probe finds a dead socket in under a second", () => {
  const { sockets, clock, events, socket } = openSocket();
  sockets.last.greet();
  socket.setUrgent(true);
  socket.probe();
  clock.tick(801);
  assertEquals([events.at(-1), sockets.made.length], ["down", 1]);
});

Deno.test("socket: after a question that was not answered it opens the moment a knock is", async () => {
  for (const isUrgent of [false, true]) {
    const { sockets, clock, socket } = openSocket({ fetch: answered as Fetch });
    sockets.last.greet();
    socket.setUrgent(isUrgent);
    socket.probe();
    clock.tick(801);
    assertEquals(sockets.made.length, 1);
    await clock.pass(1);
    assertEquals(sockets.made.length, 2);
  }
});

Deno.test("socket: after a question that was not answered and no call waits, it knocks no longer than until the next try", async () => {
  const { sockets, clock, socket, asked } = openSocket();
  sockets.last.greet();
  socket.probe();
  clock.tick(801);
  await clock.pass(300);
  assertEquals([sockets.made.length, asked.times], [2, 1]);
  await clock.pass(60_000);
  assertEquals(asked.times, 1);
});

Deno.test("socket: asking again never extends a deadline that runs", () => {
  const { sockets, clock, socket, events } = openSocket();
  sockets.last.greet();
  socket.probe();
  for (let ms = 0; ms < 800; ms += 100) {
    clock.tick(100);
    socket.probe();
  }
  assertEquals(events.at(-1), "down");
});

Deno.test("socket: where answers came quickly a probe finds a dead socket sooner", () => {
  const { sockets, clock, events, socket } = openSocket();
  sockets.last.greet();
  socket.probe();
  clock.tick(20);
  sockets.last.receive({ type: "pong" });
  socket.setUrgent(true);
  socket.probe();
  clock.tick(399);
  assertEquals(events.at(-1), "open");
  clock.tick(1);
  assertEquals(events.at(-1), "down");
});

Deno.test("socket: a probe shortens the deadline of a heartbeat under way", () => {
  const { sockets, clock, socket, events } = openSocket();
  sockets.last.greet();
  clock.tick(5_100);
  socket.probe();
  clock.tick(800);
  assertEquals(events.at(-1), "down");
});

Deno.test("socket: a page that hurries asks whether its socket still lives", () => {
  const { sockets, clock, socket } = openSocket();
  sockets.last.greet();
  socket.hurry();
  assertEquals(sockets.last.pings, 1);
  clock.tick(801 + 300);
  assertEquals(sockets.made.length, 2);
});

Deno.test("socket: after stop nothing is opened again, and nothing runs", async () => {
  const { sockets, clock, events, socket } = openSocket();
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
  const { sockets, clock, socket } = openSocket({ fetch: (() => door.promise) as Fetch });
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
    const { sockets, clock, events, socket } = openSocket();
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
  const { sockets, bugs, messages } = openSocket();
  sockets.last.greet();
  sockets.last.onmessage?.({ data: "{" });
  sockets.last.onmessage?.({ data: new Uint8Array(2) });
  sockets.last.onmessage?.({ data: '{"type":"left"}' });
  assertEquals([bugs.length, messages.length, sockets.made.length], [3, 0, 1]);
});

Deno.test("socket: ICE servers of every kind of message arrive, before the message", () => {
  const { sockets, events, messages } = openSocket();
  sockets.last.greet();
  sockets.last.receive({ type: "ice", ice: { servers: [], renewInMs: 1_000 } });
  sockets.last.receive(joinedMessage("request-1"));
  assertEquals(events, ["ice", "open", "ice", "ice"]);
  assertEquals(messages.map(({ type }) => type), ["joined"]);
});

Deno.test("socket: the page's goodbye is sent while there is a socket", () => {
  const { sockets, socket } = openSocket();
  socket.closing();
  assertEquals(sockets.last.sent, []);
  sockets.last.greet();
  socket.closing();
  assertEquals(sockets.last.sent, [{ type: "closing" }]);
});
