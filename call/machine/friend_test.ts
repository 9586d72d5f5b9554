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
  left,
  link,
  OFFER,
  offerOf,
  OPEN,
  play,
  PRESENT,
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
