import { assert, assertEquals } from "@std/assert";
import { Addresses } from "./addresses.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

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
