import { assertEquals } from "@std/assert";
import type { CallState } from "../../../call/machine/state.ts";
import { answerTo, type Traits } from "./answers.ts";

const TRAITS: Traits = { whenFull: "agrees", lets: true };
const CALM = { wish: "Kitchen", waited: false, traits: TRAITS };
const FULL: CallState = {
  ...{
    name: "full",
    room: "Kitchen",
    retryInMs: null,
    firstInLine: false,
    autoRetry: false,
    attempt: 1,
  },
  ...{ request: null, offered: null },
};

Deno.test("people: in front of a full room one agrees, one presses, one looks, one turns away", () => {
  const by = (whenFull: Traits["whenFull"]) =>
    answerTo(FULL, { ...CALM, traits: { ...TRAITS, whenFull } }).event?.type;
  assertEquals([by("agrees"), by("presses"), by("looks")], ["auto-retry", "join", undefined]);
  assertEquals(answerTo(FULL, { ...CALM, wish: null }).event?.type, "cancel");
});

Deno.test("people: told to wait, they wait that long and then ask", () => {
  const prompt: CallState = {
    ...{ name: "prompt", room: "" },
    notice: { kind: "too-many", retryInMs: 7_000 },
  };
  assertEquals(answerTo(prompt, CALM).againMs, 7_000);
  assertEquals(answerTo(prompt, { ...CALM, waited: true }).event, {
    type: "join",
    room: "Kitchen",
  });
});

Deno.test("people: who ends up in a room they do not want leaves it", () => {
  const waiting: CallState = {
    ...{ name: "waiting", room: "Kitchen", because: "first", peer: null, newcomer: null },
    seat: { is: "kept" },
  };
  assertEquals(answerTo(waiting, CALM).event, null);
  for (const wish of [null, "Garden"]) {
    assertEquals(answerTo(waiting, { ...CALM, wish }).event, { type: "leave" });
  }
});
