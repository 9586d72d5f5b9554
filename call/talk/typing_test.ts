import { assert, assertEquals } from "@std/assert";
import { fakeBrowser } from "../../tests/fakes/platform.ts";
import { createTyping, SAY_EVERY_MS, STALE_MS, STEADY_MS } from "./typing.ts";

function open() {
  const { clock, platform } = fakeBrowser();
  const said: unknown[] = [];
  let isOpen = true;
  const typing = createTyping({
    platform,
    say(_of, body) {
      if (isOpen) said.push(body);
      return isOpen;
    },
  });
  const writes = () => typing.friendWrites.value;
  return { clock, typing, said, writes, close: () => isOpen = false };
}

Deno.test("typing: said when it begins, now and then while it lasts, and at its end", async () => {
  const { clock, typing, said } = open();
  for (let ms = 0; ms < 2 * SAY_EVERY_MS; ms += 100) {
    typing.wrote(true);
    await clock.pass(100);
  }
  assertEquals(said, [{ writing: true }, { writing: true }]);
  typing.wrote(false);
  typing.wrote(false);
  assertEquals(said.slice(2), [{ writing: false }]);
});

Deno.test("typing: a mark ends by itself when no more is heard", async () => {
  const { clock, typing, writes } = open();
  typing.receive?.({ writing: true });
  assertEquals(writes(), true);
  await clock.pass(STALE_MS - 1);
  assertEquals(writes(), true);
  await clock.pass(1);
  assertEquals(writes(), false);
});

Deno.test("typing: what was sent is no longer written", async () => {
  const { clock, typing, writes } = open();
  typing.receive?.({ writing: true });
  await clock.pass(STEADY_MS);
  typing.receive?.({ writing: false });
  assertEquals(writes(), false);
});

Deno.test("typing: a thousand messages do not make it flicker, wrong ones nothing", async () => {
  const { clock, typing, writes } = open();
  let changes = 0;
  typing.friendWrites.subscribe(() => changes += 1);
  changes = 0;
  for (const body of [{}, { writing: 1 }, { writing: true, more: 1 }]) typing.receive?.(body);
  assertEquals([writes(), changes], [false, 0]);
  for (let count = 0; count < 1_000; count += 1) {
    typing.receive?.({ writing: count % 2 === 0 });
    await clock.pass(10);
  }
  assert(changes <= 10_000 / STEADY_MS + 1, `${changes} changes in ten seconds`);
  await clock.pass(STALE_MS);
  assertEquals(writes(), false);
});

Deno.test("typing: the mark is of this friend and this connection only", () => {
  for (const end of ["release", "end"] as const) {
    const { clock, typing, writes } = open();
    typing.with?.("holder");
    typing.receive?.({ writing: true });
    typing.with?.("holder");
    assertEquals(writes(), true);
    typing[end]?.();
    assertEquals([writes(), clock.running], [false, 0]);
  }
  const { clock, typing, writes } = open();
  typing.receive?.({ writing: true });
  typing.with?.("stranger");
  assertEquals([writes(), clock.running], [false, 0]);
});

Deno.test("typing: what could not be said is said with the next letter", () => {
  const { typing, said, close } = open();
  typing.wrote(true);
  typing.release?.();
  typing.wrote(true);
  assertEquals(said.length, 2);
  typing.release?.();
  close();
  typing.wrote(true);
  assertEquals(said.length, 2);
});
