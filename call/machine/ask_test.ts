import { assert, assertEquals } from "@std/assert";
import {
  asked,
  CONNECTED,
  DOWN,
  error,
  full,
  joined,
  JOINING,
  link,
  OFFER,
  OPEN,
  play,
  PRESENT,
  RETURNING,
  timer,
  WAITING,
} from "../../tests/fakes/play.ts";
import { isSeated } from "./state.ts";

/** Our socket went and came, and the seat is asked for again. */
const BLIP = [DOWN, OPEN] as const;

Deno.test("full: a socket blip asks nobody who did not agree", () => {
  const step = play([...JOINING, full(4_000), ...BLIP]);
  assertEquals([asked(step, "join").length, step.timers], [0, {}]);
});

Deno.test("full: after a socket blip who agreed is asked at once", () => {
  const step = play([...JOINING, full(4_000), { type: "auto-retry", on: true }, ...BLIP]);
  assertEquals(asked(step, "join").length, 1);
});

for (const code of ["unavailable", "rate-limited", "internal"] as const) {
  Deno.test(`full: an error (${code}) does not stop the automatic retry`, () => {
    const retrying = play([
      ...JOINING,
      full(4_000),
      { type: "auto-retry", on: true },
      timer(
        "retry-full",
      ),
    ]);
    const step = play([error(code, { retryInMs: 2_000 })], retrying);
    assertEquals([step.call.state.name, step.timers], ["full", { "retry-full": 2_000 }]);
  });
}

Deno.test("full: unanswered, the seat is given up should it come, and asked for again", () => {
  const step = play([
    ...JOINING,
    full(4_000),
    { type: "auto-retry", on: true },
    timer(
      "retry-full",
    ),
    timer("answer"),
  ]);
  assertEquals([step.types.includes("leave"), step.timers], [true, { "retry-full": 5_000 }]);
});

Deno.test("full: whoever had a seat and finds it taken goes in by itself when one is free", () => {
  const { call, timers, types } = play([...WAITING, ...BLIP, full(7_000)]);
  assert(call.state.name === "full" && call.state.autoRetry);
  assertEquals(timers, { "retry-full": 7_000 });
  assert(types.includes("close-link"));
});

Deno.test("an unanswered join ends: with words, and the seat is given up should it come", () => {
  const step = play([...JOINING, timer("answer")]);
  assertEquals(step.call.state, {
    name: "prompt",
    room: "Kitchen",
    notice: { kind: "unavailable" },
  });
  assertEquals([step.types.includes("leave"), step.timers], [true, {}]);
});

Deno.test("a returning page goes on asking where a newcomer is told of the trouble", () => {
  for (const trouble of [error("unavailable"), error("rate-limited"), timer("answer")]) {
    const step = play([...RETURNING, trouble]);
    assert(step.call.state.name === "joining" && step.call.state.request === null);
    assertEquals(Object.keys(step.timers), ["rejoin"]);
    assertEquals(asked(play([timer("rejoin")], step), "join").length, 1);
  }
});

Deno.test("a returning page whose room was filled meanwhile goes in when it can", () => {
  const { state } = play([...RETURNING, full(3_000)]).call;
  assert(state.name === "full" && state.autoRetry);
});

Deno.test("a question that could not be put together is not asked again at once", () => {
  for (const moves of [[...WAITING, ...BLIP], [...CONNECTED, ...BLIP], RETURNING]) {
    const step = play([...moves, ({ state }) => ({
      type: "join-failed",
      request: state.name === "joining"
        ? state.request ?? ""
        : isSeated(state) && state.seat.is === "asked"
        ? state.seat.request
        : "",
    })]);
    assertEquals([asked(step, "join").length, step.timers], [0, { rejoin: 3_000 }]);
  }
});

for (const code of ["unavailable", "rate-limited", "internal"] as const) {
  for (const [name, moves] of [["waiting", WAITING], ["connected", CONNECTED]] as const) {
    Deno.test(`seat: a rejoin answered ${code} while ${name} is asked again`, () => {
      const step = play([...moves, ...BLIP, error(code, { retryInMs: 1_500 })]);
      assert(step.call.state.name === name && step.call.state.seat.is === "unsure");
      assertEquals(step.timers, { rejoin: 1_500 });
      const again = play([timer("rejoin")], step);
      assertEquals([asked(again, "join").length, again.timers], [1, { answer: 12_000 }]);
      const kept = play([joined()], again).call.state;
      assert(isSeated(kept) && kept.seat.is === "kept");
    });
  }
}

Deno.test("seat: an unanswered rejoin is asked again", () => {
  const step = play([...CONNECTED, ...BLIP, timer("answer")]);
  assertEquals([asked(step, "join").length, step.timers], [1, { answer: 12_000 }]);
});

Deno.test("seat: the socket returns, the same connection is named and nothing restarts", () => {
  const step = play([...CONNECTED, ...BLIP]);
  assertEquals(asked(step, "join").map(({ link }) => link), [OFFER.connection]);
  const back = play([joined({ peer: PRESENT })], step);
  assertEquals(back.types.filter((type) => type !== "stop-timer"), ["remember-seat", "say-again"]);
  assertEquals(back.call.state.name, "connected");
});

Deno.test("seat: taken while the call flows, the call goes on and the seat is asked for", () => {
  const step = play([...CONNECTED, ...BLIP, full(60_000)]);
  assert(step.call.state.name === "connected" && step.call.state.seat.is === "taken");
  assertEquals(step.timers, { rejoin: 5_000 });
  const back = play([timer("rejoin"), joined({ peer: PRESENT })], step);
  assert(back.call.state.name === "connected" && back.call.state.seat.is === "kept");
});

Deno.test("seat: taken while nothing flows, the room is full", () => {
  const step = play([...CONNECTED, link("link-stalled"), ...BLIP, full(2_000)]);
  assertEquals([step.call.state.name, step.timers], ["full", { "retry-full": 2_000 }]);
});

Deno.test("every answer to a newcomer's question stops the clock of that question", () => {
  for (const answer of [joined(), full(null), error("unavailable"), error("bad-room-name")]) {
    assert(!("answer" in play([...JOINING, answer]).timers));
  }
});
