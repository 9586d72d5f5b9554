import { assertEquals } from "@std/assert";
import { createParting } from "./parting.ts";
import type { ClientMessage } from "../../signaling/protocol.ts";

function scene() {
  let nowMs = 0;
  let isUp = true;
  const sent: ClientMessage[] = [];
  const clock = {
    now: () => nowMs,
    monotonic: () => nowMs,
    after: () => () => {},
    every: () => () => {},
  };
  const parting = createParting(clock, (message) => {
    if (isUp) sent.push(message);
    return isUp;
  });
  return {
    parting,
    sent,
    pass: (ms: number) => nowMs += ms,
    down() {
      isUp = false;
      parting.socketDown();
    },
    open() {
      isUp = true;
      parting.socketOpen();
    },
  };
}

const OF = { room: "tea", token: "token-of-tea" };
const AGAIN: ClientMessage = { type: "leave", of: OF };

Deno.test("parting: a leave into a socket that soon turns out dead is said again, once", () => {
  const { parting, sent, pass, down, open } = scene();
  parting.asked(OF.room, OF.token);
  parting.leave();
  pass(4_000);
  down();
  open();
  down();
  open();
  assertEquals(sent, [{ type: "leave" }, AGAIN]);
});

Deno.test("parting: a leave without a socket is said on the next one, however late", () => {
  const { parting, sent, pass, down, open } = scene();
  parting.asked(OF.room, OF.token);
  down();
  parting.leave();
  pass(60_000);
  open();
  assertEquals(sent, [AGAIN]);
});

Deno.test("parting: a socket that lived on has delivered it", () => {
  const { parting, sent, pass, down, open } = scene();
  parting.asked(OF.room, OF.token);
  parting.leave();
  pass(12_000);
  down();
  open();
  assertEquals(sent, [{ type: "leave" }]);
});

Deno.test("parting: who never asked has nothing to give up", () => {
  const { parting, sent, down, open } = scene();
  parting.leave();
  down();
  open();
  assertEquals(sent, [{ type: "leave" }]);
});
