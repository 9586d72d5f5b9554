import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  AssertionError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotMatch,
  assertNotStrictEquals,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
  unimplemented,
  unreachable,
} from "@std/assert";

type Run = () => void;
const one = { a: 1 };

const holds: [subject: string, criterion: string, run: Run][] = [
  ["assert()", "any truthy value", () => assert("a")],
  ["assertFalse()", "any falsy value", () => assertFalse("")],
  ["assertExists()", "zero exists", () => assertExists(0)],
  ["assertStrictEquals()", "the same reference", () => assertStrictEquals(one, one)],
  ["assertStrictEquals()", "NaN is itself", () => assertStrictEquals(NaN, NaN)],
  ["assertNotStrictEquals()", "equal objects are two", () => assertNotStrictEquals(one, { a: 1 })],
  ["assertNotStrictEquals()", "zero has a sign", () => assertNotStrictEquals(0, -0)],
  ["assertGreater()", "above", () => assertGreater(2, 1)],
  ["assertGreaterOrEqual()", "at", () => assertGreaterOrEqual(1, 1)],
  ["assertLess()", "below, dates too", () => assertLess(new Date(1), new Date(2))],
  ["assertLessOrEqual()", "at, bigints too", () => assertLessOrEqual(1n, 1n)],
  ["assertAlmostEquals()", "rounding errors", () => assertAlmostEquals(0.1 + 0.2, 0.3)],
  ["assertAlmostEquals()", "a given tolerance", () => assertAlmostEquals(95, 100, 5)],
  ["assertAlmostEquals()", "infinity is itself", () => assertAlmostEquals(Infinity, Infinity)],
  ["assertStringIncludes()", "a part", () => assertStringIncludes("seat taken", "taken")],
  ["assertMatch()", "somewhere", () => assertMatch("room 42", /\d+/)],
  ["assertNotMatch()", "nowhere", () => assertNotMatch("room", /\d/)],
  ["assertArrayIncludes()", "any order", () => assertArrayIncludes([1, 2, 3], [3, 1])],
  ["assertArrayIncludes()", "by value", () => assertArrayIncludes([{ a: 1 }, 2], [{ a: 1 }])],
  ["assertArrayIncludes()", "bytes", () => assertArrayIncludes(new Uint8Array([1, 2]), [2])],
];

const fails: [subject: string, criterion: string, run: (msg?: string) => void][] = [
  ["assert()", "zero", (msg) => assert(0, msg)],
  ["assertFalse()", "an object", (msg) => assertFalse({}, msg)],
  ["assertExists()", "null", (msg) => assertExists(null, msg)],
  ["assertExists()", "undefined", (msg) => assertExists(undefined, msg)],
  ["assertStrictEquals()", "equal objects", (msg) => assertStrictEquals(one, { a: 1 }, msg)],
  ["assertStrictEquals()", "other objects", (msg) => assertStrictEquals(one, { a: 2 }, msg)],
  ["assertStrictEquals()", "zero has a sign", (msg) => assertStrictEquals(0, -0, msg)],
  ["assertNotStrictEquals()", "one reference", (msg) => assertNotStrictEquals(one, one, msg)],
  ["assertGreater()", "at", (msg) => assertGreater(1, 1, msg)],
  ["assertGreaterOrEqual()", "below", (msg) => assertGreaterOrEqual(0, 1, msg)],
  ["assertGreaterOrEqual()", "NaN", (msg) => assertGreaterOrEqual(NaN, 1, msg)],
  ["assertLess()", "at", (msg) => assertLess(1, 1, msg)],
  ["assertLessOrEqual()", "above", (msg) => assertLessOrEqual(2, 1, msg)],
  ["assertAlmostEquals()", "too far", (msg) => assertAlmostEquals(94, 100, 5, msg)],
  ["assertAlmostEquals()", "NaN", (msg) => assertAlmostEquals(NaN, 1, undefined, msg)],
  ["assertStringIncludes()", "case counts", (msg) => assertStringIncludes("A", "a", msg)],
  ["assertMatch()", "no match", (msg) => assertMatch("room", /\d/, msg)],
  ["assertNotMatch()", "a match", (msg) => assertNotMatch("room 42", /\d/, msg)],
  ["assertArrayIncludes()", "one missing", (msg) => assertArrayIncludes([1, 2], [2, 3], msg)],
  ["fail()", "always", fail],
  ["unreachable()", "always", unreachable],
  ["unimplemented()", "always", unimplemented],
];

for (const [subject, criterion, run] of holds) {
  Deno.test(`${subject} accepts: ${criterion}`, run);
}

for (const [subject, criterion, run] of fails) {
  Deno.test(`${subject} refuses: ${criterion}`, () => {
    assertThrows(() => run(), AssertionError);
    assertThrows(() => run("my own words"), AssertionError, "my own words");
  });
}

Deno.test("assert() and assertFalse() throw: exactly the message given", () => {
  assertEquals(assertThrows(() => assert(false), AssertionError).message, "");
  assertEquals(assertThrows(() => assert(false, "why"), AssertionError).message, "why");
  assertEquals(assertThrows(() => assertFalse(true, "why"), AssertionError).message, "why");
});

Deno.test("assertLess() throws: a message given stands alone", () => {
  assertEquals(assertThrows(() => assertLess(2, 1, "why"), AssertionError).message, "why");
});

Deno.test("AssertionError is an Error: with its name and cause", () => {
  const error = new AssertionError("what", { cause: one });
  assert(error instanceof Error);
  assertEquals([error.name, error.message], ["AssertionError", "what"]);
  assertStrictEquals(error.cause, one);
});

Deno.test("assertions narrow types: what follows needs no cast", () => {
  const maybe = ["a"][0] as string | undefined;
  assertExists(maybe);
  const certain: string = maybe;
  const loose: unknown = certain;
  assertStrictEquals(loose, "a");
  const literal: "a" = loose as "a";
  assert(typeof literal === "string");
});
