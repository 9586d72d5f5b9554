import { assert, assertEquals } from "@std/assert";
import { ACTS, BUDGET, mailsOf } from "./budget.ts";
import { CAPACITY, SCENARIO } from "./assumptions.ts";
import { costOfVisit, outlook, type Scenario, waitP95Ms } from "./model.ts";

const ALONE: Scenario = { ...SCENARIO, instances: 1, returns: 0 };

function assertNear(actual: number, expected: number, apart = 1e-6): void {
  assert(Math.abs(actual - expected) <= apart, `${actual} is not about ${expected}`);
}

Deno.test("model: one instance never writes to a mailbox; a pair costs its two joins and leaves", () => {
  const visit = costOfVisit(ALONE);
  assertEquals([visit.reads, visit.commits, visit.rows, visit.mails], [2, 2, 2, 0]);
});

Deno.test("model: a visit costs more the more instances there are, up to all friends apart", () => {
  const commits = [1, 2, 4, 1_000].map((instances) => {
    return costOfVisit({ ...ALONE, instances }).commits;
  });
  assertEquals(commits, commits.toSorted((a, b) => a - b));
  const apart = 0.5 * (BUDGET["join an empty room"].commits +
        BUDGET["join as second, across"].commits + BUDGET["set up the call, across"].commits) +
    BUDGET["leave, across"].commits;
  assertNear(commits.at(-1) ?? NaN, apart, 0.05);
});

Deno.test("model: two on one instance cost a sixth of the commits of two apart", () => {
  const [together, apart] = [1, 1e9].map((instances) => costOfVisit({ ...ALONE, instances }));
  assertNear((together?.commits ?? NaN) * 6, apart?.commits ?? NaN);
});

Deno.test("model: every mail is three rows, beside at most two rows of a room", () => {
  for (const act of ACTS) {
    const { rows } = BUDGET[act];
    assert(rows - 3 * mailsOf(act) <= 2, act);
  }
});

Deno.test("model: twice the rooms, twice the writes and the price, at the same price a room", () => {
  const one = outlook(SCENARIO, CAPACITY);
  const two = outlook({ ...SCENARIO, rooms: 2 * SCENARIO.rooms }, CAPACITY);
  assertNear(two.rowsPerSecond, 2 * one.rowsPerSecond);
  assertNear(two.pricePerDay, 2 * one.pricePerDay);
  assertEquals(two.uses.map(({ resource }) => resource), one.uses.map(({ resource }) => resource));
});

Deno.test("model: what breaks first is used up at the size it names", () => {
  for (const kvMs of [5, 50, 150]) {
    const { uses } = outlook({ ...SCENARIO, kvMs }, CAPACITY);
    for (const { resource, breaksAtRooms } of uses) {
      const then = outlook({ ...SCENARIO, kvMs, rooms: breaksAtRooms }, CAPACITY).uses
        .find((use) => use.resource === resource);
      assertNear(then?.breaksAtRooms ?? NaN, breaksAtRooms, breaksAtRooms / 1e6);
      const full = resource === "sockets" || resource === "memory" ? 1 : 0.8;
      assertNear(then?.use ?? NaN, full, 1e-6);
    }
  }
});

Deno.test("model: more instances push away what each has, and not what KV has", () => {
  const few = outlook({ ...SCENARIO, instances: 8 }, CAPACITY).uses;
  const many = outlook({ ...SCENARIO, instances: 16 }, CAPACITY).uses;
  for (const { resource, perInstance, breaksAtRooms } of few) {
    const after = many.find((use) => use.resource === resource)?.breaksAtRooms ?? NaN;
    assertEquals([resource, after > breaksAtRooms], [resource, perInstance]);
  }
});

Deno.test("model: a join waits two calls of KV, and longer the busier KV is", () => {
  const quiet = outlook({ ...SCENARIO, rooms: 1, kvMs: 50 }, CAPACITY).joinP95Ms;
  assertNear(quiet, 2 * 50 * CAPACITY.kvSpread);
  assertEquals([0.01, 0.05, 1].map((busy) => waitP95Ms(2, busy)), [0, 0, Infinity]);
  assertNear(waitP95Ms(2, 0.5), 4 * Math.log(10));
});
