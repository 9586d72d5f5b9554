import { assert, assertEquals } from "@std/assert";
import type { CallEvent, Effect } from "../../call/machine/events.ts";
import { reduce } from "../../call/machine/reduce.ts";
import { type Call, initialCall, isSeated } from "../../call/machine/state.ts";
import type { OfferSignal, ServerMessage } from "../../signaling/protocol.ts";

const NOW = 1_000_000;
const OFFER: OfferSignal = { kind: "offer", link: "link-new-1", id: "offer-id-1", sdp: "v=0" };

/** Runs events from the first page view; returns the call and the effects of the last event. */
function play(events: readonly CallEvent[], from: Call = initialCall({ room: "", enter: false })) {
  let call = from;
  let effects: readonly Effect[] = [];
  events.forEach((event, index) => ({ call, effects } = reduce(call, event, NOW + index)));
  return { call, effects, types: effects.map(({ type }) => type) };
}

function server(message: ServerMessage): CallEvent {
  return { type: "server", message };
}

function joined(peer: { session: string; present: boolean } | null): CallEvent {
  return server({
    type: "joined",
    room: "Kitchen",
    seat: 0,
    token: "token-0123456789",
    resumed: false,
    peer,
  });
}

const READY: CallEvent[] = [{ type: "socket-open" }, { type: "media-ready" }];
const JOINING: CallEvent[] = [...READY, { type: "join", room: "Kitchen" }];
const WAITING: CallEvent[] = [...JOINING, joined(null)];
const ARRIVED = server({ type: "arrived", session: "friend-1", link: OFFER.link, offer: OFFER });
const CONNECTING: CallEvent[] = [...WAITING, ARRIVED, { type: "link-begun", link: OFFER.link }];
const CONNECTED: CallEvent[] = [...CONNECTING, { type: "link-flowing", link: OFFER.link }];

Deno.test("machine: story 2, after permission the room name is asked for", () => {
  assertEquals(play(READY).call.state, { name: "prompt", room: "", notice: null });
});

Deno.test("machine: story 7, a refusal blocks and a retry leads to the prompt", () => {
  const problem = { cause: "refused", devices: [] } as const;
  const blocked = play([{ type: "media-failed", problem }]);
  assertEquals(blocked.call.state.name, "blocked");
  const retry = play([{ type: "try-again" }], blocked.call);
  assertEquals(retry.types, ["acquire-media"]);
  assertEquals(play([{ type: "media-ready" }], retry.call).call.state.name, "prompt");
});

Deno.test("machine: a second press on Try again does not ask twice", () => {
  const problem = { cause: "in-use", devices: [] } as const;
  const { types } = play([{ type: "media-failed", problem }, { type: "try-again" }, {
    type: "try-again",
  }]);
  assertEquals(types, []);
});

for (const [typed, problem] of [["", "blank"], [" \t ", "blank"], ["x".repeat(65), "too-long"]]) {
  Deno.test(`machine: story 8, ${JSON.stringify(typed?.slice(0, 4))} is asked again (${problem})`, () => {
    const { call } = play([...READY, { type: "join", room: typed ?? "" }]);
    assertEquals(
      call.state,
      {
        name: "prompt",
        room: typed ?? "",
        notice: { kind: "bad-name", problem },
      } as Call["state"],
    );
  });
}

Deno.test("machine: story 8, cancel asks again and says why", () => {
  const { call } = play([...READY, { type: "cancel" }]);
  assertEquals(call.state, { name: "prompt", room: "", notice: { kind: "cancelled" } });
});

Deno.test("machine: story 3, an unused name makes me wait in my room", () => {
  const { call, types } = play(WAITING);
  assertEquals(call.state, { name: "waiting", because: "first", room: "Kitchen", peer: null });
  assert(types.includes("remember-seat"));
});

Deno.test("machine: joining waits for the socket and then joins", () => {
  const pressed = play([{ type: "media-ready" }, { type: "join", room: "Kitchen" }]);
  assertEquals(pressed.types, ["stop-timer"]);
  assertEquals(play([{ type: "socket-open" }], pressed.call).types, ["join"]);
});

Deno.test("machine: story 4, the newcomer adopts the prepared offer", () => {
  const { call, types } = play([...JOINING, joined({ session: "friend-1", present: true })]);
  assertEquals(call.state.name, "connecting");
  assertEquals(types, ["stop-timer", "remember-seat", "adopt"]);
});

Deno.test("machine: story 4, whoever is inside answers on a new link, with a chime", () => {
  const { call, effects } = play([...WAITING, ARRIVED]);
  assertEquals(call.state.name, "connecting");
  assertEquals(effects.map(({ type }) => type), ["stop-timer", "address", "answer", "chime"]);
});

Deno.test("machine: media flowing makes it connected, and time counts from there", () => {
  const { call } = play(CONNECTED);
  assertEquals(call.state, {
    name: "connected",
    since: NOW + CONNECTED.length - 1,
    weak: false,
    room: "Kitchen",
    peer: "friend-1",
  });
});

Deno.test("machine: story 5, a full room keeps the prompt's room and counts attempts", () => {
  const full = server({ type: "full", room: "Kitchen", retryInMs: 4_000 });
  const { call } = play([...JOINING, full]);
  assertEquals(call.state, {
    name: "full",
    room: "Kitchen",
    retryInMs: 4_000,
    autoRetry: false,
    attempt: 1,
  });
  const other = play([{ type: "join", room: "Garden" }], call);
  assertEquals(other.call.state, { name: "joining", room: "Garden" });
});

Deno.test("machine: a full room is retried by itself once the person agrees", () => {
  const full = server({ type: "full", room: "Kitchen", retryInMs: 4_000 });
  const agreed = play([...JOINING, full, { type: "auto-retry", on: true }]);
  assertEquals(agreed.effects, [{ type: "start-timer", timer: "retry-full", ms: 4_000 }]);
  const due = play([{ type: "timer", timer: "retry-full" }], agreed.call);
  assertEquals(due.types, ["join"]);
  const again = play([full], due.call);
  assertEquals(again.types, ["start-timer"]);
  assertEquals(play([joined(null)], again.call).call.state.name, "waiting");
});

Deno.test("machine: rule 2, a lost socket alone touches neither state nor link", () => {
  const { call, effects } = play([...CONNECTED, { type: "socket-down" }]);
  assertEquals(effects, []);
  assertEquals([call.state.name, call.link, call.online], ["connected", OFFER.link, false]);
});

Deno.test("machine: the socket returns, the same link is named and no offer is made", () => {
  const { call, effects } = play([...CONNECTED, { type: "socket-down" }, { type: "socket-open" }]);
  assertEquals(effects, [{ type: "join", room: "Kitchen", link: OFFER.link }]);
  const back = play([joined({ session: "friend-1", present: true })], call);
  assertEquals(back.types, ["remember-seat", "address", "repeat"]);
  assertEquals(back.call.state.name, "connected");
});

Deno.test("machine: the friend's socket returns with the same link, nothing restarts", () => {
  const back = server({ type: "arrived", session: "friend-1", link: OFFER.link, offer: null });
  const { call, types } = play([...CONNECTED, back]);
  assertEquals(types, ["stop-timer", "address", "repeat"]);
  assertEquals(call.state.name, "connected");
});

Deno.test("machine: the friend returns with another link and no offer, we offer", () => {
  const back = server({ type: "arrived", session: "friend-1", link: "link-old-9", offer: null });
  assertEquals(play([...CONNECTED, back]).types, ["stop-timer", "address", "offer"]);
});

Deno.test("machine: story 9, a reloading friend is expected, then answered anew", () => {
  const away = server({ type: "away", session: "friend-1", reason: "closing", holdMs: 5_000 });
  const gone = play([...CONNECTED, away]);
  assertEquals(gone.call.state.name, "reconnecting");
  const offer = { ...OFFER, link: "link-new-2", id: "offer-id-2" };
  const back = play([
    server({ type: "arrived", session: "friend-2", link: offer.link, offer }),
    { type: "link-begun", link: offer.link },
  ], gone.call);
  assertEquals(back.call.state.name, "reconnecting");
  const flowing = play([{ type: "link-flowing", link: offer.link }], back.call);
  assert(flowing.call.state.name === "connected");
  assertEquals(flowing.call.state.since, NOW + CONNECTED.length - 1, "the time goes on");
});

Deno.test("machine: a friend who does not come back is waited for in the same room", () => {
  const away = server({ type: "away", session: "friend-1", reason: "closing", holdMs: 5_000 });
  const { call, types } = play([...CONNECTED, away, { type: "timer", timer: "hold" }]);
  assertEquals(call.state, { name: "waiting", because: "dropped", room: "Kitchen", peer: null });
  assert(types.includes("close-link"));
});

Deno.test("machine: a lost socket of the friend does not disturb flowing media", () => {
  const away = server({ type: "away", session: "friend-1", reason: "lost", holdMs: 15_000 });
  const { call } = play([...CONNECTED, away, { type: "timer", timer: "hold" }]);
  assertEquals(call.state.name, "connected");
});

Deno.test("machine: the friend hangs up, the seat stays mine", () => {
  const { call, types } = play([...CONNECTED, server({ type: "left", session: "friend-1" })]);
  assertEquals(call.state, { name: "waiting", because: "left", room: "Kitchen", peer: null });
  assertEquals(types, ["stop-timer", "close-link"]);
});

Deno.test("machine: news of a session that is not the friend's is ignored", () => {
  const { call, effects } = play([...CONNECTED, server({ type: "left", session: "someone-else" })]);
  assertEquals([call.state.name, effects.length], ["connected", 0]);
});

Deno.test("machine: events of an older link are ignored", () => {
  const { call, effects } = play([...CONNECTED, { type: "link-stalled", link: "link-old-9" }]);
  assertEquals([call.state.name, effects.length], ["connected", 0]);
});

Deno.test("machine: weak, stalled and back keeps the start of the call", () => {
  const weak = play([...CONNECTED, { type: "link-weak", link: OFFER.link }]);
  assert(weak.call.state.name === "connected" && weak.call.state.weak);
  const stalled = play([{ type: "link-stalled", link: OFFER.link }], weak.call);
  assert(stalled.call.state.name === "reconnecting");
  assertEquals(stalled.call.state.because, "network");
  const back = play([{ type: "link-flowing", link: OFFER.link }], stalled.call);
  assert(back.call.state.name === "connected");
  assertEquals(back.call.state.since, weak.call.state.since);
});

Deno.test("machine: when restarts do not help a new link is offered", () => {
  const { effects } = play([
    ...CONNECTED,
    { type: "link-stalled", link: OFFER.link },
    { type: "link-failed", link: OFFER.link },
  ]);
  assertEquals(effects, [{ type: "offer", to: "friend-1" }]);
});

Deno.test("machine: leaving frees the seat, the camera and the memory", () => {
  const { call, types } = play([...CONNECTED, { type: "leave" }]);
  assert(call.state.name === "ended");
  assertEquals(call.state.lastedMs, 1);
  assertEquals(types, ["stop-timer", "leave", "forget-seat", "close-link", "release-media"]);
});

Deno.test("machine: call again asks for the camera and walks into the same room", () => {
  const again = play([...CONNECTED, { type: "leave" }, { type: "call-again" }]);
  assertEquals(again.types, ["acquire-media"]);
  const { call } = play([{ type: "media-ready" }], again.call);
  assertEquals(call.state, { name: "joining", room: "Kitchen" });
});

Deno.test("machine: the seat is used elsewhere, this page stops and does not return", () => {
  const { call } = play([...CONNECTED, server({ type: "elsewhere" })]);
  assert(call.state.name === "ended" && call.state.because === "elsewhere");
  assertEquals(play([{ type: "socket-open" }], call).effects, []);
});

Deno.test("machine: a seat remembered from before the reload is returned to without a prompt", () => {
  const { call, types } = play([
    { type: "socket-open" },
    { type: "return-to", room: "Kitchen" },
    { type: "media-ready" },
  ]);
  assertEquals(call.state, { name: "joining", room: "Kitchen" });
  assertEquals(types, ["stop-timer", "join"]);
});

Deno.test("machine: server trouble while joining leads back to the prompt, with words", () => {
  const error = { type: "error", message: "", retryInMs: null, problem: null } as const;
  const { call } = play([...JOINING, server({ ...error, code: "unavailable" })]);
  assertEquals(call.state, { name: "prompt", room: "Kitchen", notice: { kind: "unavailable" } });
  const limited = play([...JOINING, server({ ...error, code: "rate-limited", retryInMs: 9_000 })]);
  assert(limited.call.state.name === "prompt");
  assertEquals(limited.call.state.notice, { kind: "too-many", retryInMs: 9_000 });
});

Deno.test("machine: a seat is only given up by its holder's wish", () => {
  const { call } = play([...CONNECTED, { type: "cancel" }, { type: "join", room: "Other" }]);
  assert(isSeated(call.state));
  assertEquals(call.state.room, "Kitchen");
});

Deno.test("machine: no way was found, and the person tries once more on a new connection", () => {
  const stuck = play([{ type: "link-no-path", link: OFFER.link }], play(CONNECTING).call);
  assertEquals(stuck.call.state.name === "connecting" && stuck.call.state.noPath, true);
  const again = play([{ type: "try-again" }], stuck.call);
  assertEquals(again.effects, [{ type: "offer", to: "friend-1" }]);
  assertEquals(again.call.state.name === "connecting" && again.call.state.noPath, false);
  assertEquals(play([{ type: "try-again" }], again.call).types, []);
});
