/** What a join waits for when KV is far away, and what two instances and KV do at most. */
import { type AppStore, type RunningApp, startApp } from "../../tests/rig/app.ts";
import { startKvProxy } from "../../tests/rig/kv_proxy.ts";
import { type KvServer, startKvServer } from "../../tests/rig/kv_server.ts";
import { duetCall } from "../signaling/flows.ts";
import { cpuMs, pause, quantile } from "../signaling/measure.ts";
import { NO_LIMITS } from "../signaling/servers.ts";
import { Someone } from "./someone.ts";

const JOINS = 60;
/** A join every so often: alone most of the time. */
const EVERY_MS = 25;
const PAIRS = 300;
const PAIRS_AT_ONCE = 10;
const WRITERS = 32;
const WRITES = 4_000;
/** About what a mail is. */
const MAIL = new Uint8Array(300);

export interface JoinsAt {
  readonly kvMs: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** Joins, one after another, with KV's every call held for so long; two instances, second comers. */
export async function joinsAt(delaysMs: readonly number[]): Promise<JoinsAt[]> {
  await using kv = await startKvServer();
  await using proxy = startKvProxy(kv.store);
  await using one = await startInstance(proxy.store);
  await using two = await startInstance(proxy.store);
  const results: JoinsAt[] = [];
  for (const kvMs of delaysMs) {
    proxy.delayMs = kvMs;
    const joins: Promise<number>[] = [];
    for (let count = 0; count < JOINS; count++) {
      const room = `far ${kvMs} ${count}`;
      joins.push(join(one, room).then(() => join(two, room)));
      await pause(EVERY_MS);
    }
    const samples = await Promise.all(joins);
    results.push({ kvMs, p50Ms: quantile(samples, 0.5), p95Ms: quantile(samples, 0.95) });
  }
  return results;
}

/** From the question to the answer, ms; the socket was open before. */
async function join(app: RunningApp, room: string): Promise<number> {
  const seated = Promise.withResolvers<void>();
  const open = Promise.withResolvers<number>();
  const someone = new Someone({
    name: `${room.replaceAll(" ", "-")}-${app.options.port}`,
    urls: [socketOf(app)],
    room,
    listener: {
      seated: () => seated.resolve(),
      open: () => open.resolve(performance.now()),
      lost() {},
      refused() {},
      heard() {},
    },
  });
  await someone.start();
  const asked = await open.promise;
  await seated.promise;
  return performance.now() - asked;
}

/** CPU of two instances for a pair whose two are on different ones, ms, KV's own not counted. */
export async function cpuOfAPairAcross(): Promise<number> {
  await using kv = await startKvServer();
  await using one = await startInstance(kv.store);
  await using two = await startInstance(kv.store);
  const [here, there] = [one, two].map((app) => socketOf(app).slice(0, -2));
  let left = PAIRS;
  let before = 0;
  async function lane(name: string): Promise<void> {
    for (let count = 0; left-- > 0; count++) {
      await (await duetCall(here ?? "", there ?? "", `${name}-${count}`)).close();
    }
  }
  for (const round of ["warm", "measured"]) {
    left = PAIRS;
    before = cpuMs(one.pid) + cpuMs(two.pid);
    const lanes = Array.from({ length: PAIRS_AT_ONCE }, (_, index) => `${round}-${index}`);
    await Promise.all(lanes.map(lane));
    await pause(300);
  }
  return (cpuMs(one.pid) + cpuMs(two.pid) - before) / PAIRS;
}

/** Commits a second that the KV server does, of a mail and its bell each. */
export async function kvCommitsPerSecond(): Promise<number> {
  await using kv = await startKvServer();
  using client = await openClient(kv);
  let left = WRITES;
  const started = performance.now();
  await Promise.all(Array.from({ length: WRITERS }, async (_, writer) => {
    while (left-- > 0) {
      await client.atomic().set(["mail", writer, left], MAIL).set(["bell", writer], left).commit();
    }
  }));
  return WRITES * 1_000 / (performance.now() - started);
}

async function openClient(kv: KvServer): Promise<Deno.Kv> {
  if (!("url" in kv.store)) throw new Error("unreachable");
  // The only way to tell `openKv`.
  Deno.env.set("DENO_KV_ACCESS_TOKEN", kv.store.token);
  return await Deno.openKv(kv.store.url);
}

function startInstance(store: AppStore): Promise<RunningApp> {
  return startApp({ store, env: NO_LIMITS });
}

function socketOf({ options: { port } }: RunningApp): string {
  return `ws://127.0.0.1:${port}/ws`;
}
