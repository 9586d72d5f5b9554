import { findTool, type Machine, thisMachine } from "./machine.ts";

/**
 * Set for programs that run in a throw-away network of their own. Without it a browser has to be
 * told to use the loopback interface, which it otherwise never gathers candidates on.
 */
export const ISOLATED_VARIABLE = "DUET_TEST_ISOLATED";

// A made-up network: browsers gather candidates on it, and nothing answers at its gateway. The
// default route has to exist, because browsers pick the interface that leads to the internet.
const ADDRESS = "10.99.0.1/24";
const GATEWAY = "10.99.0.254";

/** How to run a command cut off from every real network, or why that cannot be done here. */
export type Isolation = { kind: "isolated"; prefix: string[] } | { kind: "shared"; why: string };

/**
 * Finds out whether commands can get a throw-away network, by trying.
 *
 * The command gets namespaces of its own for network, mounts and processes: named network
 * namespaces made inside stay inside, and when the command ends, or is killed, everything it
 * started and made ends with it.
 *
 * @example
 * ```ts
 * const isolation = await planIsolation();
 * if (isolation.kind === "isolated") run([...isolation.prefix, "deno", "test"]);
 * ```
 */
export async function planIsolation(machine: Machine = thisMachine()): Promise<Isolation> {
  if (machine.os !== "linux") return { kind: "shared", why: `namespaces need Linux` };
  if (!machine.isRoot) return { kind: "shared", why: "network namespaces need root" };
  const unshare = findTool("unshare", machine);
  const ip = findTool("ip", machine);
  if (!unshare || !ip) {
    return { kind: "shared", why: "network namespaces need the packages util-linux and iproute2" };
  }
  const prefix = [unshare, "--net", "--mount", "--pid", "--mount-proc", "--fork", "--kill-child"]
    .concat("--", "/bin/sh", "-c", setUpScript(ip), "sh");
  const [program, ...args] = [...prefix, "true"];
  const probe = await new Deno.Command(program!, { args, stderr: "piped" }).output();
  if (probe.success) return { kind: "isolated", prefix };
  const complaint = new TextDecoder().decode(probe.stderr).trim().split("\n").at(-1) ?? "";
  return { kind: "shared", why: `the kernel refuses a network namespace (${complaint})` };
}

function setUpScript(ip: string): string {
  return [
    "set -e",
    // A registry of namespace names of our own: two runs on one machine never meet.
    "mkdir -p /run/netns",
    "mount -t tmpfs duet /run/netns",
    `${ip} link set lo up`,
    `${ip} link add duet0 type veth peer name duet1`,
    `${ip} addr add ${ADDRESS} dev duet0`,
    `${ip} link set duet0 up`,
    `${ip} link set duet1 up`,
    `${ip} route add default via ${GATEWAY}`,
    `export ${ISOLATED_VARIABLE}=1`,
    "set +e",
    // Not exec: as process 1 the shell also collects the orphans of a crashed browser.
    '"$@"',
    "exit $?",
  ].join("\n");
}
