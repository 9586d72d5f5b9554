import { assertEquals, assertRejects } from "@std/assert";
import { type Clock, systemClock } from "./clock.ts";
import { Opening } from "./opening.ts";

class Final extends Error {}

/** Longer than the pause between two tries. */
const PATIENCE_MS = 60_000;

/** Something that opens when the test says so, and tries again when the test says so. */
function fakeOpening(outcomes: (string | Error)[]) {
  const failures: string[] = [];
  const retries: (() => void)[] = [];
  const clock: Clock = {
    ...systemClock,
    after(ms, due) {
      // Nobody's patience ever ends.
      if (ms < PATIENCE_MS) retries.push(due);
      return () => {};
    },
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
  /** Has every further try made as soon as the last has failed. */
  async function untilOpen(): Promise<void> {
    for (let turn = 0; turn < 100 && await opening.begin(PATIENCE_MS) === null; turn++) {
      retries.shift()?.();
    }
  }
  return { opening, failures, untilOpen };
}

Deno.test("opening: what may come is tried again until it does", async () => {
  const { opening, failures, untilOpen } = fakeOpening([
    new Error("away"),
    new Error("away"),
    "open",
  ]);
  assertEquals(opening.value, null);
  assertEquals(
    [await opening.begin(PATIENCE_MS), failures.length],
    [null, 1],
    "the first try failed",
  );
  await untilOpen();
  assertEquals([opening.value, failures.length], ["open", 2]);
});

Deno.test("opening: what cannot come is thrown at the start, to everybody who asks", async () => {
  const { opening, failures } = fakeOpening([new Final("wrong")]);
  await assertRejects(() => opening.begin(PATIENCE_MS), Final);
  await assertRejects(() => opening.begin(PATIENCE_MS), Final);
  assertEquals(failures, []);
});

Deno.test("opening: once begun, nothing is final", async () => {
  const { opening, failures, untilOpen } = fakeOpening([
    new Error("away"),
    new Final("wrong"),
    "open",
  ]);
  await untilOpen();
  assertEquals([opening.value, failures.length], ["open", 2]);
});

Deno.test("opening: nobody waits longer than they want", async () => {
  const open = () => new Promise<never>(() => {});
  const opening = new Opening({ open, clock: systemClock, isFinal: () => false, onFailure() {} });
  assertEquals(await opening.begin(1), null);
});

Deno.test("opening: who stopped opens nothing more", async () => {
  const { opening, failures } = fakeOpening([]);
  const begun = opening.begin(PATIENCE_MS);
  opening.stop();
  assertEquals([await begun, await opening.begin(PATIENCE_MS)], [null, null]);
  assertEquals(failures.length, 1);
  const { opening: never } = fakeOpening(["open"]);
  never.stop();
  assertEquals(await never.begin(PATIENCE_MS), null);
});
