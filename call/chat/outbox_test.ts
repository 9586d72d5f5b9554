import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";
import { createInbox } from "./inbox.ts";
import { createOutbox, MAX_UNHEARD } from "./outbox.ts";

/** Two pages whose channel can be cut; what is said while it is cut is lost. */
function pair() {
  const clock = new FakeClock();
  const wire = { open: true, swallows: false, texts: 0 };
  const got: string[] = [];
  const heard: number[] = [];
  let outboxes = 0;
  let inbox = newInbox();
  let outbox = newOutbox();

  function newInbox() {
    return createInbox({
      clock,
      say(message) {
        if (wire.open && message.type === "heard") outbox.receive(message);
        return wire.open;
      },
      deliver: (text) => got.push(text),
      tooMany: () => {},
    });
  }
  function newOutbox() {
    return createOutbox({
      id: `outbox-${outboxes++}`,
      clock,
      say(message: ChannelMessage) {
        if (!wire.open || message.type !== "text") return false;
        wire.texts += 1;
        if (!wire.swallows) inbox.receive(message);
        return true;
      },
      heard: (next) => heard.push(next),
    });
  }
  return {
    clock,
    wire,
    got,
    heard,
    get outbox() {
      return outbox;
    },
    /** The friend's page is another, which knows of nothing. */
    reloadFriend: () => inbox = newInbox(),
    /** We write to somebody else, or anew. */
    beginAnew() {
      outbox.close();
      outbox = newOutbox();
    },
  };
}

Deno.test("outbox: a text arrives once and is not said again", () => {
  const { outbox, got, heard, wire, clock } = pair();
  assertEquals(outbox.post("one"), 0);
  assertEquals([got, heard], [["one"], [1]]);
  clock.tick(60_000);
  assertEquals([wire.texts, clock.running], [1, 0]);
});

Deno.test("outbox: texts said into a dead channel arrive in order when it is back, once", () => {
  const { outbox, got, wire } = pair();
  outbox.post("one");
  wire.open = false;
  outbox.post("two");
  outbox.post("three");
  assertEquals(got, ["one"]);
  wire.open = true;
  outbox.flush();
  outbox.flush();
  assertEquals(got, ["one", "two", "three"]);
});

Deno.test("outbox: a text written as the channel is back does not overtake what waits", () => {
  const { outbox, got, wire } = pair();
  wire.open = false;
  outbox.post("one");
  wire.open = true;
  outbox.post("two");
  outbox.flush();
  assertEquals(got, ["one", "two"]);
});

Deno.test("outbox: nor what was lost with an old channel and not taken by the new one", () => {
  const { outbox, got, wire, reloadFriend } = pair();
  wire.swallows = true;
  outbox.post("one");
  wire.swallows = false;
  wire.open = false;
  outbox.flush();
  reloadFriend();
  wire.open = true;
  outbox.post("two");
  assertEquals(got, ["one", "two"]);
});

Deno.test("outbox: a friend who reloads gets what was not heard, and nothing twice", () => {
  const { outbox, got, wire, reloadFriend } = pair();
  outbox.post("one");
  wire.open = false;
  outbox.post("two");
  reloadFriend();
  wire.open = true;
  outbox.flush();
  outbox.post("three");
  assertEquals(got, ["one", "two", "three"]);
});

Deno.test("outbox: post one, lose one, begin anew, post two: what is written afterwards arrives", () => {
  const run = pair();
  run.outbox.post("one");
  run.wire.open = false;
  run.outbox.post("lost");
  run.beginAnew();
  run.wire.open = true;
  run.outbox.post("two");
  run.outbox.flush();
  assertEquals(run.got, ["one", "two"]);
});

Deno.test("outbox: what a friend who left did not hear is for nobody else", () => {
  const run = pair();
  run.wire.open = false;
  run.outbox.post("secret");
  run.beginAnew();
  run.reloadFriend();
  run.wire.open = true;
  run.outbox.flush();
  run.clock.tick(60_000);
  assertEquals(run.got, []);
});

Deno.test("outbox: what was not heard is said again from time to time, without a new channel", () => {
  const { outbox, got, wire, clock } = pair();
  wire.open = false;
  outbox.post("one");
  wire.open = true;
  clock.tick(3_000);
  assertEquals([got, clock.running], [["one"], 0]);
});

Deno.test("outbox: keeps so many unheard texts and no more, and says which", () => {
  const { outbox, wire } = pair();
  wire.open = false;
  const numbers = Array.from({ length: MAX_UNHEARD + 2 }, () => outbox.post("text"));
  assertEquals(numbers.slice(-3), [MAX_UNHEARD - 1, null, null]);
});

Deno.test("outbox: a friend cannot say that more was heard than was written, or of another outbox", () => {
  const { outbox, wire, heard, got } = pair();
  wire.open = false;
  outbox.post("one");
  outbox.receive({ type: "heard", outbox: "outbox-0", next: 99 });
  outbox.receive({ type: "heard", outbox: "somebody's", next: 1 });
  assertEquals(heard, []);
  wire.open = true;
  outbox.flush();
  assertEquals(got, ["one"]);
});

Deno.test("outbox: once closed nothing is said and no timer runs", () => {
  const { outbox, wire, clock } = pair();
  wire.open = false;
  outbox.post("one");
  outbox.close();
  wire.open = true;
  outbox.flush();
  clock.tick(60_000);
  assertEquals([wire.texts, clock.running], [0, 0]);
});

Deno.test("outbox: a text that waits is not said with every further one", () => {
  const { outbox, wire } = pair();
  wire.open = true;
  for (let count = 0; count < 40; count++) outbox.post(String(count));
  assert(wire.texts <= 40, `${wire.texts} messages for 40 texts`);
});
