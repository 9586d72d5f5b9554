/** What people do, done on two instances that share one KV, and what that KV was asked for it. */
import { type KvServer, startKvServer } from "../rig/kv_server.ts";
import { type KvTraffic, since } from "../rig/kv_wire.ts";
import type { Act } from "../../bench/scale/budget.ts";
import { CLOSE, type Signal } from "../../signaling/protocol.ts";
import { startServer, type TestServer } from "./fixture.ts";
import { offerFor, type Page } from "./page.ts";
import { CHROMIUM_OFFER } from "./sdp.ts";
import { type Clock, systemClock } from "../../signaling/clock.ts";

/** Nothing says that no more will be asked: a KV that was asked nothing for so long is at rest. */
const AT_REST_MS = 300;
const HOUR_MS = 3_600_000;
/** Often enough that a page counts as alive. */
const PING_EVERY_MS = 60_000;
/** How often a server looks at its sockets, of our own milliseconds. */
const SWEEP_MS = 5;
/** However busy this machine is, an answer comes before it is missed: that would be another act. */
const CHALLENGE_MS = 20_000;
const CONNECTION = "connection-0001";
const CANDIDATES = 8;

/** What is under way when the clock jumps is not given up: again would be another act. */
const DEPART_PATIENCE_MS = 2 * HOUR_MS;

/** Deno reads the token of a remote KV from the environment only. */
function serverOn(kv: KvServer, clock: Clock = systemClock): TestServer {
  if (!("url" in kv.store)) throw new Error("unreachable");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", kv.store.token);
  const env = { KV_URL: kv.store.url, LIMIT_MESSAGES_PER_SECOND: "1000" };
  const timings = {
    sweepMs: SWEEP_MS,
    challengeMs: CHALLENGE_MS,
    departPatienceMs: DEPART_PATIENCE_MS,
  };
  return startServer({ env, clock, timings });
}

class Stage {
  readonly counted = new Map<Act, KvTraffic>();
  readonly #kv: KvServer;

  constructor(kv: KvServer) {
    this.#kv = kv;
  }

  /** Counts what an act and all that follows from it cost. */
  async count(act: Act, doing: () => Promise<void>): Promise<void> {
    const before = await this.#atRest();
    await doing();
    this.counted.set(act, since(before, await this.#atRest()));
  }

  async #atRest(): Promise<KvTraffic> {
    while (true) {
      const before = await this.#kv.traffic();
      await new Promise((resolve) => setTimeout(resolve, AT_REST_MS));
      const after = await this.#kv.traffic();
      if (JSON.stringify(before) === JSON.stringify(after)) return after;
    }
  }
}

/** Does everything once. Bytes differ by a few from run to run, where values are compressed. */
export async function countActs(): Promise<ReadonlyMap<Act, KvTraffic>> {
  await using kv = await startKvServer();
  const stage = new Stage(kv);
  await inOneInstance(stage, kv);
  await acrossInstances(stage, kv);
  await idle(stage, kv);
  await lifeOfAnInstance(stage, kv);
  return stage.counted;
}

async function inOneInstance(stage: Stage, kv: KvServer): Promise<void> {
  await using here = serverOn(kv);
  const [ann, bob, again] = [await here.page(), await here.page(), await here.page()];
  const offer = { ...offerFor(CONNECTION), sdp: CHROMIUM_OFFER };
  await stage.count("join an empty room", async () => void await ann.sit("tea"));
  let token = "";
  await stage.count("join as second", async () => {
    token = (await bob.sit("tea", { offer })).token;
    await ann.next("arrived");
  });
  await stage.count("set up the call", () => setUp(ann, bob));
  await stage.count("page closes", async () => {
    bob.send({ type: "closing" });
    await bob.close();
    await ann.next("away");
  });
  await stage.count("return by token", async () => {
    await again.sit("tea", { token, offer });
    await ann.next("arrived");
  });
  await stage.count("leave", async () => {
    again.send({ type: "leave" });
    await ann.next("left");
  });
}

async function acrossInstances(stage: Stage, kv: KvServer): Promise<void> {
  await using here = serverOn(kv);
  await using there = serverOn(kv);
  const [ann, bob, eve] = [await here.page(), await there.page(), await there.page()];
  const again = await there.page();
  const offer = { ...offerFor(CONNECTION), sdp: CHROMIUM_OFFER };
  await ann.sit("coffee");
  let token = "";
  await stage.count("join as second, across", async () => {
    token = (await bob.sit("coffee", { offer })).token;
    await ann.next("arrived");
  });
  await stage.count("set up the call, across", () => setUp(ann, bob));
  await stage.count("one signal, across", async () => {
    bob.send({ type: "signal", to: ann.session, signal: candidate(0) });
    await ann.next("signal");
  });
  await stage.count("knock at a full room, across", async () => {
    eve.join("coffee");
    await eve.next("full");
  });
  await stage.count("page closes, across", async () => {
    bob.send({ type: "closing" });
    await bob.close();
    await ann.next("away");
  });
  await stage.count("return by token, across", async () => {
    await again.sit("coffee", { token, offer });
    await ann.next("arrived");
  });
  await stage.count("leave, across", async () => {
    again.send({ type: "leave" });
    await ann.next("left");
  });
}

/** The answer, and the candidates of both, as pages send them. */
async function setUp(ann: Page, bob: Page): Promise<void> {
  const answer = { kind: "answer", connection: CONNECTION, id: "00000001" } as const;
  const signals: Signal[] = [{ ...answer, sdp: CHROMIUM_OFFER }];
  const candidates = Array.from({ length: CANDIDATES }, (_, index) => candidate(index));
  for (const signal of [...signals, ...candidates]) {
    ann.send({ type: "signal", to: bob.session, signal });
  }
  for (const signal of candidates) bob.send({ type: "signal", to: ann.session, signal });
  for (let count = 0; count <= CANDIDATES; count++) await bob.next("signal");
  for (let count = 0; count < CANDIDATES; count++) await ann.next("signal");
}

function candidate(index: number): Signal {
  const line = `candidate:3615097086 1 udp 2122194687 192.0.2.2 ${50_000 + index} typ host`;
  const where = { sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "ODOM" };
  return { kind: "candidate", connection: CONNECTION, candidate: { candidate: line, ...where } };
}

async function idle(stage: Stage, kv: KvServer): Promise<void> {
  let aheadMs = 0;
  const clock: Clock = {
    ...systemClock,
    now: () => systemClock.now() + aheadMs,
    monotonic: () => systemClock.monotonic() + aheadMs,
  };
  await using here = serverOn(kv, clock);
  await using there = serverOn(kv, clock);
  const [ann, bob] = [await here.page(), await there.page()];
  async function anHour(...pages: readonly Page[]): Promise<void> {
    for (let passed = 0; passed < HOUR_MS; passed += PING_EVERY_MS) {
      aheadMs += PING_EVERY_MS;
      for (const page of pages) await page.settle();
      await new Promise((resolve) => setTimeout(resolve, 2 * SWEEP_MS));
    }
  }
  await ann.sit("bread");
  await bob.sit("bread");
  await ann.next("arrived");
  await stage.count("an idle hour of two", () => anHour(ann, bob));
  for (const page of [ann, bob]) await page.close(CLOSE.left);
  const cem = await here.page();
  await cem.sit("butter");
  await stage.count("an idle hour alone", () => anHour(cem));
}

async function lifeOfAnInstance(stage: Stage, kv: KvServer): Promise<void> {
  const servers: TestServer[] = [];
  await stage.count("an instance starts", async () => {
    servers.push(serverOn(kv));
    await servers[0]?.signaling.start();
  });
  await stage.count("an instance stops", async () => {
    for (const server of servers) await server[Symbol.asyncDispose]();
  });
}
