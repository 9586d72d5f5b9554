import { assertEquals, AssertionError, assertNotEquals, assertThrows, equal } from "@std/assert";

class Point {
  constructor(readonly x: number, readonly y: number) {}
}

class Secret {
  #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  get value() {
    return this.#value;
  }
}

function cycle(): Record<string, unknown> {
  const node: Record<string, unknown> = { name: "a" };
  node.self = node;
  return node;
}

const bare = Object.assign(Object.create(null), { a: 1 });

const alike: [criterion: string, a: unknown, b: unknown][] = [
  ["NaN equals itself", NaN, NaN],
  ["zero has no sign", [0], [-0]],
  ["nested content counts", { a: [1, { b: "c" }] }, { a: [1, { b: "c" }] }],
  ["key order does not count", { a: 1, b: 2 }, { b: 2, a: 1 }],
  ["an object without a prototype is plain", { a: 1 }, bare],
  ["dates by time", new Date(5), new Date(5)],
  ["patterns by text", /a/gi, /a/gi],
  ["addresses by text", new URL("https://a.example/b"), new URL("/b", "https://a.example")],
  ["bytes by content", new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  ["sets in any order", new Set([1, 2]), new Set([2, 1])],
  ["sets of objects", new Set([{ a: 1 }, { a: 2 }]), new Set([{ a: 2 }, { a: 1 }])],
  ["map keys by value", new Map([[{ a: 1 }, 1]]), new Map([[{ a: 1 }, 1]])],
  ["instances of one class", new Point(1, 2), new Point(1, 2)],
  ["symbol keys", { [Symbol.for("s")]: 1 }, { [Symbol.for("s")]: 1 }],
  ["cycles", cycle(), cycle()],
];

const different: [criterion: string, a: unknown, b: unknown][] = [
  ["types are not converted", 1, "1"],
  ["null is not undefined", null, undefined],
  ["a missing property is not undefined", { a: 1 }, { a: 1, b: undefined }],
  ["a property of another name", { a: undefined }, { b: undefined }],
  ["array order", [1, 2], [2, 1]],
  ["array length", [1], [1, 2]],
  ["an array is not an object", [], {}],
  ["dates", new Date(5), new Date(6)],
  ["pattern flags", /a/g, /a/i],
  ["addresses", new URL("https://a.example/b"), new URL("https://a.example/c")],
  ["bytes", new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  ["byte width", new Uint8Array([1]), new Uint16Array([1])],
  ["sets of objects", new Set([{ a: 1 }]), new Set([{ a: 2 }])],
  ["map values", new Map([["a", 1]]), new Map([["a", 2]])],
  ["classes", new Point(1, 2), { x: 1, y: 2 }],
  ["what a getter tells", new Secret(1), new Secret(2)],
  ["errors by message", new Error("a"), new Error("b")],
  ["errors by where they were made", new Error("a"), new Error("a")],
  ["functions are only equal to themselves", () => 1, () => 1],
  ["symbol keys", { [Symbol.for("s")]: 1 }, { [Symbol.for("s")]: 2 }],
];

for (const [criterion, a, b] of alike) {
  Deno.test(`equal() accepts: ${criterion}`, () => {
    assertEquals(a, b);
    assertEquals([equal(a, b), equal(b, a)], [true, true]);
    assertThrows(() => assertNotEquals(a, b), AssertionError);
  });
}

for (const [criterion, a, b] of different) {
  Deno.test(`equal() refuses: ${criterion}`, () => {
    assertNotEquals(a, b);
    assertEquals([equal(a, b), equal(b, a)], [false, false]);
    assertThrows(() => assertEquals(a, b), AssertionError);
  });
}
