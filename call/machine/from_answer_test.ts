import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  CONNECTED,
  CONNECTING,
  DOWN,
  error,
  FRIEND,
  full,
  joined,
  JOINING,
  joinSent,
  link,
  offerOf,
  OPEN,
  play,
  PRESENT,
  server,
  STRANGER,
  timer,
  WAITING,
} from "../../tests/fakes/play.ts";
import { errorMessage, joinedMessage } from "../../tests/fakes/server_messages.ts";
import { hasFriend, linkOf } from "./state.ts";

const ABSENT = { ...FRIEND, present: false };
/** Our socket went and came, and the seat is asked for again. */
const BLIP = [DOWN, OPEN] as const;

Deno.test("story 3: an unused name makes me wait in my room, and the seat is remembered", () => {
  const step = play(WAITING);
  assertEquals(step.call.state, {
    name: "waiting",
    because: "first",
    room: "Kitchen",
    seat: { is: "kept" },
    peer: null,
    newcomer: null,
  });
  assertEquals(asked(step, "remember-seat"), [
    { type: "remember-seat", room: "Kitchen", token: "token-0123456789" },
  ]);
  assertEquals(step.timers, {});
});

Deno.test("story 4: the newcomer adopts the offer that went with the question", () => {
  const step = play([...JOINING, joinSent("link-mine-1"), joined({ peer: PRESENT })]);
  assert(step.call.state.name === "connecting");
  assertEquals(step.call.state.link, {
    id: "link-mine-1",
    ours: true,
    agreed: false,
    stale: false,
  });
  assertEquals(asked(step, "adopt"), [{ type: "adopt", link: "link-mine-1" }]);
});

Deno.test("without an offer the friend is expected to make one, or we do after a while", () => {
  const step = play([...JOINING, joinSent(null), joined({ peer: PRESENT })]);
  assertEquals([linkOf(step.call.state), step.timers], [null, { offer: 4_000 }]);
  const late = play([timer("offer")], step);
  assertEquals([asked(late, "offer").length, late.timers], [1, {}]);
});

Deno.test("a seat beside somebody who dropped: they are waited for", () => {
  const { state } = play([...JOINING, joined({ peer: ABSENT })]).call;
  assert(state.name === "waiting");
  assertEquals([state.because, state.peer], ["dropped", FRIEND]);
});

Deno.test("story 5: a full room says so and is not asked again unless the person agrees", () => {
  const step = play([...JOINING, full(4_000)]);
  assertEquals(step.call.state, {
    name: "full",
    room: "Kitchen",
    retryInMs: 4_000,
    firstInLine: false,
    autoRetry: false,
    attempt: 1,
    request: null,
    offered: null,
  });
  assertEquals(step.timers, {});
});

Deno.test("questions: a late joined of another room changes nothing", () => {
  const kitchen = play(JOINING);
  const late = joined()(kitchen.call);
  const garden = play([{ type: "cancel" }, { type: "join", room: "Garden" }], kitchen);
  const step = play([late], garden);
  assertEquals([step.call, step.effects], [garden.call, []]);
});

Deno.test("questions: an error of another room throws no seat away", () => {
  const kitchen = play(JOINING);
  const late = error("unavailable")(kitchen.call);
  const seated = play([{ type: "cancel" }, { type: "join", room: "Garden" }, joined()], kitchen);
  const step = play([late], seated);
  assertEquals([step.call, step.effects], [seated.call, []]);
});

Deno.test("questions: an answer counts once", () => {
  const joining = play(JOINING);
  const answer = joined()(joining.call);
  const seated = play([answer], joining);
  assertEquals(play([answer], seated).effects, []);
});

Deno.test("questions: an error that answers no question changes nothing", () => {
  for (const moves of [JOINING, WAITING, CONNECTED, [...CONNECTED, ...BLIP]]) {
    const before = play(moves);
    const step = play([server(errorMessage("rate-limited", { retryInMs: 1_000 }))], before);
    assertEquals([step.call, step.effects], [before.call, []]);
  }
});

Deno.test("questions: the answer of an older socket is nobody's", () => {
  const first = play([...CONNECTED, ...BLIP]);
  const late = joined({ peer: { ...STRANGER, present: true } })(first.call);
  const second = play([...BLIP, late], first);
  assert(second.call.state.name === "connected");
  assertEquals([second.call.state.peer, second.effects], [FRIEND, []]);
});

Deno.test("server trouble while joining leads back to the prompt, with words", () => {
  const { state } = play([...JOINING, error("unavailable")]).call;
  assert(state.name === "prompt");
  assertEquals([state.room, state.notice], ["Kitchen", { kind: "unavailable" }]);
  const limited = play([...JOINING, error("rate-limited", { retryInMs: 9_000 })]).call.state;
  assert(limited.name === "prompt");
  assertEquals(limited.notice, { kind: "too-many", retryInMs: 9_000 });
  const bad = play([...JOINING, error("bad-room-name", { problem: "too-long" })]).call.state;
  assert(bad.name === "prompt");
  assertEquals(bad.notice, { kind: "bad-name", problem: "too-long" });
});

Deno.test("back in my seat, the friend gone: waited for, unless media flows on", () => {
  const standing = play([...CONNECTED, link("link-stalled"), ...BLIP, joined({ peer: null })]);
  assertEquals(standing.call.state.name, "waiting");
  const flowing = play([...CONNECTED, ...BLIP, joined({ peer: null })]);
  assert(flowing.call.state.name === "connected" && flowing.call.state.away);
  assertEquals(flowing.timers, { vouch: 5_000 });
});

Deno.test("back in my seat, the friend without a socket: vouched for or waited for", () => {
  const flowing = play([...CONNECTED, ...BLIP, joined({ peer: ABSENT })]);
  assertEquals(flowing.timers, { vouch: 5_000 });
  const standing = play([...CONNECTED, link("link-stalled"), ...BLIP, joined({ peer: ABSENT })]);
  assertEquals(standing.timers, { hold: 18_000 });
});

Deno.test("back in my seat, a stranger opposite while the call flows: the person is asked", () => {
  const step = play([...CONNECTED, ...BLIP, joined({ peer: { ...STRANGER, present: true } })]);
  assert(step.call.state.name === "connected");
  assertEquals([step.call.state.peer, step.call.state.newcomer?.session], [FRIEND, "stranger-1"]);
  assert(step.types.includes("chime"));
});

Deno.test("back in my seat, a stranger's held seat opposite: nobody is asked about the absent", () => {
  const step = play([...CONNECTED, ...BLIP, joined({ peer: { ...STRANGER, present: false } })]);
  assert(step.call.state.name === "connected" && step.call.state.newcomer === null);
});

Deno.test("back in my seat, the friend opposite again: the newcomer is gone", () => {
  const asking = play([...CONNECTED, arrived(STRANGER, { offer: offerOf("link-other-1") })]);
  for (const peer of [PRESENT, ABSENT, null]) {
    const { state } = play([...BLIP, joined({ peer })], asking).call;
    assert(state.name === "connected" && state.newcomer === null, JSON.stringify(peer));
  }
});

Deno.test("back in my seat, somebody else opposite: nothing of the old call carries on", () => {
  const standing = play([...CONNECTED, link("link-stalled"), ...BLIP]);
  const step = play([joined({ peer: { ...STRANGER, present: true } })], standing);
  assert(step.call.state.name === "connecting" && step.call.state.link === null);
  assertEquals([step.types.includes("close-link"), step.timers], [true, { offer: 4_000 }]);
});

Deno.test("back in my seat, the friend came meanwhile: the offer of the question is adopted", () => {
  const step = play([...WAITING, ...BLIP, joinSent("link-mine-1"), joined({ peer: PRESENT })]);
  assert(hasFriend(step.call.state));
  assertEquals(step.call.state.link, {
    id: "link-mine-1",
    ours: true,
    agreed: false,
    stale: false,
  });
  assertEquals([asked(step, "adopt").length, step.timers], [1, {}]);
});

Deno.test("back in my seat, the friend who should have offered there: ours is adopted", () => {
  const expecting = play([...JOINING, joinSent(null), joined({ peer: PRESENT })]);
  const step = play([...BLIP, joinSent("link-mine-1"), joined({ peer: PRESENT })], expecting);
  assertEquals([linkOf(step.call.state)?.id, step.timers], ["link-mine-1", {}]);
});

Deno.test("a message for a question is matched by name, not by kind", () => {
  const connecting = play([...CONNECTING, ...BLIP]);
  const step = play([server(joinedMessage("somebody-else"))], connecting);
  assertEquals([step.call, step.effects], [connecting.call, []]);
});
