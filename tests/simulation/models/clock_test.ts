import { assertEquals } from "@std/assert";
import { Actor } from "./actor.ts";
import { Scheduler } from "./clock.ts";

function setUp() {
  const seen: string[] = [];
  const scheduler = new Scheduler((error) => seen.push(`threw ${error}`));
  return { seen, scheduler, actor: new Actor("page", scheduler) };
}

Deno.test("virtual time: events happen by their time, then in the order they were asked for", async () => {
  const { seen, scheduler } = setUp();
  for (const [ms, name] of [[20, "c"], [10, "a"], [10, "b"], [5, "x"]] as const) {
    const cancel = scheduler.after(ms, () => seen.push(`${name} ${scheduler.now}`));
    if (name === "x") cancel();
  }
  await scheduler.run(15);
  assertEquals(seen, ["a 10", "b 10"]);
  await scheduler.run(100);
  assertEquals(seen.at(-1), "c 20");
  assertEquals(scheduler.now, 100);
});

Deno.test("virtual time: promises settle between two events", async () => {
  const { seen, scheduler } = setUp();
  async function chain(): Promise<void> {
    for (let hop = 0; hop < 10; hop++) await null;
    seen.push("settled");
  }
  scheduler.after(1, () => void chain());
  scheduler.after(1, () => seen.push("next"));
  await scheduler.run(2);
  assertEquals(seen, ["settled", "next"]);
});

Deno.test("virtual time: an event that throws is told, and time goes on", async () => {
  const { seen, scheduler } = setUp();
  scheduler.after(1, () => {
    throw "up";
  });
  scheduler.after(2, () => seen.push("next"));
  await scheduler.run(3);
  assertEquals(seen, ["threw up", "next"]);
});

Deno.test("a process that stands still does afterwards what fell due, and ticks only once", async () => {
  const { seen, scheduler, actor } = setUp();
  actor.clock.after(10, () => seen.push("timer"));
  const stop = actor.clock.every(10, () => seen.push("tick"));
  actor.freeze();
  await scheduler.run(95);
  assertEquals(seen, []);
  actor.thaw();
  await scheduler.run(99);
  assertEquals(seen.toSorted(), ["tick", "timer"]);
  stop();
  await scheduler.run(200);
  assertEquals(seen.length, 2);
});

Deno.test("a dead process does nothing, and those who wait for its end are told", async () => {
  const { seen, scheduler, actor } = setUp();
  actor.clock.after(10, () => seen.push("timer"));
  actor.onDeath(() => seen.push("dead"));
  actor.die();
  await scheduler.run(20);
  assertEquals(seen, ["dead"]);
});
