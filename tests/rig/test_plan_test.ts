import { assertEquals, assertThrows } from "@std/assert";
import { formatNotRun } from "./not_run.ts";
import { countTests, lanesOf, parseTestArguments, reachable } from "./test_plan.ts";

Deno.test("parseTestArguments() tells paths from options and their values", () => {
  const isPath = (name: string) => ["tests", "story"].includes(name);
  assertEquals(parseTestArguments(["tests", "--filter", "story", "--fail-fast"], isPath), {
    paths: ["tests"],
    flags: ["--filter", "story", "--fail-fast"],
  });
  assertThrows(() => parseTestArguments(["tset"], isPath), Error, "Cannot find tests in tset");
});

Deno.test("lanesOf() keeps browsers in one lane, and forgets no file", () => {
  const hasBrowsers = (file: string) => file.startsWith("story");
  assertEquals(lanesOf(["story_a", "seats", "story_b"], hasBrowsers), [
    ["story_a", "story_b"],
    ["seats"],
  ]);
  assertEquals(lanesOf(["seats"], hasBrowsers), [["seats"]]);
});

Deno.test("countTests() reads the last summary, colours and steps left out", () => {
  const output = "a ... \x1b[33mignored\x1b[0m (0ms)\nb ... ok (1ms)\n" +
    "\x1b[38;5;245m./x_test.ts => \x1b[0mstory 4: c ... ignored (0ms)\n" +
    "\x1b[31mFAILED\x1b[0m | 12 passed (3 steps) | 2 failed | 1 ignored (10ms)\n";
  assertEquals(countTests(output, 1), {
    passed: 12,
    failed: 2,
    ignored: ["a", "story 4: c"],
    errors: "",
  });
});

Deno.test("countTests() keeps what the failed tests said", () => {
  const said = "b => ./x_test.ts:3:6\nerror: Error: no picture\n    at x.ts:3:6";
  const output =
    `b ... FAILED (1ms)\n\n\x1b[1m ERRORS \x1b[0m\n\n${said}\n\n FAILURES \n\nb => ./x_test.ts:3:6\n\n`;
  const summary = "FAILED | 1 passed | 1 failed (1ms)\n";
  assertEquals(countTests(output + summary, 1).errors, said);
  assertEquals(countTests(output, 1).errors, said, "also when the run ended before its summary");
});

Deno.test("countTests() takes a run without a summary for a failure", () => {
  assertEquals(countTests("", 1), { passed: 0, failed: 1, ignored: [], errors: "" });
  assertEquals(countTests("ok | 0 passed | 0 failed (1ms)", 0).failed, 0);
});

Deno.test("reachable() follows imports, and circles only once", () => {
  const module = (specifier: string, ...imports: string[]) => ({
    specifier,
    dependencies: imports.map((specifier) => ({ code: { specifier } })),
  });
  const graph = { modules: [module("a", "b"), module("b", "c", "a"), module("c"), module("d")] };
  assertEquals([...reachable(graph, "a")], ["a", "b", "c"]);
});

Deno.test("formatNotRun() groups by reason and says nothing about nothing", () => {
  assertEquals(formatNotRun([]), "");
  assertEquals(
    formatNotRun([{ name: "one", reason: "no Firefox" }, { name: "two", reason: "no Firefox" }]),
    "Not run here (2):\n  no Firefox:\n    - one\n    - two",
  );
});
