import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { FakeStorage, type FakeTab } from "../../tests/fakes/storage.ts";
import { createIdentity, type Identity } from "./identity.ts";

function browser() {
  const clock = new FakeClock();
  const storage = new FakeStorage();
  let ids = 0;
  function page(tab: FakeTab = { seat: null }): Identity {
    const { locks } = storage;
    const newId = () => `fresh-${ids++}`;
    return createIdentity({ memory: storage.memory(tab), locks, clock, newId });
  }
  /** Waits as long as pages do for a storage or a lock. */
  async function within<T>(answer: Promise<T>): Promise<T> {
    await clock.pass(3_000);
    return answer;
  }
  return { clock, storage, page, within };
}

Deno.test("identity: each life of a page has a session of its own", () => {
  const { page } = browser();
  assertNotEquals(page().session, page().session);
});

Deno.test("identity: a reload in the same tab returns and resumes", async () => {
  const { page, storage, within } = browser();
  const tab = { seat: null };
  page(tab).keep("Kitchen", "token-a");
  await within(Promise.resolve());
  storage.close();
  const reloaded = page(tab);
  assertEquals(await within(reloaded.returnTo("Kitchen")), "Kitchen");
  assertEquals(await within(reloaded.tokenFor("kitchen")), "token-a");
});

Deno.test("identity: a reload waits a moment for the lock of the page before", async () => {
  const { page, storage, clock } = browser();
  const tab = { seat: null };
  page(tab).keep("Kitchen", "token-a");
  await clock.pass(0);
  const token = page(tab).tokenFor("Kitchen");
  await clock.pass(300);
  storage.close();
  await clock.pass(0);
  assertEquals(await token, "token-a");
});

Deno.test("identity: after a crash another tab of the browser returns", async () => {
  const { page, storage, within } = browser();
  page().keep("Kitchen", "token-a");
  await within(Promise.resolve());
  storage.close();
  assertEquals(await within(page().tokenFor("Kitchen")), "token-a");
});

Deno.test("identity: a second tab beside a living one is a newcomer", async () => {
  const { page, within } = browser();
  page().keep("Kitchen", "token-a");
  const second = page();
  assertEquals(await within(second.returnTo("Kitchen")), null);
  assertNotEquals(await within(second.tokenFor("Kitchen")), "token-a");
});

Deno.test("identity: a duplicated tab finds the seat taken, although its storage names it", async () => {
  const { page, within } = browser();
  const tab: FakeTab = { seat: null };
  page(tab).keep("Kitchen", "token-a");
  const twin = page({ ...tab });
  assertEquals(await within(twin.returnTo("Kitchen")), null);
  assertNotEquals(await within(twin.tokenFor("Kitchen")), "token-a");
});

Deno.test("identity: two tabs as two people each return to their own seat", async () => {
  const { page, storage, within } = browser();
  const tabs: FakeTab[] = [{ seat: null }, { seat: null }];
  page(tabs[0]).keep("Kitchen", "token-a");
  page(tabs[1]).keep("Kitchen", "token-b");
  await within(Promise.resolve());
  storage.close();
  const own = page(tabs[0]);
  assertEquals(await within(own.tokenFor("Kitchen")), "token-a");
  const tokens = [await within(page().tokenFor("Kitchen"))];
  assertEquals(tokens, ["token-b"]);
});

Deno.test("identity: an old seat is not walked into, but resumed when asked for", async () => {
  const { page, storage, clock, within } = browser();
  page().keep("Kitchen", "token-a");
  await within(Promise.resolve());
  storage.close();
  clock.tick(11 * 60_000);
  const back = page();
  assertEquals(await within(back.returnTo("Kitchen")), null);
  assertEquals(await within(back.tokenFor("Kitchen")), "token-a");
});

Deno.test("identity: a seat in use is refreshed, one that is another page's is not", async () => {
  const { page, storage, clock, within } = browser();
  const tab: FakeTab = { seat: null };
  const first = page(tab);
  first.keep("Kitchen", "token-a");
  const twin = page({ ...tab });
  await within(Promise.resolve());
  clock.tick(9 * 60_000);
  twin.refresh(null);
  assertEquals(storage.kept[0]?.usedAt, 1_000_000);
  first.refresh(null);
  assertEquals(storage.kept[0]?.usedAt, clock.now());
});

Deno.test("identity: other rooms and the first page know of no seat", async () => {
  const { page, storage, within } = browser();
  page().keep("Kitchen", "token-a");
  storage.close();
  assertEquals(await within(page().returnTo("Garden")), null);
  assertEquals(await within(page().returnTo("")), null);
});

Deno.test("identity: a seat that was left is forgotten everywhere, and its lock given back", async () => {
  const { page, storage, within } = browser();
  const tab: FakeTab = { seat: null };
  const first = page(tab);
  first.keep("Kitchen", "token-a");
  await within(Promise.resolve());
  first.forget("KITCHEN");
  await within(Promise.resolve());
  assertEquals([storage.held.size, storage.kept, tab.seat], [0, [], null]);
  assertNotEquals(await within(page(tab).tokenFor("Kitchen")), "token-a");
});

Deno.test("identity: forgetting another room forgets nothing", () => {
  const { page, storage } = browser();
  const tab: FakeTab = { seat: null };
  const first = page(tab);
  first.keep("Kitchen", "token-a");
  first.forget("Garden");
  assertEquals([storage.kept.length, tab.seat?.token], [1, "token-a"]);
});

Deno.test("identity: a storage that hangs keeps nobody from joining", async () => {
  const { page, storage, clock } = browser();
  storage.gate = new Promise(() => {});
  const tab: FakeTab = { seat: { room: "Kitchen", token: "token-a", usedAt: 1_000_000 } };
  const token = page(tab).tokenFor("Kitchen");
  await clock.pass(3_000);
  assertEquals(await token, "token-a");
});

Deno.test("identity: every try of one room asks with the same token, until it is granted or left", async () => {
  const { page, within } = browser();
  const own = page();
  const first = await within(own.tokenFor("Kitchen"));
  assertEquals(await within(own.tokenFor("kitchen")), first);
  assertNotEquals(await within(own.tokenFor("Garden")), first);
  const again = await within(own.tokenFor("Kitchen"));
  own.forget("Kitchen");
  assertNotEquals(await within(own.tokenFor("Kitchen")), again);
});

Deno.test("identity: asked twice at once (a socket came and went), both know the seat as ours", async () => {
  const { page, storage, within } = browser();
  const tab: FakeTab = { seat: { room: "Kitchen", token: "token-a", usedAt: 1_000_000 } };
  const own = page(tab);
  const tokens = await within(Promise.all([own.tokenFor("Kitchen"), own.tokenFor("Kitchen")]));
  assertEquals(tokens, ["token-a", "token-a"]);
  const fresh = page();
  const [one, other] = await within(
    Promise.all([fresh.tokenFor("Garden"), fresh.tokenFor("Garden")]),
  );
  assertEquals(one, other);
  assert(storage.held.has("duet.token-a"));
});

Deno.test("identity: without Web Locks the seat of the tab is resumed all the same", async () => {
  const { clock, storage } = browser();
  const tab: FakeTab = { seat: { room: "Kitchen", token: "token-a", usedAt: 1_000_000 } };
  const memory = storage.memory(tab);
  const own = createIdentity({ memory, locks: undefined, clock, newId: () => "fresh" });
  const token = own.tokenFor("Kitchen");
  await clock.pass(1_000);
  assertEquals(await token, "token-a");
});

Deno.test("identity: a browser remembers two seats of a room, and other rooms for a while only", () => {
  const { page, storage, clock } = browser();
  const own = page();
  own.keep("Garden", "token-g");
  for (const token of ["token-a", "token-b", "token-c"]) own.keep("Kitchen", token);
  assertEquals(storage.kept.map(({ token }) => token), ["token-c", "token-b", "token-g"]);
  clock.tick(10 * 60_000);
  own.keep("Kitchen", "token-d");
  assertEquals(storage.kept.map(({ token }) => token), ["token-d", "token-c"]);
});

Deno.test("identity: who sat opposite last is remembered with the seat, through a reload and a crash", async () => {
  const { page, storage, within } = browser();
  const tab = { seat: null };
  const first = page(tab);
  first.keep("Kitchen", "token-a");
  await within(Promise.resolve());
  first.refresh("holder-b");
  // Kept again, the seat still knows.
  first.keep("Kitchen", "token-a");
  await within(Promise.resolve());
  for (const next of [page(tab), page()]) {
    storage.close();
    assertEquals(next.friendOf("token-a"), null, "not known before the seat is found");
    assertEquals(await within(next.tokenFor("Kitchen")), "token-a");
    assertEquals(next.friendOf("token-a"), "holder-b");
  }
});
