import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  away,
  BACK,
  CONNECTED,
  DOWN,
  FRIEND,
  joined,
  JOINING,
  joinSent,
  left,
  link,
  type Move,
  OFFER,
  offerOf,
  OPEN,
  play,
  PRESENT,
  RETURNING,
  signal,
  STRANGER,
  timer,
  WAITING,
} from "../../tests/fakes/play.ts";
import { hasFriend, linkOf } from "./state.ts";

const EXPECTING = [...JOINING, joined({ peer: PRESENT })];

Deno.test("story 4: a newcomer without an offer is offered one", () => {
  const step = play([...WAITING, arrived(FRIEND)]);
  assertEquals(asked(step, "offer").map(({ link }) => link), [linkOf(step.call.state)?.id]);
});

Deno.test("a hold that ran out while media flowed ends the wait when media stalls later", () => {
  const stalled = play([
    ...CONNECTED,
    away("friend-1", "lost"),
    timer("hold"),
    link("link-stalled"),
  ]);
  assertEquals([stalled.call.state.name, stalled.timers], ["reconnecting", { hold: 18_000 }]);
  assertEquals(play([timer("hold")], stalled).call.state.name, "waiting");
});

Deno.test("a friend away again while they should offer: their hold ends the wait, no offer does", () => {
  const gone = play([...EXPECTING, away("friend-1", "lost")]);
  assertEquals(gone.timers, { hold: 18_000 });
  // The clock may have struck before it was stopped.
  const late = play([timer("offer")], gone);
  assertEquals([late.types, late.timers], [[], { hold: 18_000 }]);
  assertEquals(play([timer("hold")], late).call.state.name, "waiting");
});

Deno.test("vouch: for a friend whose media flows without a socket, again and again", () => {
  const gone = play([...CONNECTED, away("friend-1", "lost")]);
  assertEquals(gone.timers, { vouch: 5_000 });
  const step = play([timer("vouch")], gone);
  assertEquals(asked(step, "vouch"), [{ type: "vouch", session: "friend-1" }]);
  assertEquals(step.timers, { vouch: 5_000 });
});

Deno.test("vouch: never for a friend who is there, or whose media stands", () => {
  assertEquals(play([...CONNECTED, timer("vouch")]).effects, []);
  const stalled = play([...CONNECTED, away("friend-1", "lost"), link("link-stalled")]);
  assert(!("vouch" in stalled.timers));
  assertEquals(play([timer("vouch")], stalled).effects, []);
  const back = play([
    ...CONNECTED,
    away("friend-1", "lost"),
    arrived(FRIEND, { connection: OFFER.connection }),
  ]);
  assertEquals([back.timers, play([timer("vouch")], back).effects], [{}, []]);
});

Deno.test("vouch: begins when media of a friend who is away flows again", () => {
  const step = play([
    ...CONNECTED,
    link("link-stalled"),
    away("friend-1", "lost"),
    link(
      "link-flowing",
    ),
  ]);
  assertEquals(step.timers, { vouch: 5_000 });
});

for (
  const [name, moves] of [
    ["flows", CONNECTED],
    ["flows, the friend without a socket", [...CONNECTED, away("friend-1", "lost")]],
    ["stands for a moment", [...CONNECTED, link("link-stalled")]],
    ["flows, the socket just back", [...CONNECTED, DOWN, OPEN, joined({ peer: PRESENT })]],
  ] as const
) {
  Deno.test(`nobody who comes in ends a call that ${name}`, () => {
    const before = play(moves);
    const offer = offerOf("link-other-1");
    const step = play([arrived(STRANGER, { connection: "link-other-1", offer })], before);
    assertEquals(step.call.state.name, before.call.state.name);
    assert(hasFriend(step.call.state) && "newcomer" in step.call.state);
    assertEquals([step.call.state.peer, linkOf(step.call.state)?.id], [FRIEND, OFFER.connection]);
    assertEquals(step.call.state.newcomer, { ...STRANGER, offer, candidates: [] });
    const said = step.types.filter((type) => !type.endsWith("-timer"));
    assertEquals(said, ["tell-asking", "chime"]);
  });
}

Deno.test("nobody who comes in ends a call that flows: what they say touches no connection", () => {
  const asking = play([...CONNECTED, arrived(STRANGER, { offer: offerOf("link-other-1") })]);
  const { session } = STRANGER;
  for (
    const said of [
      { kind: "answer", connection: OFFER.connection, id: "00000001", sdp: "v=0" },
      { kind: "candidate", connection: OFFER.connection, candidate: null },
      { kind: "restart", connection: OFFER.connection },
      { kind: "asking", connection: OFFER.connection },
    ] as const
  ) {
    const step = play([signal(session, said)], asking);
    assertEquals([step.call.state, step.effects], [asking.call.state, []]);
  }
});

Deno.test("a newcomer's candidates are kept for their offer, and not without end", () => {
  const offer = offerOf("link-other-1");
  const candidate = { kind: "candidate", connection: "link-other-1", candidate: null } as const;
  const many = Array.from({ length: 500 }, () => signal(STRANGER.session, candidate));
  const { state } = play([...CONNECTED, arrived(STRANGER, { offer }), ...many]).call;
  assert(state.name === "connected");
  assertEquals(state.newcomer?.candidates.length, 64);
});

Deno.test("a newcomer who offers anew is told again that we ask, without another chime", () => {
  const step = play([
    ...CONNECTED,
    arrived(STRANGER, { offer: offerOf("link-other-1") }),
    signal(STRANGER.session, offerOf("link-other-2")),
  ]);
  assertEquals(step.effects, [
    { type: "tell-asking", to: "stranger-1", link: "link-other-2" },
  ]);
});

Deno.test("a newcomer's restart of a connection we do not have: let in, they are offered a new one", () => {
  const asking = [...CONNECTED, arrived(STRANGER, { connection: "link-other-1" })];
  const restart = { ...offerOf("link-other-1"), id: "00000004" };
  const step = play([...asking, signal(STRANGER.session, restart), { type: "let-in" }]);
  assertEquals([asked(step, "answer").length, asked(step, "offer").length], [0, 1]);
});

Deno.test("a newcomer who goes is asked about no more", () => {
  for (const gone of [left(STRANGER.session), away(STRANGER.session, "lost")]) {
    const { state } = play([...CONNECTED, arrived(STRANGER), gone]).call;
    assert(state.name === "connected" && state.newcomer === null);
  }
});

Deno.test("a newcomer who goes or is turned out leaves a friend who is away, and is waited for", () => {
  const asking = [...CONNECTED, arrived(STRANGER), link("link-stalled")];
  for (
    const end of [
      { type: "keep-talking" } as const,
      left(STRANGER.session),
      away(STRANGER.session, "lost"),
    ]
  ) {
    const step = play([...asking, end]);
    assert(step.call.state.name === "reconnecting" && step.call.state.away);
    assertEquals(Object.keys(step.timers), ["hold"]);
    assertEquals(play([timer("hold")], step).call.state.name, "waiting");
  }
});

Deno.test("the friend back in their seat: the newcomer who had got it is gone", () => {
  const asking = play([...CONNECTED, arrived(STRANGER, { offer: offerOf("link-other-1") })]);
  for (
    const back of [
      arrived(FRIEND, { resumed: true, connection: OFFER.connection }),
      arrived(BACK, { resumed: true, offer: offerOf("link-new-2") }),
    ]
  ) {
    const { state } = play([back], asking).call;
    assert(hasFriend(state) && "newcomer" in state && state.newcomer === null);
  }
});

Deno.test("the friend leaves or gives up while somebody is asked about: they are met", () => {
  const offer = offerOf("link-other-1");
  const asking = [...CONNECTED, arrived(STRANGER, { offer })];
  for (
    const moves of [
      [left("friend-1")],
      [link("link-goodbye")],
      [link("link-stalled"), link("link-failed")],
    ]
  ) {
    const step = play([...asking, ...moves]);
    assert(step.call.state.name === "connecting");
    assertEquals([step.call.state.peer, asked(step, "answer").length], [STRANGER, 1]);
    assertEquals(step.types[0], "close-link");
  }
});

Deno.test("being asked about: said on the screen, and over when they let us in", () => {
  const mine = play([...WAITING, arrived(FRIEND)]);
  const own = linkOf(mine.call.state)?.id ?? "";
  const asking = play([signal("friend-1", { kind: "asking", connection: own })], mine);
  assert(asking.call.state.name === "connecting" && asking.call.state.asking);
  assertEquals(play([link("link-flowing")], asking).call.state.name, "connected");
  const other = play([signal("friend-1", { kind: "asking", connection: "link-old-9" })], mine);
  assert(other.call.state.name === "connecting" && !other.call.state.asking);
});

const ASKS: Move = { type: "ask-first", on: true };
const INSIDE = [...WAITING, ASKS];
const AT_DOOR = [...INSIDE, arrived(STRANGER, { connection: OFFER.connection, offer: OFFER })];

Deno.test("ask first: whoever comes while one waits stays outside, and is told so", () => {
  const step = play(AT_DOOR);
  const { state } = step.call;
  assert(state.name === "waiting");
  assertEquals(state.newcomer, { ...STRANGER, offer: OFFER, candidates: [] });
  assertEquals(asked(step, "tell-asking"), [
    { type: "tell-asking", to: STRANGER.session, link: OFFER.connection },
  ]);
  assertEquals([asked(step, "answer"), asked(step, "offer"), asked(step, "chime").length], [
    [],
    [],
    1,
  ]);
});

Deno.test("ask first: nobody is asked about unless the person wants it", () => {
  assertEquals(play([...WAITING, arrived(STRANGER)]).call.state.name, "connecting");
  const off = play([...INSIDE, { type: "ask-first", on: false }, arrived(STRANGER)]);
  assertEquals(off.call.state.name, "connecting");
});

Deno.test("ask first: let in, their offer is answered, with what trickled in after it", () => {
  const candidate = {
    kind: "candidate",
    connection: OFFER.connection,
    candidate: null,
  } as const;
  const step = play([...AT_DOOR, signal(STRANGER.session, candidate), { type: "let-in" }]);
  const { state } = step.call;
  assert(state.name === "connecting");
  assertEquals([state.peer, state.link?.id], [STRANGER, OFFER.connection]);
  assertEquals(asked(step, "answer"), [{ type: "answer", offer: OFFER }]);
  assertEquals(asked(step, "hand-over").length, 1);
});

Deno.test("ask first: not let in, they are turned out and one goes on waiting", () => {
  const step = play([...AT_DOOR, { type: "keep-talking" }]);
  assert(step.call.state.name === "waiting");
  assertEquals(step.call.state.newcomer, null);
  assertEquals(asked(step, "refuse"), [{ type: "refuse", session: STRANGER.session }]);
  const after = play([left(STRANGER.session)], step).call.state;
  assert(after.name === "waiting" && after.because === "first");
});

Deno.test("ask first: whoever goes away again is asked about no more", () => {
  for (const gone of [left(STRANGER.session), away(STRANGER.session, "lost")]) {
    const { state } = play([...AT_DOOR, gone]).call;
    assert(state.name === "waiting" && state.newcomer === null);
  }
});

Deno.test("ask first: a reload at the door is no second knock", () => {
  const again = { ...STRANGER, session: "stranger-2" };
  const step = play([...AT_DOOR, arrived(again, { offer: offerOf("link-second-1") })]);
  assert(step.call.state.name === "waiting");
  assertEquals([step.call.state.newcomer?.session, asked(step, "chime")], ["stranger-2", []]);
});

Deno.test("ask first: the friend who dropped comes back without being asked about", () => {
  const dropped = play([
    ...CONNECTED,
    ASKS,
    link("link-stalled"),
    away(FRIEND.session, "lost"),
    timer("hold"),
  ]);
  assertEquals(dropped.call.state.name, "waiting");
  assertEquals(play([arrived(BACK)], dropped).call.state.name, "connecting");
  assertEquals(play([arrived(STRANGER)], dropped).call.state.name, "waiting");
});

Deno.test("ask first: somebody in the seat of a friend who is away waits outside, too", () => {
  const step = play([
    ...CONNECTED,
    ASKS,
    link("link-stalled"),
    away(FRIEND.session, "lost"),
    arrived(STRANGER),
  ]);
  const { state } = step.call;
  assert(state.name === "waiting" && state.newcomer?.session === STRANGER.session);
  assertEquals([asked(step, "close-link").length, step.timers], [1, {}]);
});

Deno.test("ask first: the friend hangs up while somebody else is asked about: the question stays", () => {
  const step = play([...CONNECTED, ASKS, arrived(STRANGER), link("link-goodbye")]);
  const { state } = step.call;
  assert(state.name === "waiting" && state.newcomer?.session === STRANGER.session);
});

Deno.test("ask first: who came while this page was reloaded waits outside; what it offered is void", () => {
  const there = { peer: { ...STRANGER, present: true }, resumed: true };
  const step = play([ASKS, ...RETURNING, joinSent("link-own-1", FRIEND.holder), joined(there)]);
  const { state } = step.call;
  assert(state.name === "waiting" && state.newcomer?.session === STRANGER.session);
  assertEquals(asked(step, "adopt"), []);
  assertEquals(asked(step, "tell-asking"), [
    { type: "tell-asking", to: STRANGER.session, link: "link-own-1" },
  ]);
  const met = play([{ type: "let-in" }], step);
  assertEquals(asked(met, "offer").map(({ link }) => link), [linkOf(met.call.state)?.id]);
});

Deno.test("story 9: a reload in the call comes back to the friend, also for who wants to be asked", () => {
  const there = { peer: PRESENT, resumed: true };
  const step = play([ASKS, ...RETURNING, joinSent("link-own-1", FRIEND.holder), joined(there)]);
  assertEquals([step.call.state.name, linkOf(step.call.state)?.id], ["connecting", "link-own-1"]);
});

Deno.test("ask first: whoever comes into a room asks nobody to be let in to themselves", () => {
  const step = play([ASKS, ...JOINING, joinSent("link-own-1"), joined({ peer: PRESENT })]);
  assertEquals(step.call.state.name, "connecting");
});

Deno.test("ask first: a socket lost and back with somebody at the door: they are still asked about", () => {
  const there = { peer: { ...STRANGER, present: true } };
  const step = play([...AT_DOOR, DOWN, OPEN, joinSent("link-own-1"), joined(there)]);
  const { state } = step.call;
  assert(state.name === "waiting" && state.newcomer?.session === STRANGER.session);
  // They answer that offer; theirs of before leads nowhere any more.
  assertEquals(state.newcomer.offer, null);
  const gone = play([...AT_DOOR, DOWN, OPEN, joinSent("link-own-1"), joined()]).call.state;
  assert(gone.name === "waiting" && gone.newcomer === null);
});
