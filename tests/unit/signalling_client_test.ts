import { assertEquals } from "@std/assert";
import { FakeTime } from "@std/testing/time";
import { connectSignalling, type SignallingOptions } from "../../call/socket/socket.ts";
import type { ServerMessage } from "../../signaling/protocol.ts";
import { FakeSocket } from "./fakes/socket.ts";

function start(options: SignallingOptions = {}) {
  FakeSocket.made = [];
  const time = new FakeTime();
  const events: string[] = [];
  const messages: ServerMessage[] = [];
  const client = connectSignalling("wss://duet.test/ws", {
    open: () => events.push("open"),
    down: () => events.push("down"),
    message: (message) => messages.push(message),
    ice: () => events.push("ice"),
  }, { WebSocket: FakeSocket as unknown as typeof WebSocket, random: () => 0, ...options });
  return {
    time,
    events,
    messages,
    client,
    [Symbol.dispose]() {
      client.stop();
      time.restore();
    },
  };
}

Deno.test("signalling client: opens at once with the protocol and waits for the greeting", () => {
  using run = start();
  assertEquals([FakeSocket.made.length, FakeSocket.last.protocol], [1, "duet.v1"]);
  assertEquals(run.client.send({ type: "leave" }), false);
  FakeSocket.last.greet();
  assertEquals(run.events, ["ice", "open"]);
  assertEquals(run.client.send({ type: "leave" }), true);
});

Deno.test("signalling client: reconnects at 0, 300, 1200, 2700 ms", () => {
  using run = start();
  FakeSocket.last.greet();
  for (const [index, delay] of [0, 300, 1_200, 2_700].entries()) {
    FakeSocket.last.drop();
    if (delay > 0) run.time.tick(delay - 1);
    assertEquals(FakeSocket.made.length, index + 1, `not before ${delay} ms`);
    run.time.tick(1);
    assertEquals(FakeSocket.made.length, index + 2, `at ${delay} ms`);
  }
  assertEquals(run.events, ["ice", "open", "down"]);
});

Deno.test("signalling client: a close that is reported twice counts once", () => {
  using run = start();
  FakeSocket.last.greet();
  const { onclose } = FakeSocket.last;
  onclose?.();
  onclose?.();
  run.time.tick(1_000);
  assertEquals([run.events.filter((event) => event === "down").length, FakeSocket.made.length], [
    1,
    2,
  ]);
});

Deno.test("signalling client: pings, and takes silence for a half-open socket", () => {
  using run = start();
  FakeSocket.last.greet();
  run.time.tick(5_000);
  assertEquals(FakeSocket.last.sent, [{ type: "ping" }]);
  FakeSocket.last.receive({ type: "pong" });
  run.time.tick(5_000);
  assertEquals(FakeSocket.made.length, 1);
  run.time.tick(3_001);
  assertEquals(run.events.at(-1), "down");
});

Deno.test("signalling client: a probe finds a dead socket in under a second", () => {
  using run = start();
  FakeSocket.last.greet();
  run.client.setUrgent(true);
  run.client.probe();
  run.time.tick(801);
  assertEquals([run.events.at(-1), FakeSocket.made.length], ["down", 2]);
});

Deno.test("signalling client: while urgent a socket opens the moment the server answers", async () => {
  const door = { answers: false, asked: 0 };
  const ask = (_url: unknown, { signal }: RequestInit = {}) => {
    door.asked += 1;
    if (door.answers) return Promise.resolve(new Response(null));
    return new Promise<Response>((_, reject) =>
      signal?.addEventListener("abort", () => reject(signal.reason))
    );
  };
  using run = start({ knockUrl: "/healthz", fetch: ask as typeof fetch });
  FakeSocket.last.greet();
  run.client.setUrgent(true);
  for (const delay of [0, 300, 1_200]) {
    FakeSocket.last.drop();
    await run.time.tickAsync(delay);
  }
  FakeSocket.last.drop();
  const before = [FakeSocket.made.length, door.asked] as const;
  await run.time.tickAsync(900);
  assertEquals([FakeSocket.made.length - before[0], door.asked - before[1]], [0, 3]);
  door.answers = true;
  await run.time.tickAsync(300);
  await run.time.runMicrotasks();
  assertEquals(FakeSocket.made.length, before[0] + 1);
  FakeSocket.last.greet();
  const { asked } = door;
  await run.time.tickAsync(2_000);
  assertEquals(door.asked, asked, "no further knocking");
});

Deno.test("signalling client: online hurries the next attempt", () => {
  using run = start();
  FakeSocket.last.greet();
  for (const delay of [0, 300]) {
    FakeSocket.last.drop();
    run.time.tick(delay);
  }
  FakeSocket.last.drop();
  run.client.hurry();
  assertEquals(FakeSocket.made.length, 4);
});

Deno.test("signalling client: a stopping server is left and found again when it said", () => {
  using run = start();
  FakeSocket.last.greet();
  FakeSocket.last.receive({ type: "stopping", retryInMs: 700 });
  run.time.tick(699);
  assertEquals(FakeSocket.made.length, 1);
  run.time.tick(1);
  assertEquals(FakeSocket.made.length, 2);
});

Deno.test("signalling client: after stop nothing is opened again", () => {
  using run = start();
  FakeSocket.last.greet();
  run.client.stop();
  run.time.tick(60_000);
  assertEquals([FakeSocket.made.length, run.events], [1, ["ice", "open"]]);
});
