import { assertEquals, assertNotEquals } from "@std/assert";
import { createIdentity } from "../../call/seat/identity.ts";
import type { KeptSeat, SeatMemory } from "../../call/seat/memory.ts";

/** One browser: its storage and its locks, shared by the pages in it. */
function browser() {
  let kept: readonly KeptSeat[] = [];
  const held = new Map<string, Promise<unknown>>();
  const clock = { now: 1_000_000 };
  /** Grants a free name; a held one stays asked for until the signal aborts. */
  const locks = {
    request(
      name: string,
      { signal }: { signal: AbortSignal },
      granted: () => Promise<unknown>,
    ): Promise<unknown> {
      if (held.has(name)) {
        return new Promise((_, reject) =>
          signal.addEventListener("abort", () => reject(signal.reason))
        );
      }
      const done = granted().then(() => held.delete(name));
      held.set(name, done);
      return done;
    },
  } as unknown as LockManager;

  /** A page in a tab; `tab` is that tab's own storage. */
  function page(tab: { seat: KeptSeat | null } = { seat: null }) {
    const memory: SeatMemory = {
      ofTab: () => tab.seat,
      setTab: (seat) => tab.seat = seat,
      ofBrowser: () => Promise.resolve(kept),
      changeBrowser: (change) => {
        kept = change(kept);
        return Promise.resolve();
      },
    };
    return createIdentity({ memory, locks, now: () => clock.now });
  }

  return {
    page,
    clock,
    /** The page is gone: the browser gives its locks back. */
    close: () => held.clear(),
  };
}

Deno.test("identity: each life of a page has a session of its own", () => {
  const { page } = browser();
  assertNotEquals(page().session, page().session);
});

Deno.test("identity: a reload in the same tab returns and resumes", async () => {
  const { page, close } = browser();
  const tab = { seat: null };
  page(tab).keep("Kitchen", "token-a");
  close();
  const reloaded = page(tab);
  assertEquals(await reloaded.returnTo("Kitchen"), "Kitchen");
  assertEquals(await reloaded.tokenFor("kitchen"), "token-a");
});

Deno.test("identity: after a crash another tab of the browser returns", async () => {
  const { page, close } = browser();
  page().keep("Kitchen", "token-a");
  close();
  assertEquals(await page().tokenFor("Kitchen"), "token-a");
});

Deno.test("identity: a second tab beside a living one is a newcomer", async () => {
  const { page } = browser();
  page().keep("Kitchen", "token-a");
  const second = page();
  assertEquals(await second.returnTo("Kitchen"), null);
  assertEquals(await second.tokenFor("Kitchen"), null);
});

Deno.test("identity: two tabs as two people each return to their own seat", async () => {
  const { page, close } = browser();
  const tabs = [{ seat: null }, { seat: null }];
  page(tabs[0]).keep("Kitchen", "token-a");
  page(tabs[1]).keep("Kitchen", "token-b");
  close();
  const tokens = [await page().tokenFor("Kitchen"), await page().tokenFor("Kitchen")];
  assertEquals(tokens.sort(), ["token-a", "token-b"]);
});

Deno.test("identity: an old seat is not walked into, but resumed when asked for", async () => {
  const { page, close, clock } = browser();
  page().keep("Kitchen", "token-a");
  close();
  clock.now += 11 * 60_000;
  const back = page();
  assertEquals(await back.returnTo("Kitchen"), null);
  assertEquals(await back.tokenFor("Kitchen"), "token-a");
});

Deno.test("identity: other rooms and the first page know of no seat", async () => {
  const { page, close } = browser();
  page().keep("Kitchen", "token-a");
  close();
  assertEquals(await page().returnTo("Garden"), null);
  assertEquals(await page().returnTo(""), null);
});

Deno.test("identity: a seat that was left is forgotten everywhere", async () => {
  const { page, close } = browser();
  const tab = { seat: null };
  const first = page(tab);
  first.keep("Kitchen", "token-a");
  first.forget("KITCHEN");
  close();
  assertEquals(await page(tab).tokenFor("Kitchen"), null);
});
