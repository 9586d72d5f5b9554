import { assert, assertEquals, assertInstanceOf, assertThrows } from "@std/assert";
import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { decode, SlotRef } from "./decode.ts";
import { encode } from "./encode.ts";

function roundTrip<T>(value: T): T {
  return decode(encode(value)) as T;
}

Deno.test("encode and decode: every kind of value is restored", () => {
  const values = [
    ...["text", 0, -1.5, true, null, undefined, 12n, NaN, Infinity, -Infinity],
    ...[new Date(5), new URL("http://localhost/"), new Uint8Array([0, 255])],
    ...[new Set([1, "a"]), new Map<unknown, unknown>([[{ a: 1 }, [2]]]), {
      a: { b: [] },
    }],
  ];
  for (const value of values) assertEquals(roundTrip(value), value);
  assertEquals(String(roundTrip(/a+/gi)), "/a+/gi");
  assert(Object.is(roundTrip(-0), -0));
  assertEquals(Object.keys(roundTrip([, 1, ,])), ["1"]);
});

Deno.test("encode and decode: references stay shared and may be circular", () => {
  const shared = { n: 1 };
  const circle: { self?: unknown; pair: unknown[] } = {
    pair: [shared, shared],
  };
  circle.self = circle;
  const restored = roundTrip(circle);
  assert(restored.self === restored);
  assert(restored.pair[0] === restored.pair[1]);
});

Deno.test("encode and decode: signals stay signals, the same one everywhere", () => {
  const count = signal(1);
  const double = computed(() => count.value * 2);
  const restored: {
    a: Signal<number>;
    b: Signal<number>;
    double: ReadonlySignal<number>;
  } = roundTrip({ a: count, b: count, double });
  assert(restored.a === restored.b);
  restored.a.value = 5;
  assertEquals([restored.b.value, restored.double.value], [5, 2]);
});

Deno.test("encode and decode: a slot becomes a reference", () => {
  const jsx = {};
  const restored = decode(encode([jsx], {
    Slot: (value) => value === jsx ? { id: 3, name: "children" } : undefined,
  })) as unknown[];
  assertInstanceOf(restored[0], SlotRef);
  assertEquals({ ...restored[0] }, { id: 3, name: "children" });
});

Deno.test("encode: what cannot cross is an error that says so", () => {
  class Room {}
  assertThrows(() => encode({ f: () => {} }), Error, "Cannot pass a function to an island");
  assertThrows(() => encode(Symbol()), Error, "Cannot pass a symbol to an island");
  assertThrows(() => encode([new Room()]), Error, "Cannot pass an instance of Room");
});
