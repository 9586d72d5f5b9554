/** Thousands of real sockets on four real instances, of which one is killed. */
import { type RunningApp, startApp } from "../../tests/rig/app.ts";
import { startKvServer } from "../../tests/rig/kv_server.ts";
import { type KvTraffic, since } from "../../tests/rig/kv_wire.ts";
import { cpuMs, pause, quantile, residentBytes } from "../signaling/measure.ts";
import { NO_LIMITS } from "../signaling/servers.ts";
import { Crowd } from "./crowd.ts";
import { whole } from "./tables.ts";

export interface KilledPlan {
  readonly sockets: number;
  readonly instances: number;
  /** One of so many sockets is in a call. */
  readonly callOneIn: number;
  /** Client processes: each has its own limit of descriptors. */
  readonly clients: number;
}

/** How long everybody idles before, to see what that costs. */
const IDLE_MS = 20_000;
const HEARTBEATS_A_SECOND = 1 / 5;

/** Runs it; names and figures in the order in which they happened. */
export async function killOne(plan: KilledPlan): Promise<readonly (readonly [string, string])[]> {
  await using stack = new AsyncDisposableStack();
  const kv = stack.use(await startKvServer());
  const apps: RunningApp[] = [];
  for (let count = 0; count < plan.instances; count++) {
    apps.push(stack.use(await startApp({ store: kv.store, env: NO_LIMITS })));
  }
  const empty = apps.map(({ pid }) => residentBytes(pid));
  const beforeCalls = await kv.traffic();
  const started = Date.now();
  const crowds = Array.from({ length: plan.clients }, (_, index) => {
    return stack.use(new Crowd(shareOf(plan, apps, index)));
  });
  await Promise.all(crowds.map((crowd) => crowd.next("back")));
  const openedMs = Date.now() - started;
  console.error(`all there after ${openedMs} ms`);
  await Promise.all(crowds.map((crowd) => crowd.next("heard")));
  console.error(`all have heard their friends after ${Date.now() - started} ms`);
  const forCalls = since(beforeCalls, await kv.traffic());

  const full = apps.map(({ pid }) => residentBytes(pid));
  const perSocket = full.reduce((sum, bytes, index) => sum + bytes - (empty[index] ?? 0), 0) /
    plan.sockets;
  const [idleBefore, idleCpu] = [await kv.traffic(), totalCpu(apps)];
  await pause(IDLE_MS);
  const idleSpent = totalCpu(apps) - idleCpu;
  const pings = plan.sockets * HEARTBEATS_A_SECOND * IDLE_MS / 1_000;
  const idle = since(idleBefore, await kv.traffic());

  const beforeKill = await kv.traffic();
  const killedAt = Date.now();
  await apps[0]?.kill9();
  console.error("one is killed");
  const back = await Promise.all(crowds.map((crowd) => crowd.next("back")));
  const opened = back.flatMap((news) => news.opened).map((at) => at - killedAt);
  const seated = back.flatMap((news) => news.seated).map((at) => at - killedAt);
  const heard = await Promise.all(crowds.map((crowd) => crowd.next("heard")));
  const heardMs = Date.now() - killedAt;
  const forReturn = since(beforeKill, await kv.traffic());
  return [
    ["sockets, instances", `${whole(plan.sockets)}, ${plan.instances}`],
    ["people in calls", whole(plan.sockets / plan.callOneIn)],
    ["opened and seated, all", `${(openedMs / 1_000).toFixed(1)} s`],
    ["KV for it", told(forCalls)],
    ["memory of an empty instance", `${whole((empty[0] ?? NaN) / 1e6)} MB`],
    ["memory a socket", `${(perSocket / 1_000).toFixed(1)} kB`],
    [`KV in ${IDLE_MS / 1_000} s of everybody idle`, told(idle)],
    ["CPU a heartbeat", `${(idleSpent / pings).toFixed(3)} ms`],
    ["sockets of the killed one", whole(opened.length)],
    ["open again, p50 / p95 / last", spread(opened)],
    ["seats of the killed one", whole(seated.length)],
    ["seated again, p50 / p95 / last", spread(seated)],
    ["joins that had to be sent again", whole(back.reduce((sum, news) => sum + news.refused, 0))],
    ["pairs that hear each other", whole(heard.reduce((sum, { pairs }) => sum + pairs, 0))],
    ["all of them after", `${(heardMs / 1_000).toFixed(1)} s`],
    ["KV for the return", told(forReturn)],
  ];
}

/** One process's part of the crowd; each begins with another instance. */
function shareOf({ sockets, callOneIn, clients }: KilledPlan, apps: RunningApp[], index: number) {
  const urls = apps.map(({ url }) => `${url.replace("http", "ws")}ws`);
  const people = Math.floor(sockets / clients);
  const inCalls = 2 * Math.round(people / callOneIn / 2);
  return { name: `crowd-${index}`, urls, people, inCalls };
}

function totalCpu(apps: readonly RunningApp[]): number {
  return apps.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
}

function told({ reads, commits, rows, bytesWritten }: KvTraffic): string {
  const kilobytes = (bytesWritten / 1_000).toFixed(0);
  return `${whole(reads)} reads, ${whole(commits)} commits, ${whole(rows)} rows, ${kilobytes} kB`;
}

function spread(samples: readonly number[]): string {
  const seconds = (ms: number) => (ms / 1_000).toFixed(2);
  const [half, most] = [quantile(samples, 0.5), quantile(samples, 0.95)];
  return `${seconds(half)} / ${seconds(most)} / ${seconds(Math.max(...samples))} s`;
}
