import { assertEquals, assertThrows } from "@std/assert";
import type { Clock } from "../signaling/clock.ts";
import type { LogEvent } from "../signaling/telemetry/log.ts";
import { keepListening, type Server, tellsLostListener } from "./listen.ts";

const INFO = {} as Deno.ServeHandlerInfo;
const REQUEST = new Request("http://localhost/");

/** A clock that stands still, and what waits for it. */
function stoppedClock() {
  const timers: { at: number; due: () => void }[] = [];
  let now = 0;
  const clock: Clock = {
    now: () => now,
    monotonic: () => now,
    after(ms, due) {
      const timer = { at: now + ms, due };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
    every(ms, tick) {
      let cancel = clock.after(ms, repeat);
      function repeat() {
        cancel = clock.after(ms, repeat);
        tick();
      }
      return () => cancel();
    },
  };
  function advance(ms: number): void {
    const end = now + ms;
    while (true) {
      const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      timers.splice(timers.indexOf(next), 1);
      now = next.at;
      next.due();
    }
    now = end;
  }
  return { clock, advance, timers };
}

/** A system in which listening can fail. */
function fakeSystem() {
  const { clock, advance, timers } = stoppedClock();
  const servers: { fail(): Promise<void>; handler: Deno.ServeHandler; stopped: boolean }[] = [];
  const events: LogEvent[] = [];
  const state = { refuse: false, free: false };
  function serve(port: number, handler: Deno.ServeHandler): Server {
    if (state.refuse) throw new Error("Too many open files");
    const finished = Promise.withResolvers<void>();
    const server = {
      handler,
      stopped: false,
      async fail() {
        finished.reject(new Error("Too many open files"));
        await finished.promise.catch(() => {});
        await Promise.resolve();
      },
    };
    servers.push(server);
    return {
      addr: { transport: "tcp", hostname: "localhost", port: port || 4_711 },
      finished: finished.promise,
      shutdown() {
        server.stopped = true;
        return Promise.resolve();
      },
    };
  }
  const listening = keepListening({
    ...{ port: 0, clock, serve },
    handler: () => new Response(),
    onListen: (port) => assertEquals(port, 4_711),
    log: (_level, event) => void events.push(event),
    isFree: () => state.free,
  });
  return { listening, servers, events, state, advance, timers };
}

Deno.test("listening: a lost listener is replaced, said once, and said when all is well", async () => {
  const { listening, servers, events, state, advance, timers } = fakeSystem();
  await servers[0]?.fail();
  state.refuse = true;
  advance(10_000);
  assertEquals([servers.length, events], [1, ["listener-lost"]], "no descriptor to listen with");
  state.refuse = false;
  advance(250);
  await servers[1]?.fail();
  advance(250);
  assertEquals([servers.length, events], [3, ["listener-lost"]], "none to accept with");
  servers[2]?.handler(REQUEST, INFO);
  assertEquals(events, ["listener-lost"], "one request is no proof yet");
  advance(5_000);
  assertEquals(events, ["listener-lost"], "nor is silence");
  servers[2]?.handler(REQUEST, INFO);
  servers[2]?.handler(REQUEST, INFO);
  assertEquals(events, ["listener-lost", "listener-back"]);
  await listening.shutdown();
  assertEquals([servers[2]?.stopped, timers.length], [true, 0]);
});

Deno.test("listening: a Deno that does not tell is watched", () => {
  const { servers, events, state, advance } = fakeSystem();
  state.free = true;
  advance(1_000);
  state.free = false;
  advance(250);
  assertEquals([servers.length, events], [2, ["listener-lost"]]);
  const told = ["2.5.6", "2.7.14", "2.8.0", "2.9.6", "3.0.0"].map(tellsLostListener);
  assertEquals(told, [false, false, true, true, true]);
});

Deno.test("listening: who stops does not come back", async () => {
  const { listening, servers, events, advance } = fakeSystem();
  await servers[0]?.fail();
  await listening.shutdown();
  advance(60_000);
  assertEquals([servers.length, events], [1, ["listener-lost"]]);
});

Deno.test("listening: a port that is taken at the start is the starter's to hear of", () => {
  using taken = Deno.listen({ port: 0 });
  const { clock } = stoppedClock();
  const options = { handler: () => new Response(), onListen() {}, log() {}, clock };
  assertThrows(() => keepListening({ ...options, port: taken.addr.port }), Deno.errors.AddrInUse);
});
