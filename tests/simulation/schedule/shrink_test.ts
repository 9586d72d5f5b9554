import { assert, assertEquals } from "@std/assert";
import { planLife } from "./generate.ts";
import type { LifePlan } from "./happenings.ts";
import { script } from "./script.ts";
import { shrink } from "./shrink.ts";
import { inWords } from "./words.ts";

Deno.test("shrink: leaves only what the failure needs, as short and round as it may be", async () => {
  const plan = script({
    name: "long",
    people: [{}, {}, {}],
    schedule: [
      [1.234, { kind: "move", who: 0 }],
      [2.345, { kind: "link", who: 1 }, 17],
      [3.456, { kind: "write", who: 0, count: 2 }],
      [4.567, { kind: "kill", instance: 0 }, 9],
      [5.678, { kind: "leave", who: 1 }],
    ],
  });
  function fails({ schedule }: LifePlan): Promise<boolean> {
    const kinds = schedule.map(({ what }) => what.kind);
    return Promise.resolve(kinds.includes("link") && kinds.includes("leave"));
  }
  const { schedule, setting } = await shrink(plan, fails);
  assertEquals(schedule.map(({ what, forMs }) => [what.kind, forMs]), [["link", 500], [
    "leave",
    0,
  ]]);
  assert(schedule.every(({ atMs }) => atMs % 500 === 0));
  assertEquals(setting.people.length, 2);
});

Deno.test("shrink: a life that fails without any event is told as such", async () => {
  const plan = planLife(1, 1);
  const { schedule } = await shrink(plan, () => Promise.resolve(true));
  assertEquals(schedule, []);
});

Deno.test("plans: the same seed and number make the same life, others make others", () => {
  assertEquals(planLife(5, 7), planLife(5, 7));
  const lives = new Set(Array.from({ length: 50 }, (_, number) => inWords(planLife(5, number))));
  assertEquals(lives.size, 50);
});
