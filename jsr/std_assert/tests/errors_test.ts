import {
  assertEquals,
  assertInstanceOf,
  AssertionError,
  assertIsError,
  assertNotInstanceOf,
  assertRejects,
  assertStrictEquals,
  assertThrows,
} from "@std/assert";

class RoomFullError extends Error {}

const full = new RoomFullError("The room is full");
const throwFull = () => {
  throw full;
};

Deno.test("assertThrows() returns what was thrown: with or without a class", () => {
  assertStrictEquals(assertThrows(throwFull), full);
  assertStrictEquals(assertThrows(throwFull, RoomFullError), full);
  assertStrictEquals(assertThrows(throwFull, Error, "is full"), full);
});

Deno.test("assertThrows() infers the class: its properties are typed", () => {
  const error = assertThrows(() => {
    throw new DOMException("no camera", "NotFoundError");
  }, DOMException);
  const name: string = error.name;
  assertEquals(name, "NotFoundError");
});

Deno.test("assertThrows() accepts anything thrown: as long as no class is asked for", () => {
  const thrown = assertThrows(() => {
    throw "a string";
  });
  assertEquals(thrown, "a string");
});

Deno.test("assertThrows() refuses: nothing thrown, another class, another text, no Error", () => {
  const throwText = () => {
    throw "is full";
  };
  assertThrows(() => assertThrows(() => {}), AssertionError);
  assertThrows(() => assertThrows(() => {}, "my own words"), AssertionError, "my own words");
  assertThrows(() => assertThrows(throwFull, TypeError), AssertionError, "TypeError");
  assertThrows(() => assertThrows(throwFull, Error, "is empty"), AssertionError, "is empty");
  assertThrows(() => assertThrows(throwText, Error, "is full"), AssertionError);
  assertThrows(() => assertThrows(throwFull, TypeError, "", "words"), AssertionError, "words");
});

Deno.test("assertThrows() does not wait: a rejection is none of its business", () => {
  assertThrows(() => assertThrows(() => Promise.resolve()), AssertionError);
});

Deno.test("assertRejects() resolves to the reason: with or without a class", async () => {
  const reject = () => Promise.reject(full);
  assertStrictEquals(await assertRejects(reject), full);
  assertStrictEquals(await assertRejects(reject, RoomFullError, "full"), full);
  assertEquals(await assertRejects(() => Promise.reject(5)), 5);
});

Deno.test("assertRejects() accepts any thenable: not only a Promise", async () => {
  const promise = Promise.reject(full);
  const thenable: PromiseLike<never> = { then: (...handlers) => promise.then(...handlers) };
  assertStrictEquals(await assertRejects(() => thenable), full);
});

Deno.test("assertRejects() refuses: no rejection, another class, another text", async () => {
  const reject = () => Promise.reject(full);
  await assertRejects(() => assertRejects(() => Promise.resolve()), AssertionError);
  await assertRejects(() => assertRejects(() => Promise.resolve(), "words"), Error, "words");
  await assertRejects(() => assertRejects(reject, TypeError), AssertionError, "TypeError");
  await assertRejects(() => assertRejects(reject, Error, "is empty"), AssertionError, "is empty");
  await assertRejects(() => assertRejects(() => Promise.reject("a"), Error), AssertionError);
});

Deno.test("assertRejects() refuses: what throws at once or returns no promise", async () => {
  await assertRejects(() => assertRejects(throwFull), AssertionError);
  await assertRejects(() => assertRejects(throwFull, RoomFullError), AssertionError);
  const noPromise = (() => 1) as unknown as () => Promise<unknown>;
  await assertRejects(() => assertRejects(noPromise), AssertionError);
});

Deno.test("assertIsError() accepts: class, text and pattern, whatever the colours", () => {
  assertIsError(full);
  assertIsError(full, RoomFullError);
  assertIsError(full, Error, "is full");
  assertIsError(full, Error, /is \w+$/);
  assertIsError(new Error("is \x1b[31mfull\x1b[0m"), Error, "is full");
});

Deno.test("assertIsError() refuses: no Error, another class, another text", () => {
  assertThrows(() => assertIsError("text"), AssertionError);
  assertThrows(() => assertIsError({ name: "Error", message: "" }), AssertionError);
  assertThrows(() => assertIsError(full, TypeError), AssertionError, "TypeError");
  assertThrows(() => assertIsError(full, Error, "is empty"), AssertionError, "is empty");
  assertThrows(() => assertIsError(full, Error, /^is/), AssertionError, "/^is/");
  assertThrows(() => assertIsError(1, Error, "", "my own words"), AssertionError, "my own words");
});

Deno.test("assertInstanceOf() narrows: the class's members follow", () => {
  const value: unknown = new Date(5);
  assertInstanceOf(value, Date);
  assertEquals(value.getTime(), 5);
});

Deno.test("assertInstanceOf() refuses: another class, no class, the class itself", () => {
  const values = [new Map(), null, undefined, 1, "a", Date, Object.create(null)];
  for (const value of values) {
    assertThrows(() => assertInstanceOf(value, Date), AssertionError, "Date");
  }
  assertThrows(() => assertInstanceOf(1, Date, "my own words"), AssertionError, "my own words");
});

Deno.test("assertNotInstanceOf() takes the opposite side: sub-classes count as the class", () => {
  assertNotInstanceOf(full, TypeError);
  assertThrows(() => assertNotInstanceOf(full, Error), AssertionError);
  assertThrows(() => assertNotInstanceOf(full, Error, "my own words"), Error, "my own words");
});
