import { assert, assertEquals } from "@std/assert";
import {
  arrived,
  asked,
  away,
  BACK,
  CONNECTED,
  CONNECTING,
  DOWN,
  FRIEND,
  full,
  JOINING,
  left,
  link,
  NOW,
  OFFER,
  offerOf,
  OPEN,
  play,
  server,
  signal,
  STRANGER,
  timer,
  WAITING,
} from "../../tests/fakes/play.ts";
import { linkOf } from "./state.ts";

Deno.test("story 4: whoever is inside answers on a new connection, with a chime", () => {
  const step = play(CONNECTING);
  assert(step.call.state.name === "connecting");
  assertEquals(step.call.state.link, {
    id: OFFER.connection,
    ours: false,
    agreed: true,
    stale: false,
  });
  assertEquals(step.types.filter((type) => type !== "stop-timer"), ["answer", "chime"]);
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

Deno.test("a call that stands because the friend dropped: whoever comes is met", () => {
  const step = play([...CONNECTED, away("friend-1", "closing"), arrived(STRANGER)]);
  assert(step.call.state.name === "connecting");
  assertEquals([step.call.state.peer, step.timers], [STRANGER, {}]);
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
