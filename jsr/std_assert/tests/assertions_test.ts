import { stripVTControlCharacters } from "node:util";
import {
  assert,
  assertEquals,
  AssertionError,
  assertLess,
  assertNotEquals,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";

class RoomFullError extends Error {}

const full = new RoomFullError("The room is \x1b[31mfull\x1b[0m");
const throwFull = () => {
  throw full;
};
const rejectFull = () => Promise.reject(full);

const fails: [name: string, run: (msg?: string) => void][] = [
  ["assert: falsy", (msg) => assert(0, msg)],
  ["assertEquals: other content", (msg) => assertEquals({ a: 1 }, { a: 2 }, msg)],
  ["assertNotEquals: same content", (msg) => assertNotEquals([1], [1], msg)],
  ["assertStrictEquals: same content, other object", (msg) => assertStrictEquals({}, {}, msg)],
  ["assertLess: equal", (msg) => assertLess(1, 1, msg)],
  ["assertStringIncludes: absent", (msg) => assertStringIncludes("room", "door", msg)],
  ["assertThrows: nothing thrown", (msg) => assertThrows(() => {}, msg)],
];

for (const [name, run] of fails) {
  Deno.test(`${name} is refused, with the caller's words`, () => {
    assertThrows(() => run(), AssertionError);
    assertThrows(() => run("my own words"), AssertionError, "my own words");
  });
}

Deno.test("assertions accept what holds", () => {
  assert("a");
  assertStrictEquals(NaN, NaN);
  assertLess(1, 2);
  assertLess("a", "b");
  assertStringIncludes("room", "oo");
});

Deno.test("assert() and assertLess() throw exactly the message given", () => {
  assertEquals(assertThrows(() => assert(false), AssertionError).message, "");
  assertEquals(assertThrows(() => assert(false, "why"), AssertionError).message, "why");
  assertEquals(assertThrows(() => assertLess(2, 1, "why"), AssertionError).message, "why");
});

Deno.test("AssertionError is an Error: with its name and cause", () => {
  const error = new AssertionError("what", { cause: full });
  assert(error instanceof Error);
  assertEquals([error.name, error.message], ["AssertionError", "what"]);
  assertStrictEquals(error.cause, full);
});

Deno.test("assertEquals() shows the lines that differ: actual with minus, expected with plus", () => {
  const fail = () => assertEquals({ same: 1, name: "blue" }, { same: 1, name: "green" });
  const lines = stripVTControlCharacters(assertThrows(fail, AssertionError).message).split("\n");
  const signed = (sign: string) => lines.filter((line) => line.startsWith(`${sign}   `)).join();
  assertEquals(/blue/.test(signed("-")) && !/green|same/.test(signed("-")), true);
  assertEquals(/green/.test(signed("+")) && !/blue|same/.test(signed("+")), true);
});

Deno.test("assertEquals() shows a difference of texts even where it is invisible", () => {
  assertThrows(() => assertEquals("room\t", "room"), AssertionError, "\\t");
});

Deno.test("assertThrows() returns what was thrown: with or without a class and a text", () => {
  assertStrictEquals(assertThrows(throwFull), full);
  assertStrictEquals(assertThrows(throwFull, RoomFullError), full);
  assertStrictEquals(assertThrows(throwFull, Error, "is full"), full);
  const thrown = assertThrows(() => {
    throw "a string";
  });
  assertEquals(thrown, "a string");
});

Deno.test("assertThrows() infers the class: its properties are typed", () => {
  const error = assertThrows(() => {
    throw new DOMException("no camera", "NotFoundError");
  }, DOMException);
  const name: string = error.name;
  assertEquals(name, "NotFoundError");
});

Deno.test("assertThrows() refuses: another class, another text, no Error, a mere rejection", () => {
  const throwText = () => {
    throw "is full";
  };
  assertThrows(() => assertThrows(throwFull, TypeError), AssertionError, "TypeError");
  assertThrows(() => assertThrows(throwFull, Error, "is empty"), AssertionError, "is empty");
  assertThrows(() => assertThrows(throwText, Error, "is full"), AssertionError);
  assertThrows(() => assertThrows(throwFull, TypeError, "", "words"), AssertionError, "words");
  assertThrows(() => assertThrows(() => Promise.resolve()), AssertionError);
});

Deno.test("assertRejects() resolves to the reason: of a promise or any thenable", async () => {
  assertStrictEquals(await assertRejects(rejectFull), full);
  assertStrictEquals(await assertRejects(rejectFull, RoomFullError, "full"), full);
  assertEquals(await assertRejects(() => Promise.reject(5)), 5);
  const promise = rejectFull();
  const thenable: PromiseLike<never> = { then: (...handlers) => promise.then(...handlers) };
  assertStrictEquals(await assertRejects(() => thenable), full);
});

Deno.test("assertRejects() refuses: no rejection, another class, another text, a throw", async () => {
  await assertRejects(() => assertRejects(() => Promise.resolve()), AssertionError);
  await assertRejects(() => assertRejects(() => Promise.resolve(), "words"), Error, "words");
  await assertRejects(() => assertRejects(rejectFull, TypeError), AssertionError, "TypeError");
  await assertRejects(() => assertRejects(rejectFull, Error, "is empty"), Error, "is empty");
  await assertRejects(() => assertRejects(throwFull), AssertionError);
  const noPromise = (() => 1) as unknown as () => Promise<unknown>;
  await assertRejects(() => assertRejects(noPromise), AssertionError);
});
