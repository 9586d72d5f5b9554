import { assertEquals } from "@std/assert";
import type { Connection } from "../connection/connection.ts";
import { createCompanions } from "./companions.ts";
import type { ExtraContext } from "./extra.ts";
import type { RunningExtras } from "./extras.ts";

const CONNECTION = { id: "connection-1" } as Connection;

/** Extras that note what they are told, and arrive when the test lets them. */
function open() {
  const told: string[] = [];
  const bugs: string[] = [];
  const running = {
    with: (holder) => void told.push(`with ${holder}`),
    follow: ({ id }) => void told.push(`follow ${id}`),
    opened: () => void told.push("opened"),
    carries: () => void told.push("carries"),
    receive: (of) => void told.push(`receive ${of}`),
    release: () => void told.push("release"),
    end: () => void told.push("end"),
  } as Omit<RunningExtras, "view"> as RunningExtras;
  const loads: PromiseWithResolvers<void>[] = [];
  const context = { platform: { reportBug: (what: string) => bugs.push(what) } };
  const companions = createCompanions(async () => {
    const load = Promise.withResolvers<void>();
    loads.push(load);
    await load.promise;
    return { createExtras: () => running };
  }, context as unknown as ExtraContext);
  async function arrive(): Promise<void> {
    loads.at(-1)?.resolve();
    await new Promise((done) => setTimeout(done));
  }
  async function fail(): Promise<void> {
    loads.at(-1)?.reject(new TypeError("Cannot fetch"));
    await new Promise((done) => setTimeout(done));
  }
  return { companions, told, bugs, loads, arrive, fail };
}

const message = (of: string) => ({ type: "extra", of, body: {} }) as const;

Deno.test("extras: what happened while they were loaded is told in order, messages last", async () => {
  const { companions, told, arrive } = open();
  companions.with("holder");
  companions.follow(CONNECTION);
  companions.opened();
  companions.receive(message("screen"));
  assertEquals(companions.view.value, null);
  await arrive();
  assertEquals(told, ["with holder", "follow connection-1", "opened", "receive screen"]);
  companions.receive(message("files"));
  assertEquals(told.at(-1), "receive files");
});

Deno.test("extras: what an older connection or another friend said is not told", async () => {
  const { companions, told, arrive } = open();
  companions.with("holder");
  companions.follow(CONNECTION);
  companions.receive(message("screen"));
  companions.release();
  companions.with("stranger");
  await arrive();
  assertEquals(told, ["with stranger"]);
});

Deno.test("extras: a friend who talks before they are there fills no memory", async () => {
  const { companions, told, arrive } = open();
  for (let count = 0; count < 10_000; count += 1) companions.receive(message("screen"));
  await arrive();
  assertEquals(told.filter((each) => each === "receive screen").length, 64);
});

Deno.test("extras: they are loaded once, and again when that failed", async () => {
  const { companions, bugs, loads, arrive, fail } = open();
  companions.load();
  companions.load();
  assertEquals(loads.length, 1);
  await fail();
  assertEquals(bugs, ["Cannot load the extras"]);
  companions.load();
  companions.load();
  await arrive();
  assertEquals(loads.length, 2);
});
