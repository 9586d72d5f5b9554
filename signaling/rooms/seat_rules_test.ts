import { assert, assertEquals, assertStrictEquals } from "@std/assert";
import { fc } from "../../tests/signaling/deps.ts";
import { EMPTY_ROOM, isEmpty, type Room, seatOf } from "./room.ts";
import { affirm, doubt, expel, hold, release, vouch } from "./seat_rules.ts";
import { type Circumstances, type Finding, peerOf } from "./seat_status.ts";
import { type Claim, take, type Taken } from "./take.ts";

const SPANS = { holdMs: 15_000, lineMs: 20_000, lineRetryMs: 5_000 };
const ALIVE: Finding = { kind: "alive" };

function at(now: number, findings: Record<string, Finding> = {}): Circumstances {
  return { now, spans: SPANS, findings: new Map(Object.entries(findings)) };
}

function claim(name: string, token: string | null = null): Claim {
  return {
    instance: "here",
    seating: name,
    session: `session-of-${name}`,
    tokenHash: token,
    newTokenHash: `token-of-${name}`,
    newcomer: "welcome",
  };
}

type Seated = Extract<Taken, { kind: "seated" }>;
type Full = Extract<Taken, { kind: "full" }>;

function seated(taken: Taken): Seated & { readonly room: Room } {
  assert(taken.kind === "seated" && taken.room !== null, taken.kind);
  return { ...taken, room: taken.room };
}

function full(taken: Taken): Full {
  assert(taken.kind === "full", taken.kind);
  return taken;
}

function sit(room: Room, name: string, { token = null, now = 0 }: Try = {}): Room {
  return seated(take(room, claim(name, token), at(now))).room;
}

interface Try {
  readonly token?: string | null;
  readonly now?: number;
}

/** Ann on seat 0, Bob on seat 1. */
const BOTH = sit(sit(EMPTY_ROOM, "ann"), "bob");
const BOTH_ALIVE = { ann: ALIVE, bob: ALIVE };

function must(room: Room | null): Room {
  assert(room !== null);
  return room;
}

/** Ann could not be reached, her hold ran out, Eve has the seat. */
function eveDisplacesAnn(): Room {
  return sit(must(doubt(BOTH, "ann", 15_000)), "eve", { now: 15_000 });
}

Deno.test("seats: the first gets 0, the second 1, a third asks about both and is told full", () => {
  assertEquals([seatOf(BOTH, "ann"), seatOf(BOTH, "bob")], [0, 1]);
  assertEquals([sit(EMPTY_ROOM, "ann").met, BOTH.met], [false, true]);
  const places = [{ instance: "here", seating: "ann" }, { instance: "here", seating: "bob" }];
  assertEquals(take(BOTH, claim("eve"), at(0)), { kind: "ask", places });
  const told = full(take(BOTH, claim("eve"), at(0, BOTH_ALIVE)));
  assertEquals([told.room, told.retryInMs], [null, null]);
});

Deno.test("seats: a held one is refused until its hold passes, and resumed by token either way", () => {
  const held = must(hold(BOTH, "ann", 1_000));
  for (const now of [0, 999]) {
    assertEquals(full(take(held, claim("eve"), at(now, BOTH_ALIVE))).retryInMs, 1_000 - now);
  }
  for (const now of [0, 1_000, 99_999]) {
    const back = seated(take(held, claim("ann-2", "token-of-ann"), at(now)));
    assertEquals([back.seat, back.resumed, back.replaced], [0, true, []]);
  }
  const newcomer = seated(take(held, claim("eve"), at(1_000)));
  assertEquals([newcomer.seat, newcomer.resumed, newcomer.replaced], [0, false, []]);
});

Deno.test("seats: of two lapsed ones a newcomer takes the one lapsed longer, a free one first", () => {
  const lapsed = must(hold(must(hold(BOTH, "ann", 200)), "bob", 100));
  assertEquals(seated(take(lapsed, claim("eve"), at(500))).seat, 1);
  const onFree = take(must(release(lapsed, "ann")), claim("eve"), at(500));
  assertEquals(seated(onFree).seat, 0);
});

Deno.test("seats: a holder surely gone is held or lapsed as their instance said", () => {
  const kept = take(BOTH, claim("eve"), at(0, { ann: { kind: "gone", until: 50 }, bob: ALIVE }));
  assertEquals(full(kept).retryInMs, 50);
  const free = seated(take(BOTH, claim("eve"), at(0, { ann: { kind: "gone", until: 0 } })));
  assertEquals([free.seat, free.replaced], [0, []]);
});

Deno.test("seats: who cannot be reached is lost a moment ago, held, and back when they say so", () => {
  const doubted = must(doubt(BOTH, "ann", 15_000));
  const refused = full(take(doubted, claim("eve"), at(1, BOTH_ALIVE)));
  assertEquals(refused.retryInMs, 14_999);
  assertStrictEquals(doubt(doubted, "ann", 20_000), null, "a hold is laid once");
  const affirmed = must(affirm(doubted, "ann"));
  assertEquals(affirmed.seats, BOTH.seats);
  assertStrictEquals(affirm(must(hold(BOTH, "ann", 9)), "ann"), null, "who is gone is gone");
  const resumed = seated(take(doubted, claim("ann-2", "token-of-ann"), at(1)));
  assertEquals(resumed.replaced.map(({ seating, how }) => [seating, how]), [["ann", "elsewhere"]]);
});

Deno.test("seats: a doubted holder whose seat was taken is told, and takes it back by token", () => {
  const taken = eveDisplacesAnn();
  assertEquals(taken.replaced.map(({ seating, how }) => [seating, how]), [["ann", "displaced"]]);
  const back = seated(take(taken, claim("ann-2", "token-of-ann"), at(16_000)));
  assertEquals([back.seat, back.resumed, back.tokenHash], [0, true, "token-of-ann"]);
  const told = back.replaced.map(({ seating, how }) => [seating, how]);
  assertEquals(told, [["ann", "displaced"], ["eve", "displaced"]]);
});

Deno.test("seats: two tokens never take one seat from each other in turn", () => {
  const back = sit(eveDisplacesAnn(), "ann-2", { token: "token-of-ann", now: 16_000 });
  const eve = take(
    back,
    claim("eve-2", "token-of-eve"),
    at(17_000, { "ann-2": ALIVE, bob: ALIVE }),
  );
  assertEquals(full(eve).retryInMs, SPANS.lineRetryMs);
});

Deno.test("seats: whoever was displaced first has the better right, along a chain of displacing", () => {
  const fay = sit(must(doubt(eveDisplacesAnn(), "eve", 30_000)), "fay", { now: 30_000 });
  const eveBack = sit(fay, "eve-2", { token: "token-of-eve", now: 31_000 });
  assertEquals(eveBack.seats[0]?.tokenHash, "token-of-eve");
  const annBack = sit(eveBack, "ann-2", { token: "token-of-ann", now: 32_000 });
  assertEquals(annBack.seats[0]?.tokenHash, "token-of-ann");
  const alive = { "ann-2": ALIVE, bob: ALIVE };
  for (const who of ["eve", "fay"]) {
    full(take(annBack, claim(`${who}-3`, `token-of-${who}`), at(33_000, alive)));
  }
});

Deno.test("seats: a token whose hold ran out waits in line, and a seat that frees is theirs only", () => {
  const taken = sit(must(hold(BOTH, "ann", 100)), "eve", { now: 100 });
  const alive = { eve: ALIVE, bob: ALIVE };
  const late = full(take(taken, claim("ann-2", "token-of-ann"), at(200, alive)));
  assertEquals([late.retryInMs, late.firstInLine], [SPANS.lineRetryMs, true]);
  const lined = must(late.room);
  const freed = must(release(lined, "bob"));
  assertEquals(full(take(freed, claim("gil"), at(300, alive))).retryInMs, 19_900);
  const seat = seated(take(freed, claim("ann-3", "token-of-ann"), at(300, alive)));
  assertEquals([seat.seat, seat.resumed, seat.tokenHash], [1, true, "token-of-ann"]);
  assertEquals(seated(take(freed, claim("gil"), at(200 + SPANS.lineMs, alive))).seat, 1);
  const bothFree = must(release(freed, "eve"));
  if (!isEmpty(bothFree)) seated(take(bothFree, claim("gil"), at(300)));
});

Deno.test("seats: a try in line renews the wait, but not every try is written", () => {
  const taken = sit(must(hold(BOTH, "ann", 100)), "eve", { now: 100 });
  const alive = { eve: ALIVE, bob: ALIVE };
  const lined = must(full(take(taken, claim("ann-2", "token-of-ann"), at(200, alive))).room);
  assertEquals(full(take(lined, claim("ann-3", "token-of-ann"), at(300, alive))).room, null);
  const renewed = must(full(take(lined, claim("ann-4", "token-of-ann"), at(9_000, alive))).room);
  assertEquals(renewed.former[0]?.waitingUntil, 9_000 + SPANS.lineMs);
});

Deno.test("seats: a hold or a wait longer than any can be is repaired, not believed", () => {
  const hour = 3_600_000;
  const jumped = must(hold(BOTH, "ann", hour));
  const told = full(take(jumped, claim("eve"), at(0, BOTH_ALIVE)));
  assertEquals([told.retryInMs, told.room?.seats[0]?.heldUntil], [SPANS.holdMs, SPANS.holdMs]);
  const lined: Room = {
    ...must(release(BOTH, "ann")),
    former: [{ tokenHash: "token-of-ann", displacedBy: null, waitingUntil: hour }],
  };
  assertEquals(full(take(lined, claim("eve"), at(0, BOTH_ALIVE))).retryInMs, SPANS.lineMs);
});

Deno.test("seats: a friend who still gets media vouches for a held seat, never for another", () => {
  const held = must(hold(BOTH, "ann", 15_000));
  const bob = { seating: "bob", session: "session-of-ann" };
  assertStrictEquals(vouch(held, bob, { now: 4_000, holdMs: 15_000 }), null, "two thirds are left");
  const vouched = must(vouch(held, bob, { now: 6_000, holdMs: 15_000 }));
  assertEquals(vouched.seats[0]?.heldUntil, 21_000);
  const late = must(vouch(held, bob, { now: 16_000, holdMs: 15_000 }));
  assertEquals(late.seats[0]?.heldUntil, 31_000, "lapsed, but nobody has it");
  const now = { now: 16_000, holdMs: 15_000 };
  assertStrictEquals(vouch(BOTH, bob, now), null, "present");
  assertStrictEquals(vouch(held, { ...bob, seating: "eve" }, now), null, "a stranger's word");
  const taken = sit(held, "eve", { now: 15_000 });
  assertStrictEquals(vouch(taken, bob, now), null, "somebody else's by now");
});

Deno.test("seats: refused, a seat is free and its token worth nothing, not even in line", () => {
  const taken = sit(must(hold(BOTH, "ann", 100)), "eve", { now: 100 });
  const bob = { seating: "bob", session: "session-of-eve" };
  const expelled = expel(taken, bob, 200);
  assert(expelled !== null);
  assertEquals(expelled.place, { instance: "here", seating: "eve" });
  assertEquals([expelled.room.seats[0], expelled.room.replaced[0]?.how], [null, "refused"]);
  const back = seated(take(expelled.room, claim("ann-2", "token-of-ann"), at(300, { bob: ALIVE })));
  assertEquals(back.tokenHash, "token-of-ann");
  full(take(back.room, claim("eve-2", "token-of-eve"), at(400, { "ann-2": ALIVE, bob: ALIVE })));
  assertEquals(back.room.former, []);
  assertStrictEquals(expel(taken, { ...bob, session: "session-of-ann" }, 200), null);
  assertStrictEquals(expel(taken, { ...bob, seating: "gil" }, 200), null);
});

Deno.test("seats: past the budget a token may resume and nothing else, full room or empty", () => {
  const poor = (name: string, token: string | null) => ({
    ...claim(name, token),
    newcomer: "unwelcome" as const,
  });
  for (const room of [EMPTY_ROOM, sit(EMPTY_ROOM, "ann"), BOTH]) {
    assertEquals(take(room, poor("eve", "invented"), at(0)), { kind: "unwelcome" });
  }
  assertEquals(seated(take(BOTH, poor("ann-2", "token-of-ann"), at(0))).resumed, true);
  const guest = { ...claim("eve"), newcomer: "company-only" as const };
  assertEquals(take(EMPTY_ROOM, guest, at(0)), { kind: "unwelcome" });
  assertEquals(seated(take(sit(EMPTY_ROOM, "ann"), guest, at(0))).created, false);
});

Deno.test("seats: the peer is present, held, or, once the hold has passed, nobody", () => {
  assertEquals(peerOf(BOTH, 0, at(0))?.present, true);
  const held = must(hold(BOTH, "bob", 10));
  assertEquals(peerOf(held, 0, at(9))?.present, false);
  assertStrictEquals(peerOf(held, 0, at(10)), null);
  assertStrictEquals(peerOf(BOTH, 0, at(5, { bob: { kind: "gone", until: 0 } })), null);
});

Deno.test("seats: who acts for an older seating changes nothing", () => {
  const room = sit(sit(EMPTY_ROOM, "ann"), "ann-2", { token: "token-of-ann" });
  assertStrictEquals(release(room, "ann"), null);
  assertStrictEquals(hold(room, "ann", 99), null);
  assertStrictEquals(doubt(room, "ann", 99), null);
  assert(isEmpty(must(release(room, "ann-2"))));
});

Deno.test("seats: finding one's own commit done is success, writes nothing, and tells all it must", () => {
  const room = eveDisplacesAnn();
  const again = take(room, claim("eve"), at(15_001));
  assert(again.kind === "seated");
  assertEquals([again.room, again.seat, again.resumed], [null, 0, false]);
  assertEquals(again.replaced.map(({ seating }) => seating), ["ann"]);
});

/** One step somebody may take; `who` picks one of five people. */
const step = fc.record({
  act: fc.constantFrom("join", "return", "leave", "drop", "doubt", "affirm", "vouch", "refuse"),
  who: fc.nat(4),
  waitMs: fc.oneof(fc.nat(3_000), fc.constantFrom(16_000, 21_000)),
});

interface Person {
  /** What they believe to have, until they are told. */
  seating: string | null;
  token: string | null;
}

/** Plays a room with five people, all of whom can be reached unless `doubt` says otherwise. */
class Play {
  readonly people: Person[] = Array.from({ length: 5 }, () => ({ seating: null, token: null }));
  room: Room = EMPTY_ROOM;
  now = 0;
  #serial = 0;

  act(act: string, who: number): void {
    const person = this.people[who];
    if (person === undefined) return;
    switch (act) {
      case "join":
      case "return":
        return this.#join(person, act === "return" ? person.token : null);
      case "leave":
        this.#change(person.seating, (seating) => release(this.room, seating));
        person.seating = person.token = null;
        return;
      case "drop":
        this.#change(person.seating, (seating) => hold(this.room, seating, this.now + 15_000));
        person.seating = null;
        return;
      case "doubt":
        return this.#change(person.seating, (seating) => {
          return doubt(this.room, seating, this.now + SPANS.holdMs);
        });
      case "affirm":
        return this.#change(person.seating, (seating) => affirm(this.room, seating));
      default:
        return this.#onPeer(act, person);
    }
  }

  #join(person: Person, token: string | null): void {
    if (person.seating !== null && token === null) return;
    const seating = `seating-${++this.#serial}`;
    const asked = { ...claim(seating, token), newTokenHash: `token-${this.#serial}` };
    const owned = token !== null && this.room.seats.some((seat) => seat?.tokenHash === token);
    const found: Record<string, Finding> = {};
    for (const seat of this.room.seats) if (seat !== null) found[seat.seating] = ALIVE;
    const kept = this.room.seats.filter((seat) => {
      return seat !== null && seat.tokenHash !== token && (seat.heldUntil ?? Infinity) > this.now;
    });
    const rights = this.room.former.find((former) => former.tokenHash === token)?.displacedBy;
    const taken = take(this.room, asked, at(this.now, found));
    if (taken.kind !== "seated") {
      assert(!owned, "a holder was locked out of their own seat");
      if (taken.kind === "full") this.room = taken.room ?? this.room;
      return;
    }
    this.room = taken.room ?? this.room;
    person.seating = seating;
    person.token = taken.tokenHash;
    for (const { seating: told } of taken.replaced) {
      for (const other of this.people) if (other.seating === told) other.seating = null;
    }
    for (const seat of kept) {
      const still = this.room.seats.some((now) => now?.tokenHash === seat?.tokenHash);
      assert(still || rights === seat?.tokenHash, "a seat was stolen from a holder not in doubt");
    }
  }

  #onPeer(act: string, { seating }: Person): void {
    if (seating === null) return;
    const opposite = this.room.seats.find((seat) => seat !== null && seat.seating !== seating);
    const asked = { seating, session: opposite?.session ?? "" };
    if (act === "vouch") {
      this.room = vouch(this.room, asked, { now: this.now, holdMs: SPANS.holdMs }) ?? this.room;
      return;
    }
    const expelled = expel(this.room, asked, this.now);
    if (expelled === null) return;
    this.room = expelled.room;
    for (const other of this.people) {
      if (other.seating === expelled.place.seating) other.seating = other.token = null;
    }
  }

  #change(seating: string | null, rule: (seating: string) => Room | null): void {
    if (seating !== null) this.room = rule(seating) ?? this.room;
  }
}

Deno.test("seats: never three, never somebody else's, never locked out, nobody untold, whatever happens", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60, size: "max" }), (steps) => {
      const play = new Play();
      for (const { act, who, waitMs } of steps) {
        play.now += waitMs;
        play.act(act, who);
        const seats = play.room.seats.filter((seat) => seat !== null);
        assertEquals(new Set(seats.map((seat) => seat.tokenHash)).size, seats.length);
        const inside = play.people.filter(({ seating }) => seating !== null);
        assert(inside.length <= 2, "three believe that they sit");
        for (const { seating } of inside) {
          const has = seats.some((seat) => seat.seating === seating);
          assert(has, "somebody lost the seat and was not told");
        }
        assert(play.room.former.length <= 4 && play.room.replaced.length <= 6);
        assert(seats.every((seat) => (seat.heldUntil ?? 0) <= play.now + SPANS.holdMs));
      }
    }),
    { numRuns: 3_000 },
  );
});

Deno.test("seats: whoever lives gets the seat back in the end, and then nobody moves any more", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: "max" }), (steps) => {
      const play = new Play();
      for (const { act, who, waitMs } of steps) {
        play.now += waitMs;
        play.act(act, who);
      }
      function holders(): string {
        return play.room.seats.map((seat) => seat?.tokenHash).join();
      }
      // Everybody comes back by token again and again: after two rounds no seat changes hands.
      for (let rounds = 0; rounds < 2; rounds++) {
        for (const who of play.people.keys()) play.act("return", who);
      }
      const settled = holders();
      for (const who of [...play.people.keys(), ...play.people.keys()]) {
        play.act("return", who);
        assertEquals(holders(), settled);
      }
    }),
    { numRuns: 1_000 },
  );
});
