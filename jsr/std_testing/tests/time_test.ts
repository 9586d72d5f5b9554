import { assert, assertEquals, assertNotEquals, assertStrictEquals } from "@std/assert";
import { assertThrows } from "@std/assert";
import { FakeTime, TimeError } from "@std/testing/time";

Deno.test("FakeTime starts: at a number, a date, its text, or now", () => {
  const starts: [start: number | string | Date, expected: number][] = [
    [1500, 1500],
    [new Date(1500), 1500],
    ["1970-01-01T00:00:02Z", 2000],
  ];
  for (const [start, expected] of starts) {
    using time = new FakeTime(start);
    assertEquals([time.start, time.now, Date.now()], [expected, expected, expected]);
  }
  const before = Date.now();
  using time = new FakeTime();
  assert(time.start >= before);
});

Deno.test("FakeTime refuses: no date to start at, a second fake, a return to the past", () => {
  assertThrows(() => new FakeTime("never"), TypeError);
  using time = new FakeTime(1000);
  assertThrows(() => new FakeTime(), TimeError);
  assertThrows(() => time.now = 999, RangeError);
  time.now = 1000;
});

Deno.test("FakeTime fakes Date: now, new and call, but no given date", () => {
  using time = new FakeTime(1000);
  time.tick(500);
  assertEquals([Date.now(), new Date().getTime(), new Date(7).getTime()], [1500, 1500, 7]);
  assertEquals(Date(), new Date(1500).toString());
});

Deno.test("FakeTime.tick() runs what is due: in order, each at its own moment", () => {
  using time = new FakeTime(0);
  const log: unknown[] = [];
  setTimeout(() => log.push(["late", Date.now()]), 200);
  setTimeout((...args: string[]) => log.push([...args, Date.now()]), 100, "first", "args");
  setTimeout(() => log.push(["second", Date.now()]), 100);
  time.tick(99);
  assertEquals(log, []);
  time.tick(1);
  assertEquals(log, [["first", "args", 100], ["second", 100]]);
  time.tick(1000);
  assertEquals([log.at(-1), time.now], [["late", 200], 1100]);
});

Deno.test("FakeTime.tick() runs timers set on the way", () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  setTimeout(() => {
    log.push(Date.now());
    setTimeout(() => log.push(Date.now()), 5);
    setTimeout(() => log.push(Date.now()), 6);
  }, 10);
  time.tick(15);
  assertEquals(log, [10, 15]);
});

Deno.test("FakeTime repeats intervals: until cleared, also by themselves", () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  const id = setInterval(() => {
    log.push(Date.now());
    if (log.length === 3) clearInterval(id);
  }, 10);
  time.tick(100);
  assertEquals(log, [10, 20, 30]);
});

Deno.test("FakeTime clears only the timer asked for", () => {
  using time = new FakeTime(0);
  const ran: string[] = [];
  clearTimeout(setTimeout(() => ran.push("cleared"), 5));
  setTimeout(() => ran.push("kept"), 5);
  clearTimeout(undefined);
  time.tick(100);
  assertEquals(ran, ["kept"]);
});

Deno.test("FakeTime.tickAsync() settles promises first: then moves", async () => {
  using time = new FakeTime(0);
  let woke = 0;
  const sleeper = Promise.resolve().then(async () => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    woke = Date.now();
  });
  await time.tickAsync(100);
  await sleeper;
  assertEquals(woke, 100);
});

Deno.test("FakeTime.runMicrotasks() settles promises: time stands still", async () => {
  using time = new FakeTime(0);
  let done = false;
  Promise.resolve().then(() => Promise.resolve()).then(() => done = true);
  await time.runMicrotasks();
  assertEquals([done, time.now], [true, 0]);
});

Deno.test("FakeTime restores every global: by method and by using, once", () => {
  const globals = () => [Date, setTimeout, clearTimeout, setInterval, clearInterval];
  const original = globals();
  const time = new FakeTime();
  globals().forEach((now, i) => assertNotEquals(now, original[i]));
  time.restore();
  globals().forEach((now, i) => assertStrictEquals(now, original[i]));
  {
    using _time = new FakeTime();
  }
  globals().forEach((now, i) => assertStrictEquals(now, original[i]));
  assertThrows(() => time.restore(), TimeError);
});
