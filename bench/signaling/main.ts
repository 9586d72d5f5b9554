/**
 * `deno task bench:signaling`: the same flow through Duet, PeerJS's server and y-webrtc's, side by
 * side in one run, each on one core, the client on the other. Linux only.
 *
 * Options: `--rounds=3 --pairs=300 --sockets=10000`.
 */
import { startKvServer } from "../../tests/rig/kv_server.ts";
import { duetCall, duetFlow, type Flow, type Pair, peerFlow, yWebrtcFlow } from "./flows.ts";
import { cpuMs, median, pause, quantile, residentBytes } from "./measure.ts";
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
import { RawSocket } from "../../tests/rig/raw_socket.ts";

const OPTIONS = { rounds: 3, pairs: 300, sockets: 10_000 };
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
  const rows = Object.fromEntries(servers.map(({ name }, index) => {
    const mine = rounds[index] ?? [];
    const [joins, relays] = [mine.flatMap((one) => one.joins), mine.flatMap((one) => one.relays)];
    return [name, {
      "CPU ms/pair": fixed(median(mine.map((one) => one.cpuPerPairMs)), 2),
      "pairs/s": fixed(median(mine.map((one) => one.pairsPerSecond)), 0),
      "join→answer p50 ms": fixed(quantile(joins, 0.5), 1),
      "p95": fixed(quantile(joins, 0.95), 1),
      "relay p50 ms": fixed(quantile(relays, 0.5), 2),
      "p99": fixed(quantile(relays, 0.99), 2),
      "server busy": percent(median(mine.map((one) => one.serverBusy))),
      "client busy": percent(median(mine.map((one) => one.clientBusy))),
    }];
  }));
  for (const server of servers) await server[Symbol.asyncDispose]();
  return rows;
}

/** Memory of so many sockets that are open and silent, per socket. */
async function idle(start: () => Promise<Server>, flow: Flow, count: number) {
  await using server = await start();
  // The first sockets grow what is grown once.
  const first = await openMany(flow, server, 200);
  await pause(1_000);
  const before = residentBytes(server.pid);
  const started = performance.now();
  const wires = await openMany(flow, server, count);
  const seconds = (performance.now() - started) / 1_000;
  await pause(1_500);
  const perSocket = (residentBytes(server.pid) - before) / count;
  const open = wires.filter((wire) => wire.open).length;
  const all = residentBytes(server.pid);
  await Promise.all([...first, ...wires].map((wire) => wire.close()));
  return [server.name, {
    "sockets": open,
    "kB/socket": fixed(perSocket / 1_024, 1),
    "MB in all": fixed(all / 1e6, 0),
    "seconds to open": fixed(seconds, 1),
  }] as const;
}

async function openMany(flow: Flow, server: Server, count: number): Promise<RawSocket[]> {
  const wires: RawSocket[] = [];
  while (wires.length < count) {
    const batch = Math.min(100, count - wires.length);
    wires.push(
      ...await Promise.all(Array.from({ length: batch }, () => {
        return flow.idle(server.url, `i${serial++}`);
      })),
    );
  }
  return wires;
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

function fixed(value: number, digits: number): number {
  return Number(value.toFixed(digits));
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
