import { findTool, type Machine, thisMachine } from "./machine.ts";
import { ip, type Nat, Peer } from "./peer_network.ts";
import { killAll } from "./processes.ts";

export type { Nat, Peer };

/** What two people's networks are like. */
export interface NetworkOptions {
  a?: Nat;
  b?: Nat;
}

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
