import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { BURST, createInbox, TEXT_EVERY_MS } from "./inbox.ts";

function start() {
  const clock = new FakeClock();
  const got: string[] = [];
  const heard: Record<string, number> = {};
  const refused = { times: 0 };
  const inbox = createInbox({
    clock,
    say(message) {
      if (message.type === "heard") heard[message.outbox] = message.next;
      return true;
    },
    deliver: (text) => got.push(text),
    tooMany: () => refused.times += 1,
  });
  function receive(outbox: string, sequence: number): void {
    inbox.receive({ type: "text", outbox, sequence, text: `${outbox}:${sequence}` });
  }
  return { clock, got, heard, refused, receive };
}

Deno.test("inbox: each text once and in order, said again as often as it likes", () => {
  const { got, heard, receive } = start();
  for (const sequence of [0, 0, 1, 0, 1, 2, 2]) receive("a", sequence);
  assertEquals([got, heard], [["a:0", "a:1", "a:2"], { a: 3 }]);
});

Deno.test("inbox: what comes after a gap waits for it, and is not said to be heard", () => {
  const { got, heard, receive } = start();
  receive("a", 0);
  receive("a", 2);
  assertEquals([got, heard], [["a:0"], { a: 1 }]);
  receive("a", 1);
  receive("a", 2);
  assertEquals(got, ["a:0", "a:1", "a:2"]);
});

Deno.test("inbox: a page that knows of nothing begins where the friend's unheard texts begin", () => {
  const { got, heard, receive } = start();
  receive("a", 7);
  receive("a", 8);
  assertEquals([got, heard], [["a:7", "a:8"], { a: 9 }]);
});

Deno.test("inbox: what comes faster than anybody writes is refused, and later taken, in order", () => {
  const { clock, got, heard, refused, receive } = start();
  for (let sequence = 0; sequence < 200; sequence++) receive("a", sequence);
  assertEquals([got.length, heard.a], [BURST, BURST]);
  assert(refused.times > 0);
  clock.tick(TEXT_EVERY_MS);
  for (let sequence = BURST; sequence < 200; sequence++) receive("a", sequence);
  assertEquals([got.length, got.at(-1)], [BURST + 1, `a:${BURST}`]);
  clock.tick(BURST * TEXT_EVERY_MS);
  for (let sequence = BURST + 1; sequence < 200; sequence++) receive("a", sequence);
  assertEquals(got.length, 2 * BURST + 1);
});

Deno.test("inbox: a refused first text of an outbox is not skipped for the second", () => {
  const { clock, got, heard, receive } = start();
  for (let sequence = 0; sequence < BURST; sequence++) receive("a", sequence);
  receive("b", 0);
  clock.tick(TEXT_EVERY_MS);
  receive("b", 1);
  assertEquals([got.length, heard.b], [BURST, undefined]);
  receive("b", 0);
  assertEquals([got.at(-1), heard.b], ["b:0", 1]);
});

Deno.test("inbox: many outboxes are one friend: together they get no more", () => {
  const { got, receive } = start();
  for (let count = 0; count < 500; count++) receive(`outbox-${count}`, 0);
  assertEquals(got.length, BURST);
});

Deno.test("inbox: outboxes are remembered in bounds, the one in use always", () => {
  const { clock, got, receive } = start();
  receive("mine", 0);
  for (let count = 0; count < 100; count++) {
    clock.tick(1_000_000);
    receive(`outbox-${count}`, 0);
    receive("mine", count + 1);
    receive("mine", count + 1);
  }
  assertEquals(got.filter((text) => text.startsWith("mine")).length, 101);
});
