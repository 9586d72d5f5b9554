import { assert, assertEquals } from "@std/assert";
import { CLOSE } from "../../signaling/protocol.ts";
import {
  answered,
  type Fetch,
  openSocket,
  steady,
  unreachable,
} from "../../tests/fakes/page_socket.ts";
import { probeTimeout, RETRY_SCHEDULE_MS, retryDelay } from "./retry.ts";

/** A page whose knocks are answered when `door` says so. */
function behindDoor() {
  const door = { answers: false };
  const run = openSocket({
    fetch: ((url: string, init?: RequestInit) =>
      door.answers ? answered() : unreachable(url, init)) as Fetch,
  });
  return { door, run };
}

Deno.test("retry: the schedule is followed and its last delay repeats", () => {
  const delays = Array.from({ length: 8 }, (_, attempt) => retryDelay(attempt, 0));
  assertEquals(delays, [...RETRY_SCHEDULE_MS, 7_000, 7_000]);
});

Deno.test("retry: jitter only shortens, by less than a third", () => {
  assertEquals(retryDelay(3, 0.999), 1_891);
});

Deno.test("retry: a question is lost after some of the round trips there were, within bounds", () => {
  const waits = [null, 1, 60, 100, 2_000].map(probeTimeout);
  assertEquals(waits, [800, 400, 400, 600, 800]);
});

Deno.test("socket: reconnects at 0, 300, 1200, 2700 ms", () => {
  const run = openSocket();
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

Deno.test("socket: while urgent it opens the moment the server answers", async () => {
  const { door, run } = behindDoor();
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

Deno.test("socket: while urgent it tries no sockets blindly, and schedules them again when it is not", async () => {
  const run = openSocket({ fetch: unreachable as Fetch });
  const { sockets, clock, socket } = run;
  steady(run);
  sockets.last.drop();
  await clock.pass(1);
  assertEquals(sockets.made.length, 2, "the first at once");
  socket.setUrgent(true);
  sockets.last.drop();
  await clock.pass(59_000);
  assertEquals(sockets.made.length, 2);
  await clock.pass(2_000);
  assertEquals(sockets.made.length, 3);
  sockets.last.drop();
  socket.setUrgent(false);
  await clock.pass(2_700);
  assertEquals(sockets.made.length, 4);
});

Deno.test("socket: a page that hurries while urgent knocks at once, and opens when it is answered", async () => {
  const { door, run } = behindDoor();
  const { sockets, clock, socket, asked } = run;
  steady(run);
  sockets.last.drop();
  await clock.pass(1);
  socket.setUrgent(true);
  sockets.last.drop();
  await clock.pass(1_000);
  const before = [sockets.made.length, asked.times] as const;
  socket.hurry();
  await clock.pass(1);
  assertEquals([sockets.made.length, asked.times], [before[0], before[1] + 1]);
  door.answers = true;
  socket.hurry();
  await clock.pass(1);
  assertEquals(sockets.made.length, before[0] + 1);
});

Deno.test("socket: knocks only while urgent and without a socket", async () => {
  const { sockets, clock, socket, asked } = openSocket();
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
    const { sockets, clock, socket } = openSocket({
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
    const { sockets, clock, socket } = openSocket({
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
  const { sockets, clock, socket } = openSocket({
    fetch: (() => Promise.resolve(new Response(null, { status: 502 }))) as Fetch,
    opened: (made, clock) => void clock.after(20, () => made.drop(1006)),
  });
  socket.setUrgent(true);
  await clock.pass(60_000);
  assert(sockets.made.length <= 15, `${sockets.made.length} sockets in a minute`);
});

Deno.test("socket: online hurries the next attempt", () => {
  const run = openSocket();
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
  const { sockets, clock, socket } = openSocket();
  for (let ms = 0; ms < 900; ms += 50) {
    socket.hurry();
    clock.tick(50);
  }
  assertEquals(sockets.made.length, 1);
});

Deno.test("socket: a stopping server is left and found again when it said", () => {
  const run = openSocket();
  const { sockets, clock, events } = run;
  steady(run);
  sockets.last.receive({ type: "stopping", retryInMs: 700 });
  assertEquals(events.at(-1), "down");
  clock.tick(699);
  assertEquals(sockets.made.length, 1);
  clock.tick(1);
  assertEquals(sockets.made.length, 2);
});
