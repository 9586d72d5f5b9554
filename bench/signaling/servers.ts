/** The servers side by side, each a process on one core. */
import { fileURLToPath as fromFileUrl } from "node:url";
import { ensureBuilt } from "../../tests/rig/build.ts";
import { Child, freePort } from "../../tests/rig/child.ts";

export interface Server extends AsyncDisposable {
  readonly name: string;
  readonly url: string;
  readonly pid: number;
}

/** Which packages are measured, and their versions. */
const PEER = "peer@1.0.2";
const Y_WEBRTC = "y-webrtc@10.3.0";
const WS = "ws@8.18.3";

/** The first core for whoever is measured, the second for the client. */
const SERVER_CORE = "0";
export const CLIENT_CORE = "1";

/** Ours would refuse ten thousand sockets from one address, as it should. */
export const NO_LIMITS = {
  LIMIT_SOCKETS: "100000",
  LIMIT_SOCKETS_PER_ADDRESS: "100000",
  LIMIT_JOINS_PER_MINUTE: "100000000",
  LIMIT_NAMES_PER_MINUTE: "100000000",
  LIMIT_NEW_ROOMS_PER_HOUR: "100000000",
  LIMIT_MESSAGES_PER_SECOND: "1000000",
  LIMIT_BYTES_PER_SECOND: "1000000000",
};

const ROOT = fromFileUrl(new URL("../../", import.meta.url));

/** Duet as it is deployed: the production build, its own permissions, an embedded SQLite file. */
export async function startDuet(env: Record<string, string> = {}): Promise<Server> {
  await ensureBuilt(new URL("../../", import.meta.url));
  const dir = `${ROOT}.duet`;
  await Deno.mkdir(dir, { recursive: true });
  const folder = await Deno.makeTempDir({ dir, prefix: "bench_" });
  const { tasks } = JSON.parse(await Deno.readTextFile(`${ROOT}deno.json`));
  const [, ...words] = String(tasks.serve).split(" ");
  return await start("duet", [Deno.execPath(), ...words], {
    cwd: ROOT,
    env: { KV_URL: `${folder}/kv.sqlite3`, STUN_URLS: "none", ...NO_LIMITS, ...env },
    folder,
  });
}

/** A Deno WebSocket server that does nothing: the floor for memory. */
export function startBare(): Promise<Server> {
  const program = fromFileUrl(new URL("bare.ts", import.meta.url));
  return start("bare Deno", [Deno.execPath(), "run", "--allow-all", program]);
}

export type Runtime = "Deno" | "Node";

/** The runtimes the other servers can be measured on: Node, their home, where there is one. */
export async function runtimes(): Promise<readonly Runtime[]> {
  return await works("node") ? ["Deno", "Node"] : ["Deno"];
}

/** PeerJS's server. */
export async function startPeer(runtime: Runtime): Promise<Server> {
  const args = ["--port", "PORT", "--path", "/", "--concurrent_limit", "100000"];
  return await startPackage("peer", { bin: "peer/dist/bin/peerjs.js", args, runtime });
}

/** y-webrtc's signalling server. */
export async function startYWebrtc(runtime: Runtime): Promise<Server> {
  return await startPackage("y-webrtc", { bin: "y-webrtc/bin/server.js", args: [], runtime });
}

async function startPackage(
  name: string,
  { bin, args, runtime }: { bin: string; args: string[]; runtime: Runtime },
): Promise<Server> {
  const program = `${await installed()}/${bin}`;
  const words = runtime === "Node" ? ["node"] : [Deno.execPath(), "run", "--allow-all"];
  return await start(`${name} (${runtime})`, [...words, program, ...args]);
}

let packages: Promise<string> | undefined;

/** Installs what is compared with into a temporary folder, once. */
function installed(): Promise<string> {
  packages ??= (async () => {
    const cwd = await Deno.makeTempDir({ prefix: "duet_bench_" });
    const dependencies = Object.fromEntries([PEER, Y_WEBRTC, WS].map((name) => name.split("@")));
    await Deno.writeTextFile(`${cwd}/package.json`, JSON.stringify({ dependencies }));
    const args = ["install", "--node-modules-dir=auto", "--quiet"];
    const { success, stderr } = await new Deno.Command(Deno.execPath(), { args, cwd }).output();
    if (!success) throw new Error(new TextDecoder().decode(stderr));
    globalThis.addEventListener("unload", () => Deno.removeSync(cwd, { recursive: true }));
    return `${cwd}/node_modules`;
  })();
  return packages;
}

async function start(
  name: string,
  words: string[],
  options: { cwd?: string; env?: Record<string, string>; folder?: string } = {},
): Promise<Server> {
  const { cwd, env = {}, folder } = options;
  const port = freePort();
  const pinned = await works("taskset") ? ["taskset", "-c", SERVER_CORE] : [];
  const child = await Child.start({
    name,
    words: [...pinned, ...words.map((word) => word === "PORT" ? String(port) : word)],
    ready: /ready at|Started PeerServer|running on/i,
    env: { PORT: String(port), ...env },
    ...cwd === undefined ? {} : { cwd },
  });
  return {
    name,
    url: `ws://127.0.0.1:${port}/`,
    pid: child.pid,
    async [Symbol.asyncDispose]() {
      await child.kill9();
      if (folder !== undefined) await Deno.remove(folder, { recursive: true });
    },
  };
}

/** Whether a program is there. */
export async function works(program: string): Promise<boolean> {
  try {
    return (await new Deno.Command(program, { args: ["--version"] }).output()).success;
  } catch {
    return false;
  }
}
