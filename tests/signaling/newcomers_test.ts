/** Who is in the room and who may stay there: holders, vouching, refusing, and old pages. */
import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { CLOSE, OLD_PROTOCOLS } from "../../signaling/protocol.ts";
import { systemSecrets } from "../../signaling/rooms/tokens.ts";
import { SHORT, startServer, type TestServer } from "./fixture.ts";
import { HandClock } from "./hand_clock.ts";
import type { Page } from "./page.ts";
import { RawSocket } from "../rig/raw_socket.ts";

async function pair(server: TestServer) {
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  return { ann, bob, token };
}

async function nothingNew(...pages: Page[]): Promise<void> {
  for (const page of pages) {
    await page.settle();
    assertEquals(page.unread, []);
  }
}

Deno.test("answers: each says which join it answers, and errors of no join say none", async () => {
  await using server = startServer();
  const { ann } = await pair(server);
  const eve = await server.page();
  eve.join("tea");
  assertEquals((await eve.next("full")).request, eve.request);
  eve.join("");
  assertEquals((await eve.next("error")).request, eve.request);
  assertEquals((await eve.sit("coffee")).request, eve.request);
  ann.join("coffee");
  const refused = await ann.next("error");
  assertEquals([refused.code, refused.request], ["out-of-order", ann.request]);
  ann.sendRaw("nonsense");
  assertEquals((await ann.next("error")).request, null);
});

Deno.test("answers: a bug of the server answers the join it broke, and is logged", async () => {
  const events: string[] = [];
  function newToken(): string {
    throw new TypeError("no more tokens");
  }
  await using server = startServer({
    secrets: { ...systemSecrets, newToken },
    log: (_level, event) => void events.push(event),
  });
  const page = await server.page();
  page.join("tea");
  const error = await page.next("error");
  assertEquals([error.code, error.request], ["internal", page.request]);
  assert(events.includes("bug"));
  await page.settle();
});

Deno.test("holder: the same after a reload, another for another person, and never the token", async () => {
  await using server = startServer();
  const { ann, bob, token } = await pair(server);
  const { holder } = ann.asPeer();
  await ann.close(CLOSE.pageClosing);
  await bob.next("away");
  const reloaded = await server.page();
  await reloaded.sit("tea", { token });
  const back = await bob.next("arrived");
  assertEquals([back.holder, back.resumed], [holder, true]);
  assert(!holder.includes(token) && /^[\w-]{22}$/.test(holder));
  reloaded.send({ type: "leave" });
  await bob.next("left");
  const eve = await server.page();
  const { peer } = await eve.sit("tea");
  assertEquals(peer?.holder, bob.asPeer().holder);
  const stranger = await bob.next("arrived");
  assertNotEquals(stranger.holder, holder);
  assertEquals(stranger.resumed, false);
});

Deno.test("leave: without a seat it is no error", async () => {
  await using server = startServer();
  const page = await server.page();
  page.send({ type: "leave" });
  await nothingNew(page);
});

Deno.test("vouch: a friend whose media arrive keeps the seat held, as long as it is said", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const { ann, bob, token } = await pair(server);
  await ann.close();
  await bob.next("away");
  const eve = await server.page();
  // Repeated for three times as long as the hold of a lost socket.
  for (let quarters = 0; quarters < 12; quarters++) {
    bob.send({ type: "vouch", session: ann.session });
    await bob.settle();
    clock.skip(SHORT.holdLostMs / 4);
    eve.join("tea");
    const { retryInMs } = await eve.next("full");
    assert(retryInMs !== null && retryInMs <= SHORT.holdLostMs);
  }
  const back = await server.page();
  assertEquals((await back.sit("tea", { token })).resumed, true);
});

Deno.test("vouch: nobody vouches for a stranger, a former page, or from outside", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const { ann, bob } = await pair(server);
  const eve = await server.page();
  await ann.close();
  await bob.next("away");
  bob.send({ type: "vouch", session: "session-other" });
  eve.send({ type: "vouch", session: ann.session });
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  clock.skip((retryInMs ?? 0) + 1);
  await eve.sit("tea");
  await bob.next("arrived");
  bob.send({ type: "vouch", session: ann.session });
  await nothingNew(bob, eve);
});

Deno.test("refuse: the newcomer is told and closed, the seat is free, the token worth nothing", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const { ann, bob } = await pair(server);
  await ann.close();
  await bob.next("away");
  clock.skip(SHORT.holdLostMs + 1);
  const eve = await server.page();
  const { token } = await eve.sit("tea");
  await bob.next("arrived");
  bob.send({ type: "refuse", session: eve.session });
  assertEquals(await bob.next("left"), { type: "left", session: eve.session });
  await eve.next("refused");
  assertEquals((await eve.closed()).code, CLOSE.refused);
  const again = await server.page();
  assertEquals((await again.sit("tea", { token })).resumed, false, "as anybody else");
  await bob.next("arrived");
});

Deno.test("refuse: who was displaced by the refused one is back by token", async () => {
  const clock = new HandClock();
  await using server = startServer({ timings: SHORT, clock });
  const { ann, bob, token } = await pair(server);
  await ann.close();
  await bob.next("away");
  clock.skip(SHORT.holdLostMs + 1);
  const eve = await server.page();
  await eve.sit("tea");
  await bob.next("arrived");
  bob.send({ type: "refuse", session: eve.session });
  await bob.next("left");
  const back = await server.page();
  assertEquals((await back.sit("tea", { token })).resumed, true);
  assertEquals((await bob.next("arrived")).holder, ann.asPeer().holder);
});

Deno.test("refuse: nobody is turned out from outside, and nobody who is not there", async () => {
  await using server = startServer();
  const { ann, bob } = await pair(server);
  const eve = await server.page();
  eve.send({ type: "refuse", session: ann.session });
  await eve.settle();
  bob.send({ type: "refuse", session: "session-other" });
  bob.send({ type: "refuse", session: bob.session });
  await nothingNew(ann, bob, eve);
});

Deno.test("outdated: a page of the former protocol is told so in its own, and closed with 4005", async () => {
  await using server = startServer({ env: { LIMIT_SOCKETS_PER_ADDRESS: "1" } });
  for (const protocol of OLD_PROTOCOLS) {
    const socket = new WebSocket(server.url, protocol);
    const said = new Promise<string>((resolve) => socket.onmessage = ({ data }) => resolve(data));
    const closed = new Promise<CloseEvent>((resolve) => socket.onclose = resolve);
    const error = JSON.parse(await said);
    assertEquals([socket.protocol, error.type, error.code], [protocol, "error", "outdated"]);
    assertEquals((await closed).code, CLOSE.outdated);
  }
  // Ours is preferred, in whatever order they are offered.
  const both = { "sec-websocket-protocol": `${OLD_PROTOCOLS[0]}, duet.v2` };
  using socket = await RawSocket.open(server.url, both);
  await socket.readUntil("welcome");
});
