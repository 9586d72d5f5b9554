/**
 * `deno task bench:signaling`: the same flow through Duet, PeerJS's server and y-webrtc's, side by
 * side in one run, each on one core, the client on the other. Linux only.
 *
 * Options: `--rounds=9 --pairs=200 --sockets=10000`.
 */
import { startKvServer } from "../../tests/rig/kv_server.ts";
import { duetCall, duetFlow, type Flow, type Pair, peerFlow, yWebrtcFlow } from "./flows.ts";
import { cpuMs, fixed, median, pause, quantile } from "./measure.ts";
import {
  CLIENT_CORE,
  runtimes,
  type Server,
  startBare,
  startDuet,
  startPeer,
  startYWebrtc,
  works,
} from "./servers.ts";
import { idle } from "./idle.ts";
import { RawSocket } from "../../tests/rig/raw_socket.ts";

const OPTIONS = { rounds: 9, pairs: 200, sockets: 10_000 };
/** The goals: CPU beside PeerJS's server on the same runtime, and a join with nothing else going on. */
const CPU_GOAL = 0.8;
const ALONE_GOAL_MS = 3;
/** Pairs set up one at a time, and the silence between two. */
const ALONE = { pairs: 60, everyMs: 25 };
/** Calls being set up at the same time. */
const AT_ONCE = 10;
const HELD_PAIRS = 50;
const PING_PONGS = 40;

interface Round {
  readonly cpuPerPairMs: number;
  readonly pairsPerSecond: number;
  readonly joins: readonly number[];
  readonly relays: readonly number[];
  /** CPU of the server and of the client over the whole round, in shares of a core. */
  readonly serverBusy: number;
  readonly clientBusy: number;
}

interface Contender {
  readonly flow: Flow;
  start(): Promise<Server>;
}

let serial = 0;

/** Sets pairs up and tears them down, then plays ping-pong on held ones. */
async function round({ flow }: Contender, server: Server, pairs: number): Promise<Round> {
  const joins: number[] = [];
  const before = usage(server);
  let left = pairs;
  async function lane(): Promise<void> {
    while (left-- > 0) {
      const pair = await flow.call(server.url, `p${serial++}`);
      joins.push(pair.joinToAnswerMs);
      await pair.close();
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  // What a server does behind the close belongs to the pair too.
  await pause(300);
  const after = usage(server);
  const held = await Promise.all(Array.from({ length: HELD_PAIRS }, () => {
    return flow.call(server.url, `h${serial++}`);
  }));
  const relays = (await Promise.all(held.map(pingPongs))).flat();
  await Promise.all(held.map((pair) => pair.close()));
  const elapsed = after.at - before.at - 300;
  return {
    cpuPerPairMs: (after.server - before.server) / pairs,
    pairsPerSecond: pairs * 1_000 / elapsed,
    joins,
    relays,
    serverBusy: (after.server - before.server) / elapsed,
    clientBusy: (after.client - before.client) / elapsed,
  };
}

/** From the newcomer's first byte to the answer when nobody else is there, ms. */
async function oneAtATime(flow: Flow, server: Server): Promise<number[]> {
  const joins: number[] = [];
  for (let count = 0; count < ALONE.pairs; count++) {
    const pair = await flow.call(server.url, `a${serial++}`);
    joins.push(pair.joinToAnswerMs);
    await pair.close();
    await pause(ALONE.everyMs);
  }
  return joins;
}

/** Duet comes first and PeerJS's server on Deno second. */
function tellGoals([duet = NaN, peer = NaN]: readonly number[], [alone = []]: readonly number[][]) {
  const ratio = duet / peer;
  const joinMs = quantile(alone, 0.5);
  const said = (reached: boolean) => reached ? "reached" : "not reached";
  console.log(
    `CPU a pair: ${ratio.toFixed(2)} × peer on Deno (at most ${CPU_GOAL}): ${
      said(ratio <= CPU_GOAL)
    }`,
  );
  console.log(
    `A join alone, to the answer: ${joinMs.toFixed(2)} ms (at most ${ALONE_GOAL_MS}): ${
      said(joinMs <= ALONE_GOAL_MS)
    }`,
  );
}

async function pingPongs(pair: Pair): Promise<number[]> {
  const relays: number[] = [];
  for (let count = 0; count < PING_PONGS; count++) relays.push(...await pair.pingPong());
  return relays;
}

function usage(server: Server) {
  return { server: cpuMs(server.pid), client: cpuMs(Deno.pid), at: performance.now() };
}

async function contenders(): Promise<readonly Contender[]> {
  const others = (await runtimes()).flatMap((runtime): Contender[] => [
    { flow: peerFlow, start: () => startPeer(runtime) },
    { flow: yWebrtcFlow, start: () => startYWebrtc(runtime) },
  ]);
  return [{ flow: duetFlow, start: () => startDuet() }, ...others];
}

async function compare(options: typeof OPTIONS) {
  const all = await contenders();
  const servers = await Promise.all(all.map(({ start }) => start()));
  const rounds: Round[][] = servers.map(() => []);
  // One unmeasured round each: every runtime compiles what runs often.
  for (const [index, contender] of all.entries()) {
    const server = servers[index];
    if (server !== undefined) await round(contender, server, Math.min(100, options.pairs));
  }
  for (let count = 0; count < options.rounds; count++) {
    for (const [index, contender] of all.entries()) {
      const server = servers[index];
      if (server !== undefined) rounds[index]?.push(await round(contender, server, options.pairs));
    }
  }
  const lonely: number[][] = [];
  for (const [index, { flow }] of all.entries()) {
    const server = servers[index];
    lonely.push(server === undefined ? [] : await oneAtATime(flow, server));
  }
  tellGoals(rounds.map((mine) => median(mine.map((one) => one.cpuPerPairMs))), lonely);
  const rows = Object.fromEntries(servers.map(({ name }, index) => {
    const mine = rounds[index] ?? [];
    const [joins, relays] = [mine.flatMap((one) => one.joins), mine.flatMap((one) => one.relays)];
    const alone = lonely[index] ?? [];
    return [name, {
      "CPU ms/pair": fixed(median(mine.map((one) => one.cpuPerPairMs)), 2),
      "pairs/s": fixed(median(mine.map((one) => one.pairsPerSecond)), 0),
      "join→answer p50 ms": fixed(quantile(joins, 0.5), 1),
      "p95": fixed(quantile(joins, 0.95), 1),
      "alone p50 ms": fixed(quantile(alone, 0.5), 2),
      "alone p95": fixed(quantile(alone, 0.95), 2),
      "relay p50 ms": fixed(quantile(relays, 0.5), 2),
      "p99": fixed(quantile(relays, 0.99), 2),
      "server busy": percent(median(mine.map((one) => one.serverBusy))),
      "client busy": percent(median(mine.map((one) => one.clientBusy))),
    }];
  }));
  for (const server of servers) await server[Symbol.asyncDispose]();
  return rows;
}

/** Two instances on one KV: the same ball, thrown across. */
async function acrossInstances() {
  await using kv = await startKvServer();
  if (!("url" in kv.store)) throw new Error("unreachable");
  const env = { KV_URL: kv.store.url, DENO_KV_ACCESS_TOKEN: kv.store.token };
  await using one = await startDuet(env);
  await using two = await startDuet(env);
  const joins: number[] = [];
  const relays: number[] = [];
  for (let count = 0; count < 20; count++) {
    const pair = await duetCall(one.url, two.url, `x${serial++}`);
    joins.push(pair.joinToAnswerMs);
    relays.push(...await pingPongs(pair));
    await pair.close();
  }
  return {
    "duet, two instances": {
      "join→answer p50 ms": fixed(quantile(joins, 0.5), 1),
      "p95": fixed(quantile(joins, 0.95), 1),
      "relay p50 ms": fixed(quantile(relays, 0.5), 2),
      "p99": fixed(quantile(relays, 0.99), 2),
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function readOptions(): typeof OPTIONS {
  const options = { ...OPTIONS };
  for (const arg of Deno.args) {
    const [, name, value] = /^--(\w+)=(\d+)$/.exec(arg) ?? [];
    if (name === undefined || !(name in options)) throw new Error(`Unknown option: ${arg}`);
    options[name as keyof typeof OPTIONS] = Number(value);
  }
  return options;
}

if (import.meta.main) {
  if (Deno.build.os !== "linux") throw new Error("Cannot measure here: this reads /proc");
  const options = readOptions();
  if (await works("taskset")) {
    const args = ["-apc", CLIENT_CORE, String(Deno.pid)];
    await new Deno.Command("taskset", { args, stdout: "null" }).output();
  }
  console.log(`${options.rounds} rounds of ${options.pairs} pairs, ${AT_ONCE} at once`);
  console.table(await compare(options));
  console.log("Across instances, one ball at a time");
  console.table(await acrossInstances());
  console.log("Idle sockets held on one process");
  const rows = [
    await idle(startBare, { ...duetFlow, idle: (base) => RawSocket.follow(base) }, options.sockets),
    await idle(() => startDuet(), duetFlow, options.sockets),
    await idle(() => startPeer("Deno"), peerFlow, options.sockets),
    await idle(() => startYWebrtc("Deno"), yWebrtcFlow, options.sockets),
  ];
  console.table(Object.fromEntries(rows));
}
