import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import {
  type Claim,
  EMPTY_ROOM,
  hold,
  isEmpty,
  peerOf,
  release,
  type Room,
  seatOf,
  take,
} from "../../signaling/rooms/seat_rules.ts";
import { fc } from "./deps.ts";

const NONE: ReadonlyMap<string, number> = new Map();

function claim(name: string, token: string | null = null): Claim {
  return {
    instance: "here",
    seating: name,
    session: `session-of-${name}`,
    tokenHash: token,
    newTokenHash: `token-of-${name}`,
  };
}

function sit(room: Room, name: string, token: string | null = null, now = 0): Room {
  const taken = take(room, claim(name, token), NONE, now);
  assert(taken.kind === "seated" && taken.room !== null);
  return taken.room;
}

Deno.test("seat: the first gets 0, the second 1, the third is told full", () => {
  const both = sit(sit(EMPTY_ROOM, "ann"), "bob");
  assertEquals([seatOf(both, "ann"), seatOf(both, "bob")], [0, 1]);
  const third = take(both, claim("eve"), NONE, 0);
  assertEquals(third, {
    kind: "full",
    present: [{ instance: "here", seating: "ann" }, { instance: "here", seating: "bob" }],
    retryInMs: null,
  });
});

Deno.test("seat: a held one is refused until its hold passes, and resumed by token either way", () => {
  const both = sit(sit(EMPTY_ROOM, "ann"), "bob");
  const held = hold(both, "ann", 1_000);
  assert(held !== null);
  for (const now of [0, 999]) {
    const refused = take(held, claim("eve"), NONE, now);
    assert(refused.kind === "full");
    assertEquals(refused.retryInMs, 1_000 - now);
  }
  for (const now of [0, 1_000, 99_999]) {
    const back = take(held, claim("ann-2", "token-of-ann"), NONE, now);
    assert(back.kind === "seated");
    assertEquals([back.seat, back.resumed], [0, true]);
  }
  const newcomer = take(held, claim("eve"), NONE, 1_000);
  assert(newcomer.kind === "seated" && newcomer.room !== null);
  assertEquals([newcomer.seat, newcomer.resumed, newcomer.displaced], [0, false, null]);
  assertEquals(take(newcomer.room, claim("ann-3", "token-of-ann"), NONE, 1_000).kind, "full");
});

Deno.test("seat: of two lapsed ones a newcomer takes the one lapsed longer, a free one first", () => {
  const both = sit(sit(EMPTY_ROOM, "ann"), "bob");
  const lapsed = hold(hold(both, "ann", 200) ?? both, "bob", 100);
  assert(lapsed !== null);
  const onLapsed = take(lapsed, claim("eve"), NONE, 500);
  assertEquals(onLapsed.kind === "seated" && onLapsed.seat, 1);
  const onFree = take(release(lapsed, "ann") ?? lapsed, claim("eve"), NONE, 500);
  assertEquals(onFree.kind === "seated" && onFree.seat, 0);
});

Deno.test("seat: a present holder found dead is held or displaced as the finder says", () => {
  const both = sit(sit(EMPTY_ROOM, "ann"), "bob");
  const kept = take(both, claim("eve"), new Map([["ann", 50]]), 0);
  assert(kept.kind === "full");
  assertEquals([kept.retryInMs, kept.present.length], [50, 1]);
  const freed = take(both, claim("eve"), new Map([["ann", 0]]), 0);
  assert(freed.kind === "seated");
  assertEquals([freed.seat, freed.displaced?.seating], [0, "ann"]);
});

Deno.test("seat: the peer is present, held, or, once the hold has passed, nobody", () => {
  const both = sit(sit(EMPTY_ROOM, "ann"), "bob");
  assertEquals(peerOf(both, 0, NONE, 0)?.present, true);
  const held = hold(both, "bob", 10) ?? both;
  assertEquals(peerOf(held, 0, NONE, 9)?.present, false);
  assertStrictEquals(peerOf(held, 0, NONE, 10), null);
  assertStrictEquals(peerOf(both, 0, new Map([["bob", 0]]), 5), null);
});

Deno.test("seat: who acts for an older seating changes nothing", () => {
  const room = sit(sit(EMPTY_ROOM, "ann"), "ann-2", "token-of-ann");
  assertStrictEquals(release(room, "ann"), null);
  assertStrictEquals(hold(room, "ann", 99), null);
  const left = release(room, "ann-2");
  assert(left !== null && isEmpty(left));
});

Deno.test("seat: finding one's own commit done already is success and writes nothing", () => {
  const room = sit(EMPTY_ROOM, "ann");
  const again = take(room, claim("ann"), NONE, 0);
  assert(again.kind === "seated");
  assertEquals([again.room, again.seat, again.resumed, again.evicted], [null, 0, false, null]);
});

/** One step somebody may take; `who` picks one of five people. */
const step = fc.record({
  act: fc.constantFrom("join", "return", "leave", "drop", "die", "stale"),
  who: fc.nat(4),
  waitMs: fc.nat(30),
});

interface Person {
  seating: string | null;
  token: string | null;
}

/** Follows what the rules promise: `safe` says until when each token's seat is its holder's alone. */
class Promises {
  readonly safe = new Map<string, number>();

  kept(now: number): string[] {
    return [...this.safe].filter(([, until]) => until > now).map(([token]) => token);
  }
}

Deno.test("seat: never three, never somebody else's, never locked out, whatever happens", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const people: Person[] = Array.from({ length: 5 }, () => ({ seating: null, token: null }));
      const promises = new Promises();
      const dead = new Map<string, number>();
      const stale: string[] = [];
      let room = EMPTY_ROOM;
      let now = 0;
      for (const [serial, { act, who, waitMs }] of steps.entries()) {
        now += waitMs;
        const person = people[who];
        if (person === undefined) continue;
        const others = promises.kept(now).filter((token) => token !== person.token);
        const before = others.map((token) => seatByToken(room, token));

        if (act === "stale") {
          for (const seating of stale) {
            assertEquals([release(room, seating), hold(room, seating, now)], [null, null]);
          }
        } else if (act === "return" || act === "join" && person.seating === null) {
          const token = act === "return" ? person.token : null;
          const owned = token === null ? null : seatByToken(room, token);
          const seating = `seating-${serial}`;
          const asked = { ...claim(seating, token), newTokenHash: `token-${serial}` };
          const taken = take(room, asked, dead, now);
          if (taken.kind === "full") {
            assertEquals(owned, null, "a holder was locked out of their own seat");
            assertEquals(promises.kept(now).length, 2, "full although a seat was free");
            person.seating = null;
          } else {
            assertEquals(taken.resumed, owned !== null);
            if (owned !== null) assertEquals(taken.seat, owned);
            if (person.seating !== null) stale.push(person.seating);
            room = taken.room ?? room;
            person.seating = seating;
            person.token = taken.resumed ? token : asked.newTokenHash;
            if (person.token !== null) promises.safe.set(person.token, Infinity);
          }
        } else if (person.seating !== null && person.token !== null && act !== "join") {
          const until = now + 20;
          if (act === "leave") {
            room = release(room, person.seating) ?? room;
            promises.safe.delete(person.token);
            stale.push(person.seating);
            person.token = null;
          } else {
            if (act === "drop") room = hold(room, person.seating, until) ?? room;
            else dead.set(person.seating, until);
            promises.safe.set(person.token, until);
          }
          person.seating = null;
        }

        const seats = room.seats.filter((seat) => seat !== null);
        assertEquals(new Set(seats.map((seat) => seat.tokenHash)).size, seats.length);
        assertEquals(new Set(seats.map((seat) => seat.seating)).size, seats.length);
        assert(people.filter(({ seating }) => seating !== null).length <= 2, "three inside");
        assertEquals(others.map((token) => seatByToken(room, token)), before, "a seat was stolen");
      }
    }),
    { numRuns: 3_000 },
  );
});

function seatByToken(room: Room, token: string): number | null {
  const index = room.seats.findIndex((seat) => seat?.tokenHash === token);
  return index === -1 ? null : index;
}
