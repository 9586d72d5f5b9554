import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  away,
  CONNECTED,
  CONNECTING,
  DOWN,
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
  server,
  STRANGER,
  timer,
  WAITING,
} from "../../tests/fakes/play.ts";
import type { Signal } from "../../signaling/protocol.ts";
import { hasFriend, linkOf } from "./state.ts";

function signal(from: string, signal: Signal) {
  return server({ type: "signal", from, signal });
}

const PRESENT = { ...FRIEND, present: true };
/** The friend after a reload. */
const BACK = { session: "friend-2", holder: FRIEND.holder };
const EXPECTING = [...JOINING, joined({ peer: PRESENT })];

Deno.test("story 4: whoever is inside answers on a new connection, with a chime", () => {
  const step = play(CONNECTING);
  assert(step.call.state.name === "connecting");
  assertEquals(step.call.state.link, { id: OFFER.connection, ours: false, agreed: true });
  assertEquals(step.types.filter((type) => type !== "stop-timer"), ["answer", "chime"]);
});

Deno.test("story 4: a newcomer without an offer is offered one", () => {
  const step = play([...WAITING, arrived(FRIEND)]);
  assertEquals(asked(step, "offer").map(({ link }) => link), [linkOf(step.call.state)?.id]);
});

Deno.test("rule 2: a lost socket alone touches neither the call nor the connection", () => {
  const step = play([...CONNECTED, DOWN]);
  assert(step.call.state.name === "connected" && !step.call.online);
  assertEquals(linkOf(step.call.state)?.id, OFFER.connection);
  assertEquals(step.types.filter((type) => type !== "stop-timer"), []);
});

Deno.test("the friend's socket returns with the same connection: nothing restarts", () => {
  const step = play([...CONNECTED, arrived(FRIEND, { connection: OFFER.connection })]);
  assertEquals(step.types.filter((type) => type !== "stop-timer"), ["say-again"]);
  assertEquals(step.call.state.name, "connected");
});

Deno.test("the friend returns with another connection and no offer: we offer", () => {
  const step = play([...CONNECTED, arrived(BACK, { resumed: true, connection: "link-old-9" })]);
  assertEquals(asked(step, "offer").length, 1);
  assertEquals(step.call.state.name, "reconnecting");
});

Deno.test("story 9: a reloading friend is expected, answered anew, and the time goes on", () => {
  const gone = play([...CONNECTED, away("friend-1", "closing", 5_000)]);
  assertEquals([gone.call.state.name, gone.timers], ["reconnecting", { hold: 8_000 }]);
  const offer = offerOf("link-new-2");
  const back = play([arrived(BACK, { resumed: true, connection: "link-new-2", offer })], gone);
  assert(back.call.state.name === "reconnecting");
  assertEquals([back.call.state.peer, back.call.state.away, back.timers], [BACK, false, {}]);
  assert(!back.types.includes("chime"), "no chime for the same friend");
  const flowing = play([link("link-flowing")], back).call.state;
  assert(flowing.name === "connected");
  assertEquals(flowing.since, NOW + CONNECTED.length - 1);
});

Deno.test("a friend who does not come back is waited for in the same room", () => {
  const step = play([...CONNECTED, away("friend-1", "closing", 5_000), timer("hold")]);
  assert(step.call.state.name === "waiting");
  assertEquals([step.call.state.because, step.call.state.peer], ["dropped", FRIEND]);
  assertEquals([step.types.includes("close-link"), step.timers], [true, {}]);
});

Deno.test("a lost socket of the friend does not disturb flowing media", () => {
  const step = play([...CONNECTED, away("friend-1", "lost"), timer("hold")]);
  assertEquals(step.call.state.name, "connected");
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

Deno.test("the friend hangs up: the seat stays mine", () => {
  const step = play([...CONNECTED, left("friend-1")]);
  assert(step.call.state.name === "waiting");
  assertEquals([step.call.state.because, step.call.state.peer], ["left", null]);
  assert(step.types.includes("close-link"));
});

Deno.test("a friend whose seat was held gives it up: nobody is waited for by name", () => {
  const { state } = play([
    ...CONNECTED,
    away("friend-1", "closing"),
    timer("hold"),
    left(
      "friend-1",
    ),
  ]).call;
  assert(state.name === "waiting" && state.peer === null && state.because === "left");
});

Deno.test("news of a session that is not the friend's are ignored", () => {
  const before = play(CONNECTED);
  for (
    const news of [
      left("someone"),
      away("someone", "closing"),
      signal("someone", OFFER),
      signal("someone", { kind: "restart", connection: OFFER.connection }),
    ]
  ) {
    const step = play([news], before);
    assertEquals([step.call, step.effects], [before.call, []]);
  }
});

for (const type of ["elsewhere", "refused"] as const) {
  Deno.test(`${type}: this page stops, and does not come back by itself`, () => {
    const step = play([...CONNECTED, server({ type })]);
    assert(step.call.state.name === "ended" && step.call.state.because === type);
    assert(step.types.includes("release-media") && !step.types.includes("leave"));
    assertEquals(step.types.includes("forget-seat"), type === "refused");
    assertEquals(play([DOWN, OPEN], step).effects, []);
  });
}

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
    assertEquals(step.types, ["tell-asking", "chime"]);
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

Deno.test("a newcomer who goes is asked about no more", () => {
  for (const gone of [left(STRANGER.session), away(STRANGER.session, "lost")]) {
    const { state } = play([...CONNECTED, arrived(STRANGER), gone]).call;
    assert(state.name === "connected" && state.newcomer === null);
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

Deno.test("a call that stands because the friend dropped: whoever comes is met", () => {
  const step = play([...CONNECTED, away("friend-1", "closing"), arrived(STRANGER)]);
  assert(step.call.state.name === "connecting");
  assertEquals([step.call.state.peer, step.timers], [STRANGER, {}]);
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

Deno.test("glare: of two first offers the greater name wins on both sides, and is said again", () => {
  const mine = play([...WAITING, arrived(FRIEND)]);
  const own = linkOf(mine.call.state)?.id ?? "";
  const greater = play([signal("friend-1", offerOf("zz-greater-name"))], mine);
  assertEquals(linkOf(greater.call.state)?.id, "zz-greater-name");
  const smaller = play([signal("friend-1", offerOf("AA-smaller-name"))], mine);
  assertEquals([linkOf(smaller.call.state)?.id, smaller.effects], [own, [{ type: "say-again" }]]);
});

Deno.test("glare: once agreed on, a friend's new offer is taken whatever its name", () => {
  const agreed = play([...WAITING, arrived(FRIEND), link("link-agreed")]);
  const step = play([signal("friend-1", offerOf("AA-smaller-name"))], agreed);
  assertEquals(linkOf(step.call.state)?.id, "AA-smaller-name");
});

Deno.test("signals of another connection than the one in use are dropped, unless they offer", () => {
  const before = play(CONNECTED);
  for (const kind of ["restart", "asking"] as const) {
    assertEquals(
      play([signal("friend-1", { kind, connection: "link-old-9" })], before).effects,
      [],
    );
  }
  const candidate = { kind: "candidate", connection: "link-old-9", candidate: null } as const;
  assertEquals(play([signal("friend-1", candidate)], before).effects, []);
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

Deno.test("messages for a page without a seat change nothing", () => {
  for (const moves of [JOINING, [...JOINING, full(null)], [...CONNECTED, { type: "leave" }]]) {
    const before = play(moves as typeof JOINING);
    for (
      const news of [
        arrived(FRIEND, { offer: OFFER }),
        left("friend-1"),
        away("friend-1", "lost"),
        signal("friend-1", OFFER),
        server({ type: "elsewhere" }),
        server({ type: "refused" }),
        server({ type: "stopping", retryInMs: 1_000 }),
      ]
    ) {
      const step = play([news], before);
      assertEquals([step.call, step.effects], [before.call, []]);
    }
  }
});
