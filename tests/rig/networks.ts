import { findTool, type Machine, thisMachine } from "./machine.ts";
import { killAll } from "./processes.ts";

/**
 * How a peer's router treats it.
 *
 * - `open`: no translation, nothing is filtered
 * - `cone`: one public port for each private one, whoever it talks to; strangers are kept out
 * - `symmetric`: another public port for everyone it talks to, so that only a relay helps
 * - `no-udp`: like `cone`, and no UDP at all, so that only a relay over TCP helps
 */
export type Nat = "open" | "cone" | "symmetric" | "no-udp";

/** What two people's networks are like. */
export interface NetworkOptions {
  a?: Nat;
  b?: Nat;
}

/** Takes something back that was done to a network. */
export type Undo = () => Promise<void>;

/**
 * Two peers behind a router each, and a server, on one made-up internet of network namespaces:
 *
 * ```text
 * peer a 10.1.0.2 ── router a 10.9.0.1 ──┐
 *                                        ├── internet ── server 10.9.0.10
 * peer b 10.2.0.2 ── router b 10.9.0.2 ──┘
 * ```
 *
 * @example
 * ```ts
 * await using network = await createNetwork({ a: "symmetric" });
 * await using app = await startApp({ namespace: network.server, host: SERVER_ADDRESS, store });
 * await using first = await launchPerson(ada, {
 *   namespace: network.a.namespace,
 *   secureOrigins: [app.url],
 * });
 * await network.a.linkDown();
 * ```
 */
export interface Network extends AsyncDisposable {
  a: Peer;
  b: Peer;
  /** Namespace of the server, which everybody reaches at {@linkcode SERVER_ADDRESS}. */
  server: string;
}

/** Where the server is on the made-up internet. */
export const SERVER_ADDRESS = "10.9.0.10";
/** Answers nothing, but has to exist: without a default route TURN over TCP is refused. */
const NOWHERE_ADDRESS = "10.9.0.254";

// Counted, so that networks of one process, and by its id those of other processes, never meet.
let networks = 0;

/** Why no network can be made here; undefined when one can. */
export function whyNoNetworks(machine: Machine = thisMachine()): string | undefined {
  if (machine.os !== "linux") return "network namespaces need Linux";
  if (!machine.isRoot) return "network namespaces need root";
  const missing = ["ip", "tc", "iptables"].filter((tool) => !findTool(tool, machine));
  if (missing.length === 0) return undefined;
  return `${missing.join(", ")} not found; to run it: apt-get install -y iproute2 iptables`;
}

/** Makes a network; disposing it ends every process inside and leaves nothing behind. */
export async function createNetwork(options: NetworkOptions = {}): Promise<Network> {
  const prefix = `duet${Deno.pid}n${networks++}`;
  const names = ["internet", "server", "routera", "peera", "routerb", "peerb"]
    .map((node) => `${prefix}_${node}`);
  const [internet, server, routerA, peerA, routerB, peerB] = names as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  const stopWatching = onSignal(() => names.forEach(removeNamespaceNow));
  const dispose = async () => {
    stopWatching();
    for (const name of names) await removeNamespace(name);
  };
  try {
    for (const name of names) {
      await ip("netns", "add", name);
      await ip("-n", name, "link", "set", "lo", "up");
    }
    await ip("-n", internet, "link", "add", "br0", "type", "bridge");
    await ip("-n", internet, "link", "set", "br0", "up");
    await ip("-n", internet, "addr", "add", `${NOWHERE_ADDRESS}/24`, "dev", "br0");
    await connect(internet, server, "p0", SERVER_ADDRESS);
    await connect(internet, routerA, "p1", "10.9.0.1");
    await connect(internet, routerB, "p2", "10.9.0.2");
    const a = new Peer(peerA, routerA, "10.1.0");
    const b = new Peer(peerB, routerB, "10.2.0");
    await a.setUp(options.a ?? "open");
    await b.setUp(options.b ?? "open");
    // Only networks without translation are known outside.
    for (
      const [nat, subnet, via, others] of [
        [options.a, "10.1.0.0/24", "10.9.0.1", [server, routerB]],
        [options.b, "10.2.0.0/24", "10.9.0.2", [server, routerA]],
      ] as const
    ) {
      if (nat && nat !== "open") continue;
      for (const other of others) await ip("-n", other, "route", "add", subnet, "via", via);
    }
    return { a, b, server, [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

/** Plugs a namespace into the bridge that plays the internet. */
async function connect(internet: string, name: string, port: string, address: string) {
  await ip(
    ...["-n", internet, "link", "add", port, "type", "veth"],
    ...["peer", "name", "wan", "netns", name],
  );
  await ip("-n", internet, "link", "set", port, "master", "br0", "up");
  await ip("-n", name, "addr", "add", `${address}/24`, "dev", "wan");
  await ip("-n", name, "link", "set", "wan", "up");
  await ip("-n", name, "route", "add", "default", "via", NOWHERE_ADDRESS);
}

/** One person's place in a network, and what can happen to it. */
export class Peer {
  #host = 2;

  constructor(
    /** Start the person's browser in here. */
    readonly namespace: string,
    readonly router: string,
    private readonly subnet: string,
  ) {}

  get address(): string {
    return `${this.subnet}.${this.#host}`;
  }

  /** @internal Plugs peer and router together. */
  async setUp(nat: Nat): Promise<void> {
    const { namespace, router, subnet } = this;
    await ip(
      ...["-n", router, "link", "add", "lan", "type", "veth"],
      ...["peer", "name", "eth0", "netns", namespace],
    );
    await ip("-n", router, "addr", "add", `${subnet}.1/24`, "dev", "lan");
    await ip("-n", router, "link", "set", "lan", "up");
    await ip("-n", namespace, "addr", "add", `${this.address}/24`, "dev", "eth0");
    await this.linkUp();
    await run("ip", "netns", "exec", router, "sysctl", "-qw", "net.ipv4.ip_forward=1");
    if (nat === "open") return;
    const symmetric = nat === "symmetric" ? ["--random-fully"] : [];
    await this.#iptables(
      "-t",
      "nat",
      "-A",
      "POSTROUTING",
      "-o",
      "wan",
      "-j",
      "MASQUERADE",
      ...symmetric,
    );
    if (nat === "no-udp") await this.#iptables("-A", "FORWARD", "-p", "udp", "-j", "DROP");
    // INPUT as well: else a friend's early packet makes the router remember a connection of its
    // own, which takes the public port that was meant for the peer.
    for (const chain of ["INPUT", "FORWARD"]) {
      await this.#iptables(
        "-A",
        chain,
        "-i",
        "wan",
        "-m",
        "conntrack",
        "--ctstate",
        "NEW",
        "-j",
        "DROP",
      );
    }
  }

  /** Pulls the cable: the peer's own interface goes down, and its programs are told. */
  async linkDown(): Promise<void> {
    await ip("-n", this.namespace, "link", "set", "eth0", "down");
  }

  /** Plugs the cable in again. */
  async linkUp(): Promise<void> {
    await ip("-n", this.namespace, "link", "set", "eth0", "up");
    // The route went with the link.
    await ip("-n", this.namespace, "route", "replace", "default", "via", `${this.subnet}.1`);
  }

  /** The router swallows everything: the peer's interface looks as healthy as before. */
  async cut(): Promise<Undo> {
    return await this.#rule("FORWARD", "-j", "DROP");
  }

  /** Moves the peer to another address, as a change from Wi-Fi to mobile does. */
  async changeAddress(): Promise<void> {
    const old = this.address;
    this.#host++;
    // In this order: the second address of a subnet goes when the first one does.
    await ip("-n", this.namespace, "addr", "del", `${old}/24`, "dev", "eth0");
    await ip("-n", this.namespace, "addr", "add", `${this.address}/24`, "dev", "eth0");
    await ip("-n", this.namespace, "route", "replace", "default", "via", `${this.subnet}.1`);
  }

  /** Loses a share of all UDP packets, in both directions. */
  async lose(percent: number): Promise<Undo> {
    const probability = String(percent / 100);
    return await this.#rule(
      ...["FORWARD", "-p", "udp", "-m", "statistic", "--mode", "random"],
      ...["--probability", probability, "-j", "DROP"],
    );
  }

  /** Slows the peer's line in both directions; what does not fit waits in a queue. */
  async limit(kilobitsPerSecond: number, queueMs = 300): Promise<Undo> {
    const shape = [
      "tbf",
      "rate",
      `${kilobitsPerSecond}kbit`,
      "burst",
      "8k",
      "latency",
      `${queueMs}ms`,
    ];
    for (const side of ["lan", "wan"]) {
      await tc(this.router, "qdisc", "replace", "dev", side, "root", ...shape);
    }
    return async () => {
      for (const side of ["lan", "wan"]) await tc(this.router, "qdisc", "del", "dev", side, "root");
    };
  }

  async #rule(chain: string, ...rule: string[]): Promise<Undo> {
    await this.#iptables("-I", chain, "1", ...rule);
    return async () => await this.#iptables("-D", chain, ...rule);
  }

  async #iptables(...args: string[]): Promise<void> {
    await run("ip", "netns", "exec", this.router, "iptables", "-w", ...args);
  }
}

async function tc(namespace: string, ...args: string[]): Promise<void> {
  await run("ip", "netns", "exec", namespace, "tc", ...args);
}

async function ip(...args: string[]): Promise<void> {
  await run("ip", ...args);
}

async function run(program: string, ...args: string[]): Promise<void> {
  const { success, stderr } = await new Deno.Command(findTool(program, thisMachine()) ?? program, {
    args,
    stdout: "null",
    stderr: "piped",
  }).output();
  if (success) return;
  const complaint = new TextDecoder().decode(stderr).trim();
  throw new Error(`Cannot run ${[program, ...args].join(" ")}: ${complaint}`);
}

/** Ends what still runs in a namespace of ours, then the namespace. */
async function removeNamespace(name: string): Promise<void> {
  const { success, stdout } = await new Deno.Command("ip", {
    args: ["netns", "pids", name],
    stderr: "null",
  }).output();
  if (!success) return; // It was never made.
  killAll(new TextDecoder().decode(stdout).split("\n").filter(Boolean).map(Number));
  await ip("netns", "del", name);
}

function removeNamespaceNow(name: string): void {
  new Deno.Command("ip", { args: ["netns", "del", name], stderr: "null" }).outputSync();
}

/** Cleans up when the tests are interrupted; returns what ends the watch. */
function onSignal(cleanUp: () => void): () => void {
  const listener = () => {
    cleanUp();
    Deno.exit(130);
  };
  Deno.addSignalListener("SIGINT", listener);
  Deno.addSignalListener("SIGTERM", listener);
  return () => {
    Deno.removeSignalListener("SIGINT", listener);
    Deno.removeSignalListener("SIGTERM", listener);
  };
}
