import { findTool, thisMachine } from "./machine.ts";

/**
 * How a peer's router treats it.
 *
 * - `open`: no translation, nothing is filtered
 * - `cone`: one public port for each private one, whoever it talks to; strangers are kept out
 * - `symmetric`: another public port for everyone it talks to, so that only a relay helps
 * - `no-udp`: like `cone`, and no UDP at all, so that only a relay over TCP helps
 */
export type Nat = "open" | "cone" | "symmetric" | "no-udp";

/** A neighbour that has not told its address is asked again after this, ms. */
const ARP_AGAIN_MS = 50;

/** Takes something back that was done to a network. */
export type Undo = () => Promise<void>;

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
    await sysctl(router, "net.ipv4.ip_forward=1");
    // The first question for a neighbour's address (ARP) is lost as often as not when a link comes up.
    // Linux asks again after a second, which would be told of as the call's.
    await sysctl(router, `net.ipv4.neigh.lan.retrans_time_ms=${ARP_AGAIN_MS}`);
    await sysctl(namespace, `net.ipv4.neigh.eth0.retrans_time_ms=${ARP_AGAIN_MS}`);
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

async function sysctl(namespace: string, setting: string): Promise<void> {
  await run("ip", "netns", "exec", namespace, "sysctl", "-qw", setting);
}

async function tc(namespace: string, ...args: string[]): Promise<void> {
  await run("ip", "netns", "exec", namespace, "tc", ...args);
}

/** Runs iproute2. */
export async function ip(...args: string[]): Promise<void> {
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
