import { assert, assertEquals, assertFalse, AssertionError, assertRejects } from "@std/assert";
import { assertStrictEquals, assertThrows } from "@std/assert";
import { assertSpyCall, assertSpyCalls, MockError, resolvesNext } from "@std/testing/mock";
import { restore, returnsNext, type Spy, spy, stub } from "@std/testing/mock";

class Room {
  seats = 2;
  constructor(readonly name = "room") {
    if (name === "") throw new RangeError("a room needs a name");
  }
  take(count: number): number {
    if (count > this.seats) throw new RangeError("full");
    return this.seats -= count;
  }
}

Deno.test("spy() remembers calls: arguments, this, what was returned or thrown", () => {
  const half = spy((value: number) => {
    if (value % 2) throw new RangeError("odd");
    return value / 2;
  });
  assertEquals(half(4), 2);
  assertThrows(() => half(3), RangeError, "odd");
  const self = { half };
  self.half(8);
  assertSpyCalls(half, 3);
  assertSpyCall(half, 0, { args: [4], returned: 2, self: undefined });
  assertSpyCall(half, 1, { args: [3], error: { Class: RangeError, msgIncludes: "odd" } });
  assertSpyCall(half, 2, { self });
  assertEquals(half.calls[0], { args: [4], returned: 2 });
});

Deno.test("spy() without a function: does nothing and takes anything", () => {
  const nothing: Spy = spy();
  assertEquals(nothing(1, "a"), undefined);
  assertSpyCall(nothing, 0, { args: [1, "a"], returned: undefined });
  assertThrows(() => nothing.restore(), MockError);
  assertFalse(nothing.restored);
});

Deno.test("spy() on a method: it works as before, until restored", () => {
  const room = new Room();
  const take = spy(room, "take");
  assertEquals([room.take(1), room.seats], [1, 1]);
  assertThrows(() => room.take(5), RangeError);
  assertSpyCall(take, 0, { args: [1], returned: 1, self: room });
  assertSpyCall(take, 1, { args: [5], error: { Class: RangeError } });
  assertStrictEquals(take.original, Room.prototype.take);
  take.restore();
  assert(take.restored);
  assertFalse(Object.hasOwn(room, "take"));
  room.take(1);
  assertSpyCalls(take, 2);
  assertThrows(() => take.restore(), MockError);
});

Deno.test("spy() on a class: it works as before, and remembers its instances", () => {
  const Watched = spy(Room);
  const room = new Watched("a");
  assert(room instanceof Room && room instanceof Watched);
  assertEquals(Watched.name, "Room");
  assertStrictEquals(Watched.original, Room);
  assertSpyCall(Watched, 0, { args: ["a"], returned: room });
  assertThrows(() => new Watched(""), RangeError);
  assertSpyCall(Watched, 1, { args: [""], error: { Class: RangeError } });
  assertThrows(() => Watched.restore(), MockError);
});

Deno.test("stub() replaces a method: until restored", () => {
  const room = new Room();
  const fake = () => 7;
  const take = stub(room, "take", fake);
  assertEquals([room.take(1), room.seats], [7, 2]);
  assertStrictEquals(take.fake, fake);
  assertSpyCall(take, 0, { args: [1], returned: 7, self: room });
  take.restore();
  assertEquals(room.take(1), 1);
});

Deno.test("stub() without a function: does nothing", () => {
  const room = new Room();
  using take = stub(room, "take");
  assertEquals(room.take(1), undefined as unknown as number);
  assertSpyCalls(take, 1);
});

Deno.test("stub() is disposable: using restores it", () => {
  const original = console.info;
  {
    using info = stub(console, "info");
    console.info("unheard");
    assertSpyCall(info, 0, { args: ["unheard"] });
  }
  assertStrictEquals(console.info, original);
});

Deno.test("spy() and stub() refuse: no method, a method mocked already, a fixed one", () => {
  const room = new Room();
  assertThrows(() => spy(room, "seats"), MockError);
  assertThrows(() => stub(room, "seats"), MockError);
  const take = spy(room, "take");
  assertThrows(() => spy(room, "take"), MockError);
  assertThrows(() => stub(room, "take"), MockError);
  take.restore();
  const fixed = Object.freeze({ take: () => 1 });
  assertThrows(() => spy(fixed, "take"), MockError);
  assertThrows(() => stub(fixed, "take"), MockError);
});

Deno.test("restore() puts back: everything that is still replaced", () => {
  const [a, b] = [new Room(), new Room()];
  const mocks = [spy(a, "take"), stub(b, "take", () => 0)];
  restore();
  assertEquals(mocks.map((mock) => mock.restored), [true, true]);
  assertEquals([a.take(1), b.take(1)], [1, 1]);
  restore();
});

Deno.test("assertSpyCalls() refuses: another number of calls", () => {
  const func = spy(() => {});
  assertSpyCalls(func, 0);
  assertThrows(() => assertSpyCalls(func, 1), AssertionError);
  func();
  assertThrows(() => assertSpyCalls(func, 0), AssertionError);
});

Deno.test("assertSpyCall() refuses: what differs from the call", () => {
  const func = spy((value: number) => {
    if (value < 0) throw new RangeError("negative");
    return value;
  });
  func(1);
  assertThrows(() => func(-1));
  assertSpyCall(func, 0);
  assertThrows(() => assertSpyCall(func, 2), AssertionError);
  assertThrows(() => assertSpyCall(func, 0, { args: [2] }), AssertionError);
  assertThrows(() => assertSpyCall(func, 0, { self: {} }), AssertionError);
  assertThrows(() => assertSpyCall(func, 0, { returned: 2 }), AssertionError);
  assertThrows(() => assertSpyCall(func, 0, { error: {} }), AssertionError);
  assertThrows(() => assertSpyCall(func, 1, { returned: 1 }), AssertionError);
  assertThrows(() => assertSpyCall(func, 1, { error: { Class: TypeError } }), AssertionError);
  assertThrows(() => assertSpyCall(func, 1, { error: { msgIncludes: "odd" } }), AssertionError);
  assertThrows(() => assertSpyCall(func, 0, { returned: 1, error: {} }), TypeError);
});

Deno.test("returnsNext() answers in order: throws errors, then MockError", () => {
  const next: () => number = returnsNext([1, new RangeError("two"), 3]);
  assertEquals(next(), 1);
  assertThrows(next, RangeError, "two");
  assertEquals(next(), 3);
  assertThrows(next, MockError);
});

Deno.test("resolvesNext() answers in order: rejects errors, then MockError", async () => {
  const next: () => Promise<number> = resolvesNext([
    1,
    Promise.resolve(2),
    new RangeError("three"),
  ]);
  assertEquals(await Promise.all([next(), next()]), [1, 2]);
  await assertRejects(next, RangeError, "three");
  await assertRejects(next, MockError);
  const later: () => Promise<string> = resolvesNext((async function* () {
    yield await Promise.resolve("a");
  })());
  assertEquals(await later(), "a");
});
