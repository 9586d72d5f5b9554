import { assert, assertEquals } from "@std/assert";
import fc from "npm:fast-check@^4.3";
import { type Trace, walk, walks } from "../../tests/fakes/walks.ts";
import type { TimerName } from "./events.ts";
import { type Call, hasFriend, isSeated, keptLinkOf, linkOf, requestOf } from "./state.ts";

const RUNS = { numRuns: 2_000 };

/** Holds `rule` after every step of every walk. */
function always(name: string, rule: (trace: Trace) => void): void {
  Deno.test(`whatever happens: ${name}`, () => {
    fc.assert(fc.property(walks, (moves) => walk(moves, rule)), RUNS);
  });
}

/** The timers a call must have running to be sure of a next step, besides events from outside. */
function waitsOf({ state, online }: Call): TimerName[] {
  const waits: TimerName[] = [];
  if (requestOf(state) !== null) waits.push("answer");
  if (state.name === "joining" && state.request === null && online) waits.push("rejoin");
  if (state.name === "full" && state.autoRetry && state.request === null && online) {
    waits.push("retry-full");
  }
  if (isSeated(state) && online && (state.seat.is === "unsure" || state.seat.is === "taken")) {
    waits.push("rejoin");
  }
  if (hasFriend(state)) {
    if (state.away) waits.push(state.name === "connected" ? "vouch" : "hold");
    else if (state.link === null) waits.push("offer");
  }
  return waits;
}

always("every wait has its timer", ({ call, timers, event }) => {
  for (const wait of waitsOf(call)) assert(timers.has(wait), `${wait} after ${event.type}`);
});

always("a timer runs only while its state waits for it", ({ call, timers, event }) => {
  const { state } = call;
  const waits = new Set(waitsOf(call));
  // A full room may be about to be asked again while its answer is awaited, or without a socket.
  if (state.name === "full" && state.autoRetry) waits.add("retry-full");
  for (const timer of timers) assert(waits.has(timer), `${timer} runs after ${event.type}`);
});

always("there is one connection at most: the one the state names", ({ call, connection }) => {
  assertEquals(connection, linkOf(call.state)?.id ?? null);
});

always("connections begin and signals are handed over only with a friend", (trace) => {
  const begin = ["adopt", "answer", "offer", "hand-over", "say-again"];
  const some = trace.effects.some(({ type }) => begin.includes(type));
  if (some) assert(hasFriend(trace.call.state), trace.event.type);
});

always("an answer counts only for the question it names", ({ before, event, call, effects }) => {
  if (event.type !== "server") return;
  const { message } = event;
  if (message.type !== "joined" && message.type !== "full" && message.type !== "error") return;
  if (message.request === requestOf(before.state)) return;
  assertEquals([call, effects], [before, []]);
});

always("a seat is taken only by the answer to a question", ({ before, event, call }) => {
  if (isSeated(before.state) || !isSeated(call.state)) return;
  assert(event.type === "server" && event.message.type === "joined");
});

always("a seat is given up only by leaving, or when it is refused or used by another", (trace) => {
  const { before, event, call } = trace;
  if (!isSeated(before.state) || isSeated(call.state)) return;
  const why = event.type === "server" ? event.message.type : event.type;
  // The prompt may still be shown while the two are being connected.
  if (why === "cancel") assertEquals(before.state.name, "connecting");
  else assert(["leave", "elsewhere", "refused", "full", "link-forged"].includes(why), why);
});

always("a call that is over has camera and microphone off, and no timer", (trace) => {
  const { call, timers, media } = trace;
  if (call.state.name === "ended") assertEquals([timers.size, media], [0, false]);
  else assert(media, "on in every other state");
});

always(
  "a lost socket changes nothing but what was asked of the server",
  ({ before, event, call }) => {
    if (event.type !== "socket-down") return;
    assertEquals(call.online, false);
    assertEquals([call.state.name, linkOf(call.state)], [before.state.name, linkOf(before.state)]);
    assertEquals(requestOf(call.state), null);
  },
);

always("who is seated and comes online asks for the same seat again", (trace) => {
  const { before, event, effects } = trace;
  if (event.type !== "socket-open" || !isSeated(before.state)) return;
  const joins = effects.filter((effect) => effect.type === "join");
  const [join] = joins;
  assertEquals(joins.length, 1);
  assertEquals([join?.room, join?.link], [before.state.room, keptLinkOf(before.state)?.id ?? null]);
});

always("nobody who comes in ends a call that flows", ({ before, event, call }) => {
  if (before.state.name !== "connected" || event.type !== "server") return;
  const { message } = event;
  if (message.type !== "arrived" || message.holder === before.state.peer.holder) return;
  assert(call.state.name === "connected");
  assertEquals([call.state.peer, call.state.link], [before.state.peer, before.state.link]);
});

always("who is asked about is somebody else than the friend", ({ call }) => {
  if (!("newcomer" in call.state) || call.state.newcomer === null) return;
  assert(call.state.newcomer.holder !== call.state.peer?.holder);
});

always("who wants to be asked meets nobody in their room who was not let in", (trace) => {
  const { before, event, call } = trace;
  if (!before.asksFirst || event.type === "let-in") return;
  if (!isSeated(before.state) || !hasFriend(call.state)) return;
  const { holder } = call.state.peer;
  assert([before.known, before.state.peer?.holder].includes(holder), holder);
});

always("the call can be written down and read again", ({ call }) => {
  assertEquals(JSON.parse(JSON.stringify(call)), call);
});

Deno.test("whatever happens: every question and every offer has a name of its own", () => {
  fc.assert(
    fc.property(walks, (moves) => {
      const names = new Set<string>();
      walk(moves, ({ effects }) => {
        for (const effect of effects) {
          const name = effect.type === "join"
            ? effect.request
            : effect.type === "offer"
            ? effect.link
            : null;
          assert(name === null || !names.has(name), effect.type);
          if (name !== null) names.add(name);
        }
      });
    }),
    RUNS,
  );
});

Deno.test("a seat that is returned to is gone into without a prompt", () => {
  walk([
    () => ({ type: "socket-open" }),
    () => ({ type: "return-to", room: "Kitchen" }),
    () => ({ type: "media-ready" }),
  ], ({ event, call }) => {
    if (event.type === "media-ready") assertEquals(call.state.name, "joining");
  });
});

Deno.test("story 2: after permission the room name is asked for", () => {
  walk([() => ({ type: "media-ready" })], ({ call }) => {
    assertEquals(call.state, { name: "prompt", room: "", notice: null });
  });
});
