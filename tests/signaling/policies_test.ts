import { assert, assertEquals } from "@std/assert";
import { Addresses } from "../../signaling/limits/addresses.ts";
import { DEFAULT_LIMITS } from "../../signaling/limits/limits.ts";
import { fullBucket, perMinute, spend } from "../../signaling/limits/token_bucket.ts";
import { judgeSilence } from "../../signaling/sockets/silence.ts";
import { MAX_MESSAGE_BYTES } from "../../signaling/protocol.ts";
import { Serial } from "../../signaling/sockets/serial.ts";
import { SocketLimits, socketRates } from "../../signaling/limits/socket_rates.ts";
import { retryDelayMs } from "../../signaling/store/patience.ts";
import { TIMINGS } from "../../signaling/timings.ts";
import { fc } from "./deps.ts";

Deno.test("limits: a bucket gives its burst, then its rate, and says when to come back", () => {
  const rate = { burst: 2, perSecond: 4 };
  let bucket = fullBucket(rate, 0);
  const outcomes = [0, 0, 0, 200, 250, 250].map((now) => {
    const spent = spend(bucket, rate, 1, now);
    bucket = spent.bucket;
    return spent.ok ? "ok" : spent.retryInMs;
  });
  assertEquals(outcomes, ["ok", "ok", 250, 50, "ok", 250]);
});

Deno.test("limits: over any span nobody gets more than burst plus rate", () => {
  const spends = fc.array(fc.record({ waitMs: fc.nat(500), cost: fc.nat(5) }), { maxLength: 100 });
  fc.assert(fc.property(spends, fc.integer({ min: 1, max: 50 }), (steps, perSecond) => {
    const rate = { burst: perSecond, perSecond };
    let bucket = fullBucket(rate, 0);
    let [now, granted] = [0, 0];
    for (const { waitMs, cost } of steps) {
      now += waitMs;
      const spent = spend(bucket, rate, cost, now);
      bucket = spent.bucket;
      if (spent.ok) granted += cost;
      else assert(spend(bucket, rate, Math.min(cost, rate.burst), now + spent.retryInMs).ok);
      assert(granted <= rate.burst + now * perSecond / 1_000 + 1e-6);
    }
  }));
});

Deno.test("limits: a clock that goes backwards gains nothing and loses nothing", () => {
  const rate = perMinute(60);
  const spent = spend({ tokens: 1, atMs: 5_000 }, rate, 1, 1_000);
  assertEquals(spent.bucket.tokens, 0);
});

Deno.test("limits: an address has so many sockets and joins, and is then forgotten", () => {
  let now = 0;
  const limits = { ...DEFAULT_LIMITS, socketsPerAddress: 2, joinsPerMinute: 2 };
  const addresses = new Addresses(limits, { monotonic: () => now });
  const page = { fromPage: true };
  const [first, second] = [addresses.enter("a", page), addresses.enter("a", page)];
  assert(first !== null && second !== null);
  assertEquals(addresses.enter("a", page), null);
  assert(addresses.enter("b", page) !== null);
  assertEquals([first.spend("joins"), second.spend("joins")], [null, null]);
  assertEquals(second.spend("joins"), 30_000);
  first.release();
  first.release();
  assert(addresses.enter("a", page) !== null, "one left, one may enter");
  assertEquals(addresses.enter("a", page), null, "releasing twice counts once");
  addresses.sweep();
  assertEquals(addresses.size, 2);
  now = 120_000;
  const third = addresses.enter("c", page);
  third?.release();
  addresses.sweep();
  assertEquals(addresses.size, 2, "an address that uses nothing is forgotten");
});

Deno.test("limits: in no minute more than a hundred names, in no hour more rooms than allowed", () => {
  const spans = { names: [60_000, 100], rooms: [3_600_000, 120] } as const;
  for (const [budget, [spanMs, most]] of Object.entries(spans)) {
    let now = 0;
    const addresses = new Addresses(DEFAULT_LIMITS, { monotonic: () => now });
    const visitor = addresses.enter("a", { fromPage: true });
    const granted: number[] = [];
    for (let tries = 0; tries < 2_000; tries++) {
      now += spanMs / 500;
      if (visitor?.spend(budget as "names" | "rooms") === null) granted.push(now);
    }
    const inSpan = granted.map((from) => granted.filter((at) => at >= from && at < from + spanMs));
    const busiest = Math.max(...inSpan.map(({ length }) => length));
    assert(busiest <= most, `${busiest} ${budget}`);
    assert(busiest >= most - 2, "the budget can be used");
  }
});

Deno.test("limits: what turned out to cost nothing is given back, and never more than that", () => {
  const addresses = new Addresses({ ...DEFAULT_LIMITS, namesPerMinute: 2 }, { monotonic: () => 0 });
  const visitor = addresses.enter("a", { fromPage: true });
  assert(visitor !== null);
  for (let resumed = 0; resumed < 9; resumed++) {
    assertEquals(visitor.spend("names"), null);
    visitor.giveBack("names");
  }
  visitor.giveBack("names");
  assertEquals([visitor.spend("names") === null, visitor.spend("names") === null], [true, false]);
});

Deno.test("limits: a socket has so many messages, bytes and mistakes", () => {
  const rates = socketRates({
    ...DEFAULT_LIMITS,
    messagesPerSecond: 1,
    bytesPerSecond: 100,
    errorsPerMinute: 2,
  });
  const counted = new SocketLimits(rates, 0);
  assertEquals([1, 2, 3, 4, 5].map(() => counted.message(1, 0)), [null, null, null, null, null]);
  assertEquals(counted.message(1, 0), 1_000);
  const sender = new SocketLimits(rates, 0);
  assertEquals(sender.message(MAX_MESSAGE_BYTES, 0), null, "one message of any size passes");
  assertEquals(sender.message(100, 0), 1_000);
  assertEquals([counted.mistake(0), counted.mistake(0), counted.mistake(0)], [true, true, false]);
});

Deno.test("silence: who never spoke, who froze, who only waits", () => {
  const { firstWordMs, frozenMs, lobbyMs } = TIMINGS;
  const table = [
    [{ openedAt: 0, heardAt: null, seated: false }, firstWordMs - 1, "fine"],
    [{ openedAt: 0, heardAt: null, seated: false }, firstWordMs, "idle"],
    [{ openedAt: 0, heardAt: 1_000, seated: false }, 1_000 + frozenMs - 1, "fine"],
    [{ openedAt: 0, heardAt: 1_000, seated: false }, 1_000 + frozenMs, "idle"],
    [{ openedAt: 0, heardAt: lobbyMs - 10, seated: false }, lobbyMs - 1, "fine"],
    [{ openedAt: 0, heardAt: lobbyMs - 10, seated: false }, lobbyMs, "idle"],
    [{ openedAt: 0, heardAt: lobbyMs, seated: true }, lobbyMs + frozenMs - 1, "fine"],
    [{ openedAt: 0, heardAt: lobbyMs, seated: true }, lobbyMs + frozenMs, "lost"],
  ] as const;
  for (const [silence, now, expected] of table) {
    assertEquals(judgeSilence(silence, TIMINGS, now), expected);
  }
  assert(frozenMs > 60_000, "hidden tabs may run timers only once a minute");
});

Deno.test("serial: tasks run in order, at once when idle, and one that throws stops nobody", async () => {
  const bugs: unknown[] = [];
  const order: string[] = [];
  const serial = new Serial((error) => bugs.push(error));
  serial.run(() => void order.push("now"));
  assertEquals(order, ["now"]);
  const gate = Promise.withResolvers<void>();
  serial.run(async () => {
    await gate.promise;
    order.push("slow");
    throw new Error("slow failed");
  });
  serial.run(() => {
    throw new Error("sync failed");
  });
  const done = Promise.withResolvers<void>();
  serial.run(() => void order.push("after"));
  serial.run(() => done.resolve());
  assertEquals([order, serial.waiting], [["now"], 3]);
  gate.resolve();
  await done.promise;
  assertEquals([order, bugs.length], [["now", "slow", "after"], 2]);
});

Deno.test("retry: delays spread over a doubling span and stay below half a second", () => {
  for (let attempt = 0; attempt < 50; attempt++) {
    const longest = retryDelayMs(attempt, 0.999_999);
    assert(longest <= Math.min(400, 4 * 2 ** attempt), `${attempt}: ${longest}`);
    assertEquals(retryDelayMs(attempt, 0), 0);
  }
});
