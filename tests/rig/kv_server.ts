import type { AppStore } from "./app.ts";
import { Child, freePort } from "./child.ts";
import type { KvTraffic } from "./kv_wire.ts";

/** Choices for a KV Connect server. */
export interface KvServerOptions {
  /** The SQLite file; default: a new one, removed in the end. */
  path?: string;
  /** Default: one that is free right now. */
  port?: number;
  namespace?: string;
  /** The address the app finds it at, inside a namespace. */
  host?: string;
}

const TOKEN = "only-for-tests";

/**
 * A KV store that several processes of the app share, and that can fail.
 *
 * @example
 * ```ts
 * await using kv = await startKvServer();
 * await using one = await startApp({ store: kv.store });
 * await using two = await startApp({ store: kv.store });
 * kv.pause();
 * ```
 */
export class KvServer implements AsyncDisposable {
  /** What an app has to know to use it. */
  readonly store: AppStore;
  #child: Child;
  #start: () => Promise<Child>;
  #cleanUp: () => Promise<void>;

  constructor(
    store: AppStore,
    child: Child,
    start: () => Promise<Child>,
    cleanUp: () => Promise<void>,
  ) {
    this.store = store;
    this.#child = child;
    this.#start = start;
    this.#cleanUp = cleanUp;
  }

  /** What it was asked so far, since it was started or restarted. */
  async traffic(): Promise<KvTraffic> {
    if (!("url" in this.store)) throw new Error("unreachable");
    const headers = { authorization: `Bearer ${this.store.token}` };
    return await (await fetch(`${this.store.url}/traffic`, { headers })).json();
  }

  /** Freezes it: connections stay open and nothing is answered. Not on Windows. */
  pause(): void {
    this.#child.pause();
  }

  resume(): void {
    this.#child.resume();
  }

  /** Ends it as a crash would; `restart()` brings it back with everything it had stored. */
  async kill9(): Promise<void> {
    await this.#child.kill9();
  }

  /** Starts it again on the same file and port. */
  async restart(): Promise<void> {
    await this.#child.kill9();
    this.#child = await this.#start();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#child[Symbol.asyncDispose]();
    await this.#cleanUp();
  }
}

/** Starts a KV Connect server. */
export async function startKvServer(options: KvServerOptions = {}): Promise<KvServer> {
  const { port = freePort(), host = "127.0.0.1", namespace } = options;
  const folder = options.path ? undefined : await Deno.makeTempDir({ prefix: "duet_kv_" });
  const path = options.path ?? `${folder}/shared.sqlite`;
  const program = new URL("kv_server_main.ts", import.meta.url).href;
  const words = [Deno.execPath(), "run", "--quiet", "--no-check", "--allow-all", program];
  const start = () =>
    Child.start({
      name: "The KV server",
      words: [...words, path, String(port), TOKEN],
      ready: /KV is ready/,
      namespace,
    });
  const cleanUp = async () => {
    if (folder) await Deno.remove(folder, { recursive: true });
  };
  const store = { url: `http://${host}:${port}`, token: TOKEN };
  try {
    return new KvServer(store, await start(), start, cleanUp);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}
