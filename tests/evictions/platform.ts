/**
 * A platform that runs Duet as Deno Deploy says it does: several processes on one far KV, requests
 * round robin, and any of them may have to go: no new requests, `SIGINT`, five seconds, the end.
 */
import { type RunningApp, startApp } from "../rig/app.ts";
import { startKvServer } from "../rig/kv_server.ts";
import { startTcpProxy } from "../rig/tcp_proxy.ts";

export interface PlatformOptions {
  readonly instances: number;
  /** There and back between an instance and KV. */
  readonly kvRoundTripMs: number;
}

/** How an instance ends: as the platform says, or as when its machine fails. */
export type Ending = "evicted" | "crashed";

export interface Platform extends AsyncDisposable {
  /** Where people find it; each connection leads to the next instance. */
  readonly url: string;
  /** Ends the longest-running instance; a new one takes its place. Resolves when both is done. */
  replace(ending: Ending): Promise<void>;
  /** Replaces every instance, one after the other, as for a new version. */
  replaceAll(): Promise<void>;
}

/** What the platform waits between `SIGINT` and `SIGKILL`. */
const GRACE_MS = 5_000;
/** All visitors of the measurement come from one address. */
const NO_LIMITS = {
  LIMIT_SOCKETS_PER_ADDRESS: "10000",
  LIMIT_JOINS_PER_MINUTE: "1000000",
  LIMIT_NAMES_PER_MINUTE: "1000000",
  LIMIT_NEW_ROOMS_PER_HOUR: "1000000",
};

export async function startPlatform(options: PlatformOptions): Promise<Platform> {
  const { instances, kvRoundTripMs } = options;
  await using building = new AsyncDisposableStack();
  const kv = building.use(await startKvServer());
  if (!("url" in kv.store)) throw new Error("Cannot start: the KV server has no address");
  const kvPort = Number(new URL(kv.store.url).port);
  const far = building.use(
    startTcpProxy({ target: () => kvPort, delayMs: kvRoundTripMs / 2 }),
  );
  const store = { url: `http://127.0.0.1:${far.port}`, token: kv.store.token };
  /** Longest-running first. */
  const running: RunningApp[] = [];
  building.defer(async () => {
    for (const app of running) await app[Symbol.asyncDispose]();
  });
  async function add(): Promise<void> {
    running.push(await startApp({ store, env: NO_LIMITS }));
  }
  for (let count = 0; count < instances; count++) await add();

  let turn = 0;
  const proxy = building.use(startTcpProxy({
    target: () => running.length === 0 ? null : portOf(running, turn++),
  }));

  async function replace(ending: Ending): Promise<void> {
    if (ending === "crashed") {
      const app = running[0];
      await app?.kill9();
      running.shift();
      return await add();
    }
    // Traffic is led away first, to an instance that may still have to start.
    const starting = add();
    const app = running.shift();
    await Promise.all([starting, app === undefined ? undefined : evict(app)]);
  }

  const whole = building.move();
  return {
    url: `http://localhost:${proxy.port}/`,
    replace,
    async replaceAll() {
      for (let count = 0; count < instances; count++) await replace("evicted");
    },
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

function portOf(running: readonly RunningApp[], turn: number): number | null {
  return running[turn % running.length]?.options.port ?? null;
}

async function evict(app: RunningApp): Promise<void> {
  Deno.kill(app.pid, "SIGINT");
  const late = setTimeout(() => void app.kill9(), GRACE_MS);
  await app.ended;
  clearTimeout(late);
  await app[Symbol.asyncDispose]();
}
