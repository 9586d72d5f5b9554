import { assertEquals } from "@std/assert";
import type { ChannelMessage } from "../../call/connection/channel.ts";
import { encodeChannelMessage, parseChannelMessage } from "../../call/connection/channel.ts";
import { createOutbox, type Outbox } from "../../call/chat/outbox.ts";

/** Two pages whose channel can be cut; what is said while it is cut is lost. */
function pair() {
  const wire = { open: true };
  const got: string[] = [];
  function carry(to: () => Outbox) {
    return (message: ChannelMessage) => {
      if (wire.open && (message.type === "text" || message.type === "heard")) to().receive(message);
      return wire.open;
    };
  }
  const alice: Outbox = createOutbox({
    session: "alice",
    say: carry(() => bob),
    deliver: () => {},
  });
  let bob: Outbox = newBob("bob-1");
  function newBob(session: string) {
    return createOutbox({ session, say: carry(() => alice), deliver: (text) => got.push(text) });
  }
  return {
    wire,
    got,
    alice,
    reloadBob: () => bob = newBob("bob-2"),
  };
}

Deno.test("outbox: a text arrives once and is not kept", () => {
  const { alice, got } = pair();
  alice.post("one");
  assertEquals([got, alice.unheard], [["one"], 0]);
});

Deno.test("outbox: texts said into a dead channel arrive in order when it is back, once", () => {
  const { alice, got, wire } = pair();
  alice.post("one");
  wire.open = false;
  alice.post("two");
  alice.post("three");
  assertEquals([got, alice.unheard], [["one"], 2]);
  wire.open = true;
  alice.flush();
  alice.flush();
  assertEquals([got, alice.unheard], [["one", "two", "three"], 0]);
});

Deno.test("outbox: a friend who reloads gets what was not heard, and nothing twice", () => {
  const { alice, got, wire, reloadBob } = pair();
  alice.post("one");
  wire.open = false;
  alice.post("two");
  reloadBob();
  wire.open = true;
  alice.flush();
  alice.post("three");
  assertEquals(got, ["one", "two", "three"]);
});

Deno.test("outbox: what a friend who left did not hear is for nobody else", () => {
  const { alice, got, wire, reloadBob } = pair();
  wire.open = false;
  alice.post("secret");
  alice.clear();
  reloadBob();
  wire.open = true;
  alice.flush();
  assertEquals([got, alice.unheard], [[], 0]);
});

Deno.test("channel: what is written can be read, and nothing else", () => {
  const messages: ChannelMessage[] = [
    { type: "status", muted: true, cameraOff: false, videoPaused: false },
    { type: "text", session: "s", sequence: 0, text: "ciao" },
    { type: "signal", signal: { kind: "candidate", link: "link-12345", candidate: null } },
  ];
  for (const message of messages) {
    assertEquals(parseChannelMessage(encodeChannelMessage(message)), message);
  }
  for (
    const bad of ["", "{", "null", "[]", '{"type":"status"}', '{"type":"signal","signal":1}', 7]
  ) {
    assertEquals(parseChannelMessage(bad), null);
  }
});
