import { fileURLToPath as fromFileUrl } from "node:url";
import { ensureBuilt } from "./build.ts";
import { Child, freePort } from "./child.ts";

/** Where the app keeps its rooms. */
export type AppStore =
  | { path: string } // a SQLite file of this one process
  | { url: string; token: string }; // a KV Connect server that several processes share

/** Choices for one process of the app. */
export interface AppOptions {
  /** Default: one that is free right now. Give an earlier app's port to come back on it. */
  port?: number;
  /** Default: a file of its own, removed in the end. */
  store?: AppStore;
  /** More environment variables. */
  env?: Record<string, string>;
  /** Words to start the app with. Default: the ones of the `serve` task in deno.json. */
  command?: string[];
  /** Name of the network namespace to run in; `host` is then the address browsers use. */
  namespace?: string;
  host?: string;
}

const ROOT = new URL("../../", import.meta.url);
/** The task whose command and permissions are the ones of production. */
const SERVE_TASK = "serve";

/**
 * One running process of the app, started the way it is in production.
 *
 * @example
 * ```ts
 * await using app = await startApp();
 * await ada.open(app.url);
 * await app.kill9();
 * await using again = await startApp(app.comeBack());
 * ```
 */
export class RunningApp implements AsyncDisposable {
  #child: Child;
  #cleanUp: () => Promise<void>;

  constructor(
    /** Where browsers find it. */
    readonly url: string,
    /** The choices it was started with, its port and store filled in. */
    readonly options: AppOptions & { port: number; store: AppStore },
    child: Child,
    cleanUp: () => Promise<void>,
  ) {
    this.#child = child;
    this.#cleanUp = cleanUp;
  }

  get pid(): number {
    return this.#child.pid;
  }

  /** Everything it printed so far. */
  get output(): string {
    return this.#child.output;
  }

  /** Its exit code, once it has ended, by itself or not. */
  get ended(): Promise<number> {
    return this.#child.ended;
  }

  /** Asks it to end and waits until it has; returns its exit code. */
  stop(): Promise<number> {
    return this.#child.stop();
  }

  /** Ends it as a crash would, and waits until it is gone. */
  kill9(): Promise<number> {
    return this.#child.kill9();
  }

  /** Freezes it: its sockets stay open and nothing is answered. Not on Windows. */
  pause(): void {
    this.#child.pause();
  }

  resume(): void {
    this.#child.resume();
  }

  /** The choices that bring the same app back: same port, same rooms. Dispose both. */
  comeBack(): AppOptions {
    return this.options;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#child[Symbol.asyncDispose]();
    await this.#cleanUp();
  }
}

/** Starts the app on what `deno task build` made, building it first when nobody has. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  if (!options.command) await ensureBuilt(ROOT);
  const { port = freePort(), host = "localhost", namespace } = options;
  const folder = options.store ? undefined : await makeStoreFolder();
  const store = options.store ?? { path: `${folder}/rooms.sqlite` };
  const cleanUp = async () => {
    if (folder) await Deno.remove(folder, { recursive: true });
  };
  try {
    const child = await Child.start({
      name: "The app",
      words: options.command ?? await serveCommand(),
      ready: /ready at http/,
      cwd: ROOT,
      // Tests call nobody outside; one that is about STUN names a server of its own.
      env: { PORT: String(port), STUN_URLS: "none", ...storeEnvironment(store), ...options.env },
      namespace,
    });
    return new RunningApp(`http://${host}:${port}/`, { ...options, port, store }, child, cleanUp);
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

function storeEnvironment(store: AppStore): Record<string, string> {
  if ("path" in store) return { KV_URL: store.path };
  return { KV_URL: store.url, DENO_KV_ACCESS_TOKEN: store.token };
}

/** Where the app may write by its own permissions, and git does not look. */
async function makeStoreFolder(): Promise<string> {
  const dir = fromFileUrl(new URL(".duet/", ROOT));
  await Deno.mkdir(dir, { recursive: true });
  return await Deno.makeTempDir({ dir, prefix: "test_store_" });
}

/**
 * The words of the serve task. Run directly rather than by `deno task`, so that the process we end
 * is the server itself.
 */
export async function serveCommand(): Promise<string[]> {
  const config = JSON.parse(await Deno.readTextFile(new URL("deno.json", ROOT)));
  const task: unknown = config.tasks?.[SERVE_TASK];
  if (typeof task !== "string") {
    throw new Error(`Cannot start the app: deno.json has no task "${SERVE_TASK}"`);
  }
  return splitCommand(task).map((word, index) => index === 0 ? Deno.execPath() : word);
}

/** Splits a task's last command into words; it may quote them. */
export function splitCommand(task: string): string[] {
  const last = task.split("&&").at(-1)!.trim();
  return [...last.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)]
    .map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}
