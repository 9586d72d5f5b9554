import { assertEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from "@std/testing/bdd";
import { stub } from "@std/testing/mock";

/** What `register` hands to `Deno.test`, instead of handing it there. */
function capture(register: () => void): Deno.TestDefinition[] {
  const definitions: Deno.TestDefinition[] = [];
  const take = (definition: unknown) => void definitions.push(definition as Deno.TestDefinition);
  using _test = stub(Deno, "test", take as typeof Deno.test);
  register();
  return definitions;
}

/** Runs a definition as Deno would; returns the steps it ran, as "outer > inner". */
async function run(definition: Deno.TestDefinition): Promise<string[]> {
  const names: string[] = [];
  const context = (path: string[]): Deno.TestContext => ({
    async step(step: Deno.TestStepDefinition) {
      const here = [...path, step.name];
      names.push(here.slice(1).join(" > ") + (step.ignore ? " (ignored)" : ""));
      if (!step.ignore) await step.fn(context(here));
      return true;
    },
  } as unknown as Deno.TestContext);
  await definition.fn(context([definition.name]));
  return names;
}

Deno.test("describe() becomes one test: what it contains becomes its steps", async () => {
  const [suite, ...others] = capture(() => {
    describe("room", () => {
      it("opens", () => {});
      describe("full", () => {
        it("says so", () => {});
      });
    });
  });
  assertEquals([suite!.name, others], ["room", []]);
  assertEquals(await run(suite!), ["opens", "full", "full > says so"]);
});

Deno.test("it() outside of a suite: becomes a test with its options", async () => {
  const ran: string[] = [];
  const tests = capture(() => {
    it("a", () => void ran.push("a"));
    it("b", { sanitizeOps: false }, () => void ran.push("b"));
    it({ name: "c", ignore: true, fn: () => {} });
    it(function d() {});
    it.only("e", () => {});
    it.skip("f", () => {});
  });
  const told = tests.map(({ fn: _, ...options }) => options);
  assertEquals(told, [
    { name: "a" },
    { name: "b", sanitizeOps: false },
    { name: "c", ignore: true },
    { name: "d" },
    { name: "e", only: true },
    { name: "f", ignore: true },
  ]);
  for (const test of tests.slice(0, 2)) await run(test);
  assertEquals(ran, ["a", "b"]);
});

Deno.test("hooks run: outer before inner, inner after outer, the suite's around all", async () => {
  const log: string[] = [];
  const [suite] = capture(() => {
    describe("outer", () => {
      beforeAll(() => void log.push("all("));
      afterAll(() => void log.push(")all"));
      beforeEach(() => void log.push("<"));
      beforeEach(() => void log.push("<<"));
      afterEach(() => void log.push(">"));
      it("one", () => void log.push("1"));
      describe("inner", () => {
        beforeAll(async () => {
          await Promise.resolve();
          log.push("inner(");
        });
        afterAll(() => void log.push(")inner"));
        beforeEach(() => void log.push("["));
        afterEach(() => void log.push("]"));
        it("two", () => void log.push("2"));
      });
    });
  });
  await run(suite!);
  assertEquals(log.join(" "), "all( < << 1 > inner( < << [ 2 ] > )inner )all");
});

Deno.test("hooks can be options: one or several", async () => {
  const log: string[] = [];
  const push = (text: string) => () => void log.push(text);
  const [suite] = capture(() => {
    describe({
      name: "suite",
      beforeAll: push("a"),
      beforeEach: [push("b"), push("c")],
      afterEach: push("d"),
      afterAll: [push("e")],
      fn: () => void it("test", push("test")),
    });
  });
  await run(suite!);
  assertEquals(log, ["a", "b", "c", "test", "d", "e"]);
});

Deno.test("hooks clean up: also after a test that failed", async () => {
  const log: string[] = [];
  const [suite] = capture(() => {
    describe("suite", () => {
      afterAll(() => void log.push("all"));
      afterEach(() => void log.push("each"));
      it("fails", () => {
        throw new RangeError("on purpose");
      });
    });
  });
  await assertRejects(() => run(suite!), RangeError, "on purpose");
  assertEquals(log, ["each", "all"]);
});

Deno.test("tests share a context: but what one adds the next does not see", async () => {
  interface Context {
    all: number;
    each: number;
    own?: true;
  }
  const seen: Context[] = [];
  const [definition] = capture(() => {
    const suite = describe<Context>({
      name: "suite",
      beforeAll() {
        this.all = 1;
      },
      beforeEach() {
        this.each = 2;
      },
    });
    for (const name of ["a", "b"]) {
      it(suite, name, function () {
        seen.push({ ...this });
        this.own = true;
      });
    }
  });
  await run(definition!);
  assertEquals(seen, [{ all: 1, each: 2 }, { all: 1, each: 2 }]);
});

Deno.test("describe() returns a handle: suites and tests can be added by it", async () => {
  const definitions = capture(() => {
    const outer = describe("outer");
    const inner = describe(outer, "inner");
    it(inner, "a", () => {});
    it(outer, "b", { fn: () => {} });
    it({ suite: inner, name: "c", fn: () => {} });
  });
  assertEquals(definitions.length, 1);
  assertEquals(await run(definitions[0]!), ["inner", "inner > a", "inner > c", "b"]);
});

Deno.test("only narrows a suite: to the tests and suites asked for", async () => {
  const [suite] = capture(() => {
    describe("suite", () => {
      it("a", () => {});
      it.only("b", () => {});
      describe("c", () => void it("c1", () => {}));
      describe("d", () => {
        it("d1", () => {});
        it.only("d2", () => {});
      });
    });
  });
  assertStrictEquals(suite!.only, true);
  assertEquals(await run(suite!), ["b", "d", "d > d2"]);
});

Deno.test("ignore lists: but runs nothing of it", async () => {
  const definitions = capture(() => {
    describe.ignore("x", () => void it("x1", () => {}));
    describe("suite", () => {
      it.ignore("a", () => {});
      it("b", () => {});
    });
  });
  assertEquals(definitions.map(({ name, ignore }) => [name, ignore ?? false]), [
    ["x", true],
    ["suite", false],
  ]);
  assertEquals(await run(definitions[1]!), ["a (ignored)", "b"]);
});

Deno.test("describe() refuses: a promise, and a suite it did not return", () => {
  capture(() => {
    const later = (() => Promise.resolve()) as unknown as () => undefined;
    assertThrows(() => describe("later", later), Error);
    assertThrows(() => describe({ symbol: Symbol() }, "stray"), Error);
  });
});

Deno.test("tests cannot be added: while tests run", async () => {
  const [suite] = capture(() => {
    describe("suite", () => {
      it("adds a test", () => it("late", () => {}));
    });
  });
  await assertRejects(() => run(suite!), Error);
  const [test] = capture(() => it("adds a suite", () => void describe("late")));
  await assertRejects(() => run(test!), Error);
});

describe("bdd", () => {
  let hooks = 0;
  beforeEach(() => void hooks++);
  it("runs under Deno itself: first test", () => assertEquals(hooks, 1));
  it("runs under Deno itself: second test", () => assertEquals(hooks, 2));
});
