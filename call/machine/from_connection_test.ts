import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  away,
  CONNECTED,
  CONNECTING,
  DOWN,
  FRIEND,
  joined,
  joinSent,
  link,
  NOW,
  OFFER,
  offerOf,
  OPEN,
  play,
  PRESENT,
  STRANGER,
  WAITING,
} from "../../tests/fakes/play.ts";
import { linkOf } from "./state.ts";

Deno.test("media flowing makes it connected, and time counts from there", () => {
  assertEquals(play(CONNECTED).call.state, {
    name: "connected",
    room: "Kitchen",
    seat: { is: "kept" },
    peer: FRIEND,
    away: false,
    link: { id: OFFER.connection, ours: false, agreed: true, stale: false },
    since: NOW + CONNECTED.length - 1,
    weak: false,
    newcomer: null,
  });
});

Deno.test("news of an older connection are ignored", () => {
  const before = play(CONNECTED);
  for (
    const type of [
      "link-agreed",
      "link-flowing",
      "link-weak",
      "link-stalled",
      "link-failed",
      "link-stale",
      "link-no-path",
      "link-goodbye",
    ] as const
  ) {
    const step = play([{ type, link: "link-old-9" }], before);
    assertEquals([step.call, step.effects], [before.call, []]);
  }
});

Deno.test("weak, stalled and back keeps the start of the call", () => {
  const weak = play([...CONNECTED, link("link-weak")]);
  assert(weak.call.state.name === "connected" && weak.call.state.weak);
  const stalled = play([link("link-stalled")], weak);
  assert(stalled.call.state.name === "reconnecting");
  const back = play([link("link-flowing")], stalled).call.state;
  assert(back.name === "connected" && !back.weak);
  assertEquals(back.since, weak.call.state.since);
});

Deno.test("when restarts do not help a new connection is offered", () => {
  const step = play([...CONNECTED, link("link-stalled"), link("link-failed")]);
  assertEquals(asked(step, "offer").map(({ link }) => link), [linkOf(step.call.state)?.id]);
  assert(linkOf(step.call.state)?.id !== OFFER.connection);
});

Deno.test("a connection that breaks while its media flows goes on", () => {
  const step = play([...CONNECTED, link("link-failed")]);
  assertEquals([step.call.state.name, step.effects], ["connected", []]);
});

Deno.test("a connection that carries again may be replaced by one that shows the friend sooner", () => {
  const step = play([...CONNECTED, link("link-stale")]);
  assertEquals(step.call.state.name, "reconnecting");
  assertEquals(asked(step, "offer").map(({ link }) => link), [linkOf(step.call.state)?.id]);
});

Deno.test("no new connection is offered to a friend without a socket, or by a page without one", () => {
  const stalled = [...CONNECTED, link("link-stalled")];
  assertEquals(play([...stalled, away("friend-1", "lost"), link("link-failed")]).effects, []);
  assertEquals(play([...stalled, DOWN, link("link-failed")]).effects, []);
  assertEquals(play([...CONNECTED, DOWN, link("link-stale")]).effects, []);
});

Deno.test("no new connection could be offered: it is as soon as the friend's socket is back", () => {
  const back = arrived(FRIEND, { connection: OFFER.connection });
  const lost = [...CONNECTED, away("friend-1", "lost"), link("link-stale")];
  assertEquals(asked(play([...lost, back]), "offer").length, 1);
  const carries = [...lost, link("link-stalled"), link("link-flowing")];
  assertEquals(asked(play([...carries, back]), "offer"), []);
});

Deno.test("no new connection could be offered: an offer goes with the question for our seat", () => {
  const down = [...CONNECTED, DOWN, link("link-stale")];
  const asking = play([...down, OPEN]);
  assertEquals(asked(asking, "join").map(({ link }) => link), [null]);
  const seated = play([joinSent("link-mine-1"), joined({ peer: PRESENT })], asking);
  assertEquals(asked(seated, "adopt"), [{ type: "adopt", link: "link-mine-1" }]);
  assertEquals(seated.call.state.name, "reconnecting");
  const without = play([joinSent(null), joined({ peer: PRESENT })], asking);
  assertEquals(asked(without, "offer").length, 1, "the question took none along: we offer");
  const carries = play([...down, link("link-stalled"), link("link-flowing"), OPEN]);
  assertEquals(asked(carries, "join").map(({ link }) => link), [OFFER.connection]);
});

Deno.test("no way found: said until one is found, over every new try with the same page", () => {
  const told = play([...CONNECTING, link("link-no-path")]);
  const again = play([link("link-failed")], told);
  assert(again.call.state.name === "connecting" && again.call.state.noPath);
  const reload = play([arrived({ ...FRIEND, session: "friend-2" }, { resumed: true })], again);
  assert(reload.call.state.name === "connecting" && !reload.call.state.noPath);
  const flowing = play([link("link-flowing"), link("link-stalled")], again);
  assert(flowing.call.state.name === "reconnecting" && !flowing.call.state.noPath);
});

Deno.test("no way found: not said of an offer that is not answered yet", () => {
  const offered = play([...WAITING, arrived(FRIEND)]);
  const step = play([link("link-no-path")], offered);
  assert(step.call.state.name === "connecting" && !step.call.state.noPath);
});

Deno.test("goodbye: the friend left, and the later word of the server changes nothing", () => {
  const step = play([...CONNECTED, link("link-goodbye")]);
  assert(step.call.state.name === "waiting" && step.call.state.because === "left");
  const told = play([{ type: "server", message: { type: "left", session: "friend-1" } }], step);
  assertEquals([told.call, told.effects], [step.call, []]);
});

Deno.test("signals take one way, whichever wire brought them", () => {
  const before = play(CONNECTED);
  for (
    const signal of [
      offerOf("link-new-2"),
      { kind: "restart", connection: OFFER.connection },
      { kind: "candidate", connection: OFFER.connection, candidate: null },
      { ...OFFER, id: "00000002" },
    ] as const
  ) {
    const byServer = play([{
      type: "server",
      message: { type: "signal", from: "friend-1", signal },
    }], before);
    const straight = play(
      [({ state }) => ({ type: "link-signal", link: linkOf(state)?.id ?? "", signal })],
      before,
    );
    assertEquals([byServer.call, byServer.effects], [straight.call, straight.effects]);
  }
});

Deno.test("the friend's media with a newcomer at the door: the question stays", () => {
  const { state } = play([
    ...CONNECTED,
    arrived(STRANGER),
    link("link-stalled"),
    link("link-flowing"),
  ]).call;
  assert(state.name === "connected");
  assertEquals(state.newcomer?.session, STRANGER.session);
});

Deno.test("agreed: an offer of ours that was answered is known to be", () => {
  const offered = play([...WAITING, arrived(FRIEND)]);
  assertEquals(linkOf(offered.call.state)?.agreed, false);
  assertEquals(linkOf(play([link("link-agreed")], offered).call.state)?.agreed, true);
});

Deno.test("being asked about is no failure; once let in, a connection that fails is one", () => {
  const offered = play([...WAITING, arrived(FRIEND)]);
  const own = linkOf(offered.call.state)?.id ?? "";
  const signal = { kind: "asking", connection: own } as const;
  const asking = play([{
    type: "server",
    message: { type: "signal", from: FRIEND.session, signal },
  }], offered);
  assertEquals(play([link("link-failed")], asking).effects, []);
  const letIn = play([link("link-agreed")], asking);
  assert(letIn.call.state.name === "connecting" && !letIn.call.state.asking);
  assertEquals(asked(play([link("link-failed")], letIn), "offer").length, 1);
});

Deno.test("forged: somebody is in between, the call is over and the seat given up", () => {
  const step = play([...CONNECTED, link("link-forged")]);
  assert(step.call.state.name === "ended" && step.call.state.because === "forged");
  assert(step.types.includes("leave") && step.types.includes("release-media"));
});

Deno.test("forged: so it is when the friend, who was told, has gone before", () => {
  const gone = play([...CONNECTED, link("link-goodbye")]);
  assert(gone.call.state.name === "waiting");
  const forged = play([{ type: "link-forged", link: OFFER.connection }], gone);
  assert(forged.call.state.name === "ended" && forged.call.state.because === "forged");
});
