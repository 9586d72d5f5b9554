import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  away,
  CONNECTED,
  CONNECTING,
  DOWN,
  error,
  FRIEND,
  full,
  joined,
  JOINING,
  left,
  link,
  NOW,
  OFFER,
  offerOf,
  OPEN,
  play,
  READY,
  RETURNING,
  STRANGER,
  WAITING,
} from "../../tests/fakes/play.ts";
import { linkOf, requestOf } from "./state.ts";

const REFUSED = { cause: "refused", devices: [] } as const;

Deno.test("story 7: a refusal blocks, and trying again leads to the prompt", () => {
  const blocked = play([{ type: "media-failed", problem: REFUSED }]);
  assertEquals(blocked.call.state.name, "blocked");
  const again = play([{ type: "try-again" }], blocked);
  assertEquals(again.types, ["acquire-media"]);
  assertEquals(play([{ type: "media-ready" }], again).call.state.name, "prompt");
});

Deno.test("try again: a second press does not ask twice", () => {
  const { types } = play([
    { type: "media-failed", problem: REFUSED },
    { type: "try-again" },
    { type: "try-again" },
  ]);
  assertEquals(types, []);
});

for (
  const [typed, problem] of [["", "blank"], [" \t ", "blank"], [
    "x".repeat(65),
    "too-long",
  ]] as const
) {
  Deno.test(`story 8: ${JSON.stringify(typed.slice(0, 4))} is asked again (${problem})`, () => {
    const { call, effects } = play([...READY, { type: "join", room: typed }]);
    const notice = { kind: "bad-name", problem } as const;
    assertEquals(call.state, { name: "prompt", room: typed, notice });
    assertEquals(effects.filter(({ type }) => type === "join"), []);
  });
}

Deno.test("story 8: cancel asks again and says why", () => {
  const { call } = play([...READY, { type: "cancel" }]);
  assertEquals(call.state, { name: "prompt", room: "", notice: { kind: "cancelled" } });
});

Deno.test("joining: asked at once with a name of its own, and the answer is waited for", () => {
  const step = play(JOINING);
  const [join] = asked(step, "join");
  assertEquals(join?.request, requestOf(step.call.state));
  assertEquals(step.timers, { answer: 12_000 });
});

Deno.test("joining: without a socket it is asked when that opens", () => {
  const pressed = play([{ type: "media-ready" }, { type: "join", room: "Kitchen" }]);
  assertEquals([asked(pressed, "join").length, requestOf(pressed.call.state)], [0, null]);
  assertEquals(asked(play([OPEN], pressed), "join").length, 1);
});

for (const type of ["cancel", "leave"] as const) {
  Deno.test(`cancelled while joining (${type}): leave and forget, and nothing is waited for`, () => {
    const step = play([...JOINING, { type }]);
    assertEquals(step.call.state, { name: "prompt", room: "Kitchen", notice: null });
    assert(step.types.includes("leave") && step.types.includes("forget-seat"));
    assertEquals(step.timers, {});
  });
}

Deno.test("cancelled while joining: a late seat is not sat down on", () => {
  const joining = play(JOINING);
  const late = joined()(joining.call);
  const step = play([{ type: "cancel" }, late], joining);
  assertEquals([step.call.state.name, step.types], ["prompt", []]);
});

Deno.test("cancelled in a full room: neither asked again nor walked into after a reload", () => {
  const step = play([...JOINING, full(4_000), { type: "auto-retry", on: true }, {
    type: "cancel",
  }]);
  assertEquals(step.call.state, { name: "prompt", room: "", notice: { kind: "cancelled" } });
  assertEquals(step.timers, {});
  assertEquals(asked(step, "forget-seat"), [{ type: "forget-seat", room: "Kitchen" }]);
});

Deno.test("cancelled in a full room while it is asked: the seat is given up should it come", () => {
  const step = play([...JOINING, full(4_000), { type: "auto-retry", on: true }, {
    type: "timer",
    timer: "retry-full",
  }, { type: "cancel" }]);
  assertEquals(asked(step, "leave").length, 1);
});

Deno.test("story 5: from a full room another can be chosen; the first one's answer is nobody's", () => {
  const retried = play([...JOINING, full(4_000), { type: "auto-retry", on: true }, {
    type: "timer",
    timer: "retry-full",
  }]);
  const late = joined()(retried.call);
  const other = play([{ type: "join", room: "Garden" }], retried);
  assertEquals(other.types.filter((type) => type === "leave" || type === "join"), [
    "leave",
    "join",
  ]);
  const step = play([late], other);
  assert(step.call.state.name === "joining" && step.call.state.room === "Garden");
  assertEquals(step.types, []);
});

Deno.test("full: retried by itself once the person agrees, and no longer once they do not", () => {
  const agreed = play([...JOINING, full(4_000), { type: "auto-retry", on: true }]);
  assertEquals(agreed.timers, { "retry-full": 4_000 });
  assertEquals(play([{ type: "auto-retry", on: false }], agreed).timers, {});
  const again = play([{ type: "timer", timer: "retry-full" }, full(4_000)], agreed);
  assertEquals(again.timers, { "retry-full": 4_000 });
  assertEquals(
    play([{ type: "timer", timer: "retry-full" }, joined()], again).call.state.name,
    "waiting",
  );
});

Deno.test("full: agreeing never asks sooner than half a second, whatever the server says", () => {
  assertEquals(play([...JOINING, full(0), { type: "auto-retry", on: true }]).timers, {
    "retry-full": 500,
  });
});

Deno.test("leaving: frees the seat, the connection, the camera and the memory, in that order", () => {
  const step = play([{ type: "leave" }], play(CONNECTED));
  assertEquals(step.call.state, {
    name: "ended",
    room: "Kitchen",
    because: "left",
    lastedMs: NOW - (NOW + CONNECTED.length - 1),
  });
  assertEquals(step.types.filter((type) => type !== "stop-timer"), [
    "leave",
    "forget-seat",
    "close-link",
    "release-media",
  ]);
});

for (
  const [name, moves] of [
    ["waiting", WAITING],
    ["connecting", CONNECTING],
    ["expecting an offer", [...JOINING, joined({ peer: { ...FRIEND, present: true } })]],
    ["reconnecting with a friend away", [...CONNECTED, away("friend-1", "closing")]],
    ["connected with a friend away", [...CONNECTED, away("friend-1", "lost")]],
    ["unsure of the seat", [...CONNECTED, DOWN, OPEN]],
    ["seat taken", [...CONNECTED, DOWN, OPEN, full(null)]],
  ] as const
) {
  Deno.test(`leaving while ${name}: no timer goes on, camera and microphone go off`, () => {
    const step = play([{ type: "leave" }], play(moves));
    assertEquals([step.call.state.name, step.timers], ["ended", {}]);
    assertEquals(step.types.filter((type) => type === "close-link" || type === "release-media"), [
      "close-link",
      "release-media",
    ]);
  });
}

Deno.test("call again: asks for the camera and walks into the same room", () => {
  const again = play([...CONNECTED, { type: "leave" }, { type: "call-again" }]);
  assertEquals(again.types, ["acquire-media"]);
  const { state } = play([{ type: "media-ready" }], again).call;
  assert(state.name === "joining" && state.room === "Kitchen");
});

Deno.test("other room: asks for the camera and then for a name", () => {
  const step = play([...CONNECTED, { type: "leave" }, { type: "other-room" }, {
    type: "media-ready",
  }]);
  assertEquals(step.call.state, { name: "prompt", room: "", notice: null });
});

Deno.test("a seat is only given up by its holder's wish", () => {
  const { call } = play([...CONNECTED, { type: "cancel" }, { type: "join", room: "Other" }]);
  assert(call.state.name === "connected" && call.state.room === "Kitchen");
});

Deno.test("cancelled while the prompt still showed and the friend was met: the seat is given up", () => {
  const step = play([...CONNECTING, { type: "cancel" }]);
  assert(step.call.state.name === "ended" && step.call.state.because === "left");
  assertEquals(asked(step, "leave").length, 1);
});

Deno.test("no way found: trying again offers a new connection", () => {
  const step = play([...CONNECTING, link("link-no-path"), { type: "try-connection" }]);
  assertEquals(asked(step, "offer").length, 1);
  assert(step.call.state.name === "connecting" && !step.call.state.noPath);
});

Deno.test("no way found: with the friend away, trying again keeps waiting for them", () => {
  const gone = play([...CONNECTING, link("link-no-path"), away("friend-1", "lost")]);
  const step = play([{ type: "try-connection" }], gone);
  assertEquals([step.types, step.timers], [[], { hold: 18_000 }]);
});

Deno.test("letting in: the call with the friend ends, the newcomer's offer is answered", () => {
  const candidate = { kind: "candidate", connection: "link-other-1", candidate: null } as const;
  const asking = play([
    ...CONNECTED,
    arrived(STRANGER, { connection: "link-other-1", offer: offerOf("link-other-1") }),
    { type: "server", message: { type: "signal", from: "stranger-1", signal: candidate } },
  ]);
  const step = play([{ type: "let-in" }], asking);
  assert(step.call.state.name === "connecting");
  assertEquals([step.call.state.peer, linkOf(step.call.state)?.id], [STRANGER, "link-other-1"]);
  assertEquals(step.types.filter((type) => type !== "stop-timer"), [
    "close-link",
    "answer",
    "hand-over",
  ]);
});

Deno.test("turning out: the newcomer must go and the call goes on", () => {
  const step = play([...CONNECTED, arrived(STRANGER), { type: "keep-talking" }]);
  assertEquals(step.effects, [{ type: "refuse", session: "stranger-1" }]);
  assert(step.call.state.name === "connected" && step.call.state.newcomer === null);
  assertEquals(linkOf(step.call.state)?.id, OFFER.connection);
});

Deno.test("letting in or turning out without a newcomer: nothing", () => {
  for (const type of ["let-in", "keep-talking"] as const) {
    assertEquals(play([...CONNECTED, { type }]).effects, []);
    assertEquals(play([...CONNECTED, arrived(STRANGER), left("stranger-1"), { type }]).types, []);
  }
});

Deno.test("a returning page may still be cancelled", () => {
  const step = play([...RETURNING, error("unavailable"), { type: "cancel" }]);
  assertEquals([step.call.state.name, step.timers], ["prompt", {}]);
});
