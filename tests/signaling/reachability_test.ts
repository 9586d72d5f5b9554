/** Nobody loses a seat because a server or KV was slow: two instances in this process, one KV. */
import { assert, assertEquals } from "@std/assert";
import { CLOSE } from "../../signaling/protocol.ts";
import { SHORT, startServer, type TestServerOptions } from "./fixture.ts";
import { HandClock } from "./hand_clock.ts";
import { KvDoor, ModelKv } from "./model_kv.ts";
import type { Page } from "./page.ts";

/**
 * Holds of a tenth of the default. Challenges take longer than a busy machine lets this process
 * stand still: who cannot even hear the own echo in time takes the other for alive.
 */
const TENTH = { ...SHORT, holdLostMs: 1_500, challengeMs: 400 };

function serverBehind(door: KvDoor, options: TestServerOptions = {}) {
  return startServer({ timings: TENTH, openKv: door.openKv, ...options });
}

/** Asks for a seat until it is given, as long as somebody says when to come back. */
async function sitInTime(page: Page, room: string, clock: HandClock) {
  while (true) {
    page.join(room);
    const answer = await page.nextOf("joined", "full");
    if (answer.type === "joined") return answer;
    assert(answer.type === "full" && answer.retryInMs !== null, "nobody says when to come back");
    clock.skip(answer.retryInMs + 1);
  }
}

/** Who sat down later has asked whether the other lives: the answer comes before this signal. */
async function assertHeard(first: Page, later: Page): Promise<void> {
  const signal = { kind: "candidate", connection: "connection-0001", candidate: null } as const;
  later.send({ type: "signal", to: first.session, signal });
  await first.next("signal");
  first.send({ type: "signal", to: later.session, signal });
  await later.next("signal");
}

for (const delayMs of [40, 70]) {
  Deno.test(`seats: KV at +${delayMs} ms a call gives nobody's seat to a stranger`, async () => {
    using kv = await ModelKv.open();
    const [one, two] = [kv.door(), kv.door()];
    await using here = serverBehind(one);
    await using there = serverBehind(two);
    const [ann, bob] = [await here.page(), await here.page()];
    await ann.sit("tea");
    await bob.sit("tea");
    await ann.next("arrived");
    one.delayMs = two.delayMs = delayMs;
    const eve = await there.page();
    for (let tries = 0; tries < 2; tries++) {
      eve.join("tea");
      assertEquals((await eve.next("full")).retryInMs, null, "both are found alive");
    }
    await ann.settle();
    await bob.settle();
    assertEquals([ann.unread, bob.unread], [[], []], "the two inside notice nothing");
  });
}

Deno.test("seats: an instance that paused keeps its people's seats, and the friend hears of both", async () => {
  using kv = await ModelKv.open();
  const [one, two] = [kv.door(), kv.door()];
  await using here = serverBehind(one);
  await using there = serverBehind(two);
  const [ann, bob] = [await here.page(), await there.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await assertHeard(ann, bob);
  one.stop();
  const eve = await there.page();
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs > 1_000 && retryInMs <= TENTH.holdLostMs);
  one.go();
  const back = await bob.next("arrived");
  assertEquals([back.session, back.resumed, back.offer], [ann.session, true, null]);
  eve.join("tea");
  assertEquals((await eve.next("full")).retryInMs, null);
  await ann.settle();
  assertEquals(ann.unread, []);
});

Deno.test("seats: taken from somebody who lives, it goes back by token; the newcomer stands in line", async () => {
  using kv = await ModelKv.open();
  const [one, two] = [kv.door(), kv.door()];
  const clock = new HandClock();
  await using here = serverBehind(one, { clock });
  await using there = serverBehind(two, { clock });
  const [ann, bob] = [await here.page(), await there.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await assertHeard(ann, bob);
  one.stop();
  const eve = await there.page();
  const taken = await sitInTime(eve, "tea", clock);
  assertEquals((await bob.next("arrived")).resumed, false);
  one.go();
  assertEquals((await ann.closed()).code, CLOSE.goingAway);
  const annAgain = await here.page();
  assertEquals((await annAgain.sit("tea", { token })).resumed, true);
  assertEquals((await eve.closed()).code, CLOSE.goingAway);
  const arrived = await bob.next("arrived");
  assertEquals([arrived.holder, arrived.resumed], [annAgain.asPeer().holder, true]);
  const eveAgain = await there.page();
  eveAgain.join("tea", { token: taken.token });
  const inLine = await eveAgain.next("full");
  assert(inLine.retryInMs !== null);
  bob.send({ type: "leave" });
  await annAgain.next("left");
  const gil = await here.page();
  gil.join("tea");
  assert((await gil.next("full")).retryInMs !== null, "kept for who waits");
  assertEquals((await eveAgain.sit("tea", { token: taken.token })).resumed, true);
});

Deno.test("relay: mail whose write KV never answers is written again, and arrives once", async () => {
  using kv = await ModelKv.open();
  const [one, two] = [kv.door(), kv.door()];
  const timings = { ...TENTH, kvCallMs: 100 };
  await using here = serverBehind(one, { timings });
  await using there = serverBehind(two, { timings });
  const [ann, bob] = [await here.page(), await there.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await assertHeard(ann, bob);
  let unanswered = 2;
  two.fate = (call) => call === "commit" && unanswered-- > 0 ? "unanswered" : "fine";
  const signal = { kind: "restart", connection: "connection-0001" } as const;
  bob.send({ type: "signal", to: ann.session, signal });
  assertEquals((await ann.next("signal")).signal, signal);
  await assertHeard(ann, bob);
  assertEquals(ann.unread, []);
});

Deno.test("seats: a killed instance's people are back by token at once", async () => {
  using kv = await ModelKv.open();
  const [one, two] = [kv.door(), kv.door()];
  await using here = serverBehind(one);
  await using there = serverBehind(two);
  const [ann, bob] = [await here.page(), await here.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  one.stop();
  const back = await there.page();
  const joined = await back.sit("tea", { token });
  assertEquals([joined.resumed, joined.peer?.present], [true, true]);
  assertEquals((await back.next("away")).reason, "lost", "and finds out that the other is gone");
  one.go();
});

Deno.test("seats: an old hold of a clock that went back an hour is no hold of an hour", async () => {
  using kv = await ModelKv.open();
  const door = kv.door();
  const clock = new HandClock();
  clock.wallAheadMs = 3_600_000;
  await using server = serverBehind(door, { clock });
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await bob.close();
  await ann.next("away");
  clock.wallAheadMs = 0;
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs <= TENTH.holdLostMs, `${retryInMs}`);
  await sitInTime(eve, "tea", clock);
});
