import { assert, assertEquals } from "@std/assert";
import { CLOSE } from "../../signaling/protocol.ts";
import { SHORT, startServer } from "./fixture.ts";
import { HandClock } from "./hand_clock.ts";
import { offerFor } from "./page.ts";

Deno.test("rooms: a new name makes a room, the same name meets, whatever its case", async () => {
  await using server = startServer();
  const [ann, bob] = [await server.page(), await server.page()];
  const first = await ann.sit("  Tea  Time ");
  assertEquals([first.room, first.seat, first.resumed, first.peer], ["Tea Time", 0, false, null]);
  const offer = offerFor("connection-0001");
  const second = await bob.sit("TEA TIME", { offer });
  assertEquals(second.peer, ann.asPeer());
  assertEquals(second.seat, 1);
  assertEquals(await ann.next("arrived"), {
    type: "arrived",
    session: bob.session,
    holder: bob.asPeer().holder,
    resumed: false,
    connection: "connection-0001",
    offer,
  });
});

Deno.test("rooms: a third person is told full, tries another name on the same socket", async () => {
  await using server = startServer();
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  eve.join("tea");
  assertEquals(await eve.next("full"), {
    type: "full",
    request: eve.request,
    room: "tea",
    retryInMs: null,
    firstInLine: false,
  });
  assertEquals((await eve.sit("coffee")).seat, 0);
  await ann.settle();
  await bob.settle();
});

Deno.test("rooms: a bad name is told which rule it breaks, and the socket stays usable", async () => {
  await using server = startServer();
  const page = await server.page();
  for (
    const [name, problem] of [["", "blank"], [" \t ", "blank"], ["x".repeat(65), "too-long"], [
      "a\u0000b",
      "control-characters",
    ]] as const
  ) {
    page.join(name);
    const error = await page.next("error");
    assertEquals([error.code, error.problem], ["bad-room-name", problem]);
  }
  await page.sit("fine");
});

Deno.test("relay: signals reach the other's current session and nobody else", async () => {
  await using server = startServer();
  const [ann, bob] = [await server.page(), await server.page()];
  const [cid, dan] = [await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await cid.sit("coffee");
  await dan.sit("coffee");
  await cid.next("arrived");
  const signal = { kind: "candidate", connection: "connection-0001", candidate: null } as const;
  ann.send({ type: "signal", to: dan.session, signal });
  ann.send({ type: "signal", to: "session-unknown", signal });
  ann.send({ type: "signal", to: bob.session, signal });
  assertEquals(await bob.next("signal"), { type: "signal", from: ann.session, signal });
  await ann.settle();
  await dan.settle();
  assertEquals(bob.unread, []);
});

Deno.test("seat: leaving frees it at once and the other is told", async () => {
  await using server = startServer();
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  ann.send({ type: "leave" });
  assertEquals(await bob.next("left"), { type: "left", session: ann.session });
  assertEquals((await eve.sit("tea")).seat, 0);
  assertEquals((await bob.next("arrived")).session, eve.session);
  ann.join("tea");
  assertEquals((await ann.next("full")).retryInMs, null);
});

Deno.test("seat: a lost socket holds it, the token resumes it at once with the same token", async () => {
  await using server = startServer();
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.close();
  const away = await bob.next("away");
  assertEquals([away.session, away.reason, away.holdMs], [ann.session, "lost", 15_000]);
  eve.join("tea");
  const full = await eve.next("full");
  assert(full.retryInMs !== null && full.retryInMs > 14_000 && full.retryInMs <= 15_000);
  const back = await server.page();
  const joined = await back.sit("tea", { token });
  assertEquals([joined.resumed, joined.token, joined.seat], [true, token, 0]);
  assertEquals(joined.peer, bob.asPeer());
  assertEquals((await bob.next("arrived")).session, back.session);
});

Deno.test("seat: a closing page holds it briefly, whichever way it says so", async (t) => {
  const ways = {
    "code 1001": [false, 1001],
    "code 4001": [false, CLOSE.pageClosing],
    "message": [true, 1000],
  } as const;
  for (const [way, [says, code]] of Object.entries(ways)) {
    // Deno's client may not close with 1001 itself, as browsers do for a page that goes.
    if (code === 1001) continue;
    await t.step(way, async () => {
      await using server = startServer();
      const [ann, bob] = [await server.page(), await server.page()];
      await ann.sit("tea");
      await bob.sit("tea");
      if (says) ann.send({ type: "closing" });
      await ann.close(code);
      const away = await bob.next("away");
      assertEquals([away.reason, away.holdMs], ["closing", 5_000]);
    });
  }
});

Deno.test("seat: a hold that has passed is free for a newcomer, and resumes until then", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.close();
  await bob.next("away");
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs <= SHORT.holdLostMs);
  clock.skip(retryInMs + 1);
  const back = await server.page();
  assertEquals((await back.sit("tea", { token })).resumed, true);
  await back.close();
  await bob.next("arrived");
  await bob.next("away");
  clock.skip(SHORT.holdLostMs + 1);
  assertEquals((await eve.sit("tea")).resumed, false);
  const late = await server.page();
  late.join("tea", { token });
  await late.next("full");
});

Deno.test("seat: a peer whose hold has passed counts as nobody", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await bob.close();
  await ann.next("arrived");
  await ann.next("away");
  const soon = await server.page();
  assertEquals((await soon.sit("tea", { token })).peer, bob.asPeer(false));
  clock.skip(SHORT.holdLostMs + 1);
  const late = await server.page();
  assertEquals((await late.sit("tea", { token })).peer, null);
});

Deno.test("seat: resuming evicts one's own older socket, which is told", async () => {
  await using server = startServer();
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  const newer = await server.page();
  await newer.sit("tea", { token });
  await ann.next("arrived");
  await ann.next("elsewhere");
  assertEquals((await ann.closed()).code, CLOSE.elsewhere);
  assertEquals((await bob.next("arrived")).session, newer.session);
  await bob.settle();
});

Deno.test("seat: joining again with one's own token keeps it and passes a fresh offer on", async () => {
  await using server = startServer();
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  const offer = offerFor("connection-0002");
  const again = await ann.sit("tea", { token, offer });
  assertEquals([again.resumed, again.seat, again.token], [true, 0, token]);
  assertEquals((await bob.next("arrived")).offer, offer);
  ann.join("tea");
  assertEquals((await ann.next("error")).code, "out-of-order");
  ann.join("coffee", { token });
  assertEquals((await ann.next("error")).code, "out-of-order");
  await ann.settle();
});

Deno.test("seat: a token that is no seat's opens none, and becomes the newcomer's own", async () => {
  await using server = startServer();
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  eve.join("tea", { token: "A".repeat(24) });
  await eve.next("full");
  const own = "E".repeat(22);
  const other = await eve.sit("coffee", { token: own });
  assertEquals([other.resumed, other.token], [false, own]);
  // The answer was lost, and the question is asked again on another socket: it is the same question.
  const again = await (await server.page()).sit("coffee", { token: own });
  assertEquals([again.resumed, again.seat, again.peer], [true, other.seat, null]);
  await eve.next("elsewhere");
});

Deno.test("seat: a token too short to be a secret is not taken for one", async () => {
  await using server = startServer();
  const eve = await server.page();
  const short = "E".repeat(21);
  assert((await eve.sit("coffee", { token: short })).token !== short);
});

Deno.test("seat: left on a dead socket, it is given up from the next one", async () => {
  await using server = startServer();
  const [ann, bob, eve] = [await server.page(), await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  const back = await server.page();
  back.send({ type: "leave", of: { room: "coffee", token } });
  back.send({ type: "leave", of: { room: "tea", token: "X".repeat(22) } });
  back.send({ type: "leave", of: { room: "TEA", token } });
  assertEquals((await bob.next("left")).session, ann.session);
  assertEquals((await ann.closed()).code, CLOSE.goingAway);
  assertEquals((await eve.sit("tea")).peer?.session, bob.session);
});

Deno.test("order: a signal before a join is refused and harms nobody", async () => {
  await using server = startServer();
  const page = await server.page();
  const signal = { kind: "candidate", connection: "connection-0001", candidate: null } as const;
  page.send({ type: "signal", to: page.session, signal });
  assertEquals((await page.next("error")).code, "out-of-order");
  await page.sit("tea");
});

Deno.test("order: a leave sent right behind a join takes effect after it", async () => {
  await using server = startServer();
  const [ann, bob] = [await server.page(), await server.page()];
  ann.join("tea");
  ann.send({ type: "leave" });
  await ann.next("joined");
  await ann.settle();
  assertEquals((await bob.sit("tea")).peer, null);
});
