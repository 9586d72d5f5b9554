import { AssertionError, assertObjectMatch, assertThrows } from "@std/assert";

type Bag = Record<PropertyKey, unknown>;

class Seat {
  constructor(readonly role: string, readonly since: number) {}
}

function cycle(): Bag {
  const node: Bag = { name: "a" };
  node.self = node;
  return node;
}

const matching: [criterion: string, actual: Bag, expected: Bag][] = [
  ["additional properties", { a: 1, b: 2 }, { a: 1 }],
  ["at every depth", { a: { b: { c: 1, d: 2 } }, e: 3 }, { a: { b: { c: 1 } } }],
  ["nothing is asked for", { a: 1 }, {}],
  ["a longer array by its beginning", { a: [1, 2, 3] }, { a: [1, 2] }],
  ["objects in arrays", { a: [{ b: 1, c: 2 }] }, { a: [{ b: 1 }] }],
  ["a larger map", { a: new Map([["b", 1], ["c", 2]]) }, { a: new Map([["b", 1]]) }],
  ["a larger set", { a: new Set([1, 2]) }, { a: new Set([1]) }],
  ["an instance by its properties", { seat: new Seat("host", 1) }, { seat: { role: "host" } }],
  ["an instance itself", { seat: new Seat("host", 1) }, { seat: new Seat("host", 1) }],
  ["symbol keys", { [Symbol.for("s")]: 1, a: 2 }, { [Symbol.for("s")]: 1 }],
  ["dates and patterns", { a: new Date(5), b: /c/i, d: 1 }, { a: new Date(5), b: /c/i }],
  ["properties that are undefined", { a: undefined, b: 1 }, { a: undefined }],
  ["cycles", cycle(), cycle()],
];

const clashing: [criterion: string, actual: Bag, expected: Bag][] = [
  ["another value", { a: 1 }, { a: 2 }],
  ["a missing property", { a: 1 }, { b: 1 }],
  ["a missing property is not undefined", { a: 1 }, { a: 1, b: undefined }],
  ["deep down", { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }],
  ["a shorter array", { a: [1] }, { a: [1, 2] }],
  ["the end of an array", { a: [1, 2, 3] }, { a: [2, 3] }],
  ["map values", { a: new Map([["b", 1]]) }, { a: new Map([["b", 2]]) }],
  ["a missing map key", { a: new Map([["b", 1]]) }, { a: new Map([["c", 1]]) }],
  ["a missing member", { a: new Set([1]) }, { a: new Set([2]) }],
  ["dates", { a: new Date(5) }, { a: new Date(6) }],
  ["patterns", { a: /b/i }, { a: /b/g }],
  ["null is no object", { a: null }, { a: {} }],
  ["a value where an object is asked for", { a: 1 }, { a: { b: 1 } }],
  ["an object where a value is asked for", { a: { b: 1 } }, { a: 1 }],
];

for (const [criterion, actual, expected] of matching) {
  Deno.test(`assertObjectMatch() accepts: ${criterion}`, () => {
    assertObjectMatch(actual, expected);
  });
}

for (const [criterion, actual, expected] of clashing) {
  Deno.test(`assertObjectMatch() refuses: ${criterion}`, () => {
    assertThrows(() => assertObjectMatch(actual, expected), AssertionError);
    assertThrows(() => assertObjectMatch(actual, expected, "my own words"), Error, "my own words");
  });
}

Deno.test("assertObjectMatch() throws TypeError: only objects have properties to match", () => {
  for (const value of [null, undefined, 1, "a"]) {
    assertThrows(() => assertObjectMatch(value as unknown as Bag, {}), TypeError);
  }
});
