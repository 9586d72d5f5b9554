import { assertEquals, assertRejects } from "@std/assert";
import { type Clock, systemClock } from "./clock.ts";
import { Opening } from "./opening.ts";

class Final extends Error {}

/** Something that opens when the test says so; waiting takes no time. */
function fakeOpening(outcomes: (string | Error)[]) {
  const failures: string[] = [];
  // A retry is due at once; nobody's patience ever ends.
  const clock: Clock = {
    ...systemClock,
    after: (ms, due) => ms < 60_000 ? systemClock.after(0, due) : () => {},
  };
  const opening = new Opening({
    open() {
      const outcome = outcomes.shift() ?? new Error("not yet");
      return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome);
    },
    clock,
    isFinal: (error) => error instanceof Final,
    onFailure: (error) => void failures.push(String(error)),
  });
  return { opening, failures };
}

/** Lets the tries go on, one turn of the event loop after the other. */
async function untilOpen(opening: Opening<string>): Promise<void> {
  for (let turn = 0; turn < 100 && await opening.begin(60_000) === null; turn++) {
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

Deno.test("opening: what may come is tried again until it does", async () => {
  const { opening, failures } = fakeOpening([new Error("away"), new Error("away"), "open"]);
  assertEquals(opening.value, null);
  assertEquals([await opening.begin(60_000), failures.length], [null, 1], "the first try failed");
  await untilOpen(opening);
  assertEquals([opening.value, failures.length], ["open", 2]);
});

Deno.test("opening: what cannot come is thrown at the start, to everybody who asks", async () => {
  const { opening, failures } = fakeOpening([new Final("wrong")]);
  await assertRejects(() => opening.begin(60_000), Final);
  await assertRejects(() => opening.begin(60_000), Final);
  assertEquals(failures, []);
});

Deno.test("opening: once begun, nothing is final", async () => {
  const { opening, failures } = fakeOpening([new Error("away"), new Final("wrong"), "open"]);
  await untilOpen(opening);
  assertEquals([opening.value, failures.length], ["open", 2]);
});

Deno.test("opening: nobody waits longer than they want", async () => {
  const open = () => new Promise<never>(() => {});
  const opening = new Opening({ open, clock: systemClock, isFinal: () => false, onFailure() {} });
  assertEquals(await opening.begin(1), null);
});

Deno.test("opening: who stopped opens nothing more", async () => {
  const { opening, failures } = fakeOpening([]);
  const begun = opening.begin(60_000);
  opening.stop();
  assertEquals([await begun, await opening.begin(60_000)], [null, null]);
  assertEquals(failures.length, 1);
  const { opening: never } = fakeOpening(["open"]);
  never.stop();
  assertEquals(await never.begin(60_000), null);
});
