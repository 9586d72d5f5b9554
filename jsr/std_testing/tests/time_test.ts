import { assert, assertEquals, assertFalse, assertInstanceOf } from "@std/assert";
import { assertNotEquals, assertRejects, assertStrictEquals, assertThrows } from "@std/assert";
import { FakeTime, TimeError } from "@std/testing/time";

Deno.test("FakeTime starts: at a number, a date, its text, or now", () => {
  const starts: [unknown: number | string | Date, expected: number][] = [
    [1500.9, 1500],
    [new Date(1500), 1500],
    ["1970-01-01T00:00:02Z", 2000],
  ];
  for (const [start, expected] of starts) {
    using time = new FakeTime(start);
    assertEquals([time.start, time.now, Date.now()], [expected, expected, expected]);
  }
  const before = Date.now();
  using time = new FakeTime();
  assert(time.start >= before && time.start <= before + 1000);
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
  assertEquals([Date.UTC(1970, 0), new Date(1970, 0, 2).getDate()], [0, 2]);
  assertInstanceOf(new Date(), Date);
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
  assertEquals(log.at(-1), ["late", 200]);
  assertEquals(time.now, 1100);
});

Deno.test("FakeTime.tick() runs timers set on the way: even those without a delay", () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  setTimeout(() => {
    log.push(Date.now());
    setTimeout(() => log.push(Date.now()));
    setTimeout(() => log.push(Date.now()), 5);
    setTimeout(() => log.push(Date.now()), 6);
  }, 10);
  time.tick(15);
  assertEquals(log, [10, 10, 15]);
});

Deno.test("FakeTime.tick() calls back bare: without a this", () => {
  using time = new FakeTime(0);
  let self: unknown = "not called";
  setTimeout(function (this: unknown) {
    self = this;
  }, 10);
  time.tick(10);
  assertEquals(self ?? null, null);
});

Deno.test("FakeTime.tick() lets an error out: time stays at its moment", () => {
  using time = new FakeTime(0);
  setTimeout(() => {
    throw new RangeError("from the callback");
  }, 10);
  assertThrows(() => time.tick(50), RangeError, "from the callback");
  assertEquals(time.now, 10);
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

Deno.test("FakeTime numbers timers: from 1, and clears only those it knows", () => {
  using time = new FakeTime(0);
  let ran = 0;
  const ids: unknown[] = [setTimeout(() => ran++, 5), setInterval(() => ran++, 5)];
  assertEquals(ids, [1, 2]);
  clearTimeout(undefined);
  clearTimeout(99);
  clearTimeout(2);
  clearInterval(1);
  time.tick(100);
  assertEquals(ran, 0);
});

Deno.test("FakeTime refuses a timer: whose callback is text", () => {
  using _time = new FakeTime();
  const text = "alert()" as unknown as () => void;
  assertThrows(() => setTimeout(text), TimeError);
  assertThrows(() => setInterval(text), TimeError);
});

Deno.test("FakeTime.next() moves to the next moment: and tells whether there was one", () => {
  using time = new FakeTime(0);
  const log: string[] = [];
  setTimeout(() => log.push("a"), 10);
  setTimeout(() => log.push("b"), 10);
  setTimeout(() => log.push("c"), 30);
  clearTimeout(setTimeout(() => log.push("cleared"), 20));
  assert(time.next());
  assertEquals([log.join(""), time.now], ["ab", 10]);
  assert(time.next());
  assertEquals([log.join(""), time.now], ["abc", 30]);
  assertFalse(time.next());
  assertEquals(time.now, 30);
});

Deno.test("FakeTime.runAll() ends: when nothing is due any more", () => {
  using time = new FakeTime(0);
  let left = 3;
  const again = () => {
    if (--left > 0) setTimeout(again, 1000);
  };
  setTimeout(again, 1000);
  time.runAll();
  assertEquals([left, time.now], [0, 3000]);
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

Deno.test("FakeTime.nextAsync() and runAllAsync() follow promises: timer after timer", async () => {
  using time = new FakeTime(0);
  const log: number[] = [];
  (async () => {
    for (const ms of [10, 20, 30]) {
      await new Promise((resolve) => setTimeout(resolve, ms));
      log.push(Date.now());
    }
  })();
  assert(await time.nextAsync());
  await time.runMicrotasks();
  assertEquals(log, [10]);
  await time.runAllAsync();
  assertEquals(time.now, 60);
  await time.runMicrotasks();
  assertEquals(log, [10, 30, 60]);
  assertFalse(await time.nextAsync());
});

Deno.test("FakeTime.delay() waits for real: and can be aborted", async () => {
  using time = new FakeTime(0);
  await time.delay(1);
  assertEquals(time.now, 0);
  const aborted = time.delay(60_000, { signal: AbortSignal.abort() });
  assertEquals((await assertRejects(() => aborted, DOMException)).name, "AbortError");
  const controller = new AbortController();
  const waiting = time.delay(60_000, { signal: controller.signal });
  controller.abort();
  assertEquals((await assertRejects(() => waiting, DOMException)).name, "AbortError");
});

Deno.test("FakeTime fakes AbortSignal.timeout(): it aborts with a TimeoutError", () => {
  using time = new FakeTime(0);
  const signal = AbortSignal.timeout(1000);
  time.tick(999);
  assertFalse(signal.aborted);
  time.tick(1);
  assert(signal.aborted);
  assertInstanceOf(signal.reason, DOMException);
  assertEquals(signal.reason.name, "TimeoutError");
});

Deno.test("FakeTime restores: every global, by method, by class, by using", () => {
  const globals = () => [Date, setTimeout, clearTimeout, setInterval, clearInterval];
  const original = [...globals(), AbortSignal.timeout];
  const restored = () =>
    [...globals(), AbortSignal.timeout].forEach((now, i) => assertStrictEquals(now, original[i]));

  const time = new FakeTime();
  globals().forEach((now, i) => assertNotEquals(now, original[i]));
  time.restore();
  restored();
  new FakeTime();
  FakeTime.restore();
  restored();
  {
    using _time = new FakeTime();
  }
  restored();
  assertThrows(() => time.restore(), TimeError);
  assertThrows(() => FakeTime.restore(), TimeError);
});

Deno.test("FakeTime ends: who kept a faked function sees the real date and gets no timer", () => {
  const time = new FakeTime();
  const { setTimeout: set, clearTimeout: clear, Date: { now } } = globalThis;
  time.tick(1e9);
  time.restore();
  assert(now() - Date.now() < 1e6);
  assertThrows(() => set(() => {}, 1), TimeError);
  assertThrows(() => clear(1), TimeError);
});

Deno.test("FakeTime.restoreFor() shows the real time: only while the callback runs", async () => {
  await assertRejects(() => FakeTime.restoreFor(() => 1), TimeError);
  using _time = new FakeTime(0);
  const faked = [Date, setTimeout, clearInterval];
  const seen = FakeTime.restoreFor((a: number) => [a, Date.now() > 0], 7);
  assertEquals(Date.now(), 0);
  assertEquals(await seen, [7, true]);
  assertEquals([Date, setTimeout, clearInterval], faked);
  await FakeTime.restoreFor(() => new Promise<void>((resolve) => setTimeout(resolve, 1)));
  assertEquals(Date.now(), 0);
  await assertRejects(
    () => FakeTime.restoreFor(() => Promise.reject(new RangeError())),
    RangeError,
  );
  assertEquals(Date.now(), 0);
});

Deno.test("FakeTime advances by itself: at the rate asked for", async () => {
  using time = new FakeTime(0, { advanceRate: 100, advanceFrequency: 2 });
  let ran = false;
  setTimeout(() => ran = true, 200);
  await time.delay(100);
  assert(ran);
  assertEquals(time.now % 200, 0);
});
