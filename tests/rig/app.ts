import { fileURLToPath as fromFileUrl } from "node:url";
import { ensureBuilt } from "./build.ts";
import { killAll } from "./processes.ts";

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
const READY_LINE = /ready at (http:\/\/\S+)/;
const READY_TIMEOUT_MS = 30_000;
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
  readonly pid: number;
  /** Everything it printed so far. */
  output = "";
  #process: Deno.ChildProcess;
  #readers: Promise<void>[];
  #ready = Promise.withResolvers<void>();

  constructor(
    /** Where browsers find it. */
    readonly url: string,
    /** The choices it was started with, its port and store filled in. */
    readonly options: AppOptions & { port: number; store: AppStore },
    command: Deno.Command,
    private readonly cleanUp: () => Promise<void>,
  ) {
    this.#process = command.spawn();
    this.pid = this.#process.pid;
    this.#readers = [this.#process.stdout, this.#process.stderr].map((stream) =>
      this.#read(stream)
    );
  }

  /** Resolves once it printed that it is ready. */
  async waitReady(timeoutMs = READY_TIMEOUT_MS): Promise<void> {
    const ended = this.#process.status.then(async ({ code }) => {
      await Promise.all(this.#readers);
      throw new Error(`The app ended ${code} before it was ready\n${this.output}`);
    });
    const { promise: late, reject } = Promise.withResolvers<never>();
    const fail = () => reject(new Error(`The app was not ready in time\n${this.output}`));
    const timer = setTimeout(fail, timeoutMs);
    await Promise.race([this.#ready.promise, ended, late]).finally(() => clearTimeout(timer));
    ended.catch(() => {}); // From now on its end is nobody's error.
  }

  /** Asks it to end and waits until it has; returns its exit code. */
  stop(): Promise<number> {
    return this.#end("SIGTERM");
  }

  /** Ends it as a crash would, and waits until it is gone. */
  kill9(): Promise<number> {
    return this.#end("SIGKILL");
  }

  /** The choices that bring the same app back: same port, same rooms. */
  comeBack(): AppOptions {
    return this.options;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill9();
    await this.cleanUp();
  }

  async #end(signal: "SIGTERM" | "SIGKILL"): Promise<number> {
    if (signal === "SIGKILL") killAll([this.pid]);
    else this.#process.kill(Deno.build.os === "windows" ? "SIGKILL" : signal);
    const { code } = await this.#process.status;
    await Promise.all(this.#readers);
    return code;
  }

  async #read(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      this.output += text;
      if (READY_LINE.test(this.output)) this.#ready.resolve();
    }
  }
}

/** Starts the app on what `deno task build` made, building it first when nobody has. */
export async function startApp(options: AppOptions = {}): Promise<RunningApp> {
  if (!options.command) await ensureBuilt(ROOT);
  const port = options.port ?? freePort();
  const folder = options.store ? undefined : await makeStoreFolder();
  const store = options.store ?? { path: `${folder}/rooms.sqlite` };
  const serve = options.command ?? await serveCommand();
  const inside = options.namespace ? ["ip", "netns", "exec", options.namespace] : [];
  const [program, ...args] = [...inside, ...serve];
  const command = new Deno.Command(program!, {
    args,
    cwd: ROOT,
    env: { PORT: String(port), ...storeEnvironment(store), ...options.env },
    stdout: "piped",
    stderr: "piped",
  });
  const url = `http://${options.host ?? "localhost"}:${port}/`;
  const app = new RunningApp(url, { ...options, port, store }, command, async () => {
    if (folder) await Deno.remove(folder, { recursive: true });
  });
  try {
    await app.waitReady();
    return app;
  } catch (error) {
    await app[Symbol.asyncDispose]();
    throw error;
  }
}

/** A port nobody listens on at this moment. */
export function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
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
async function serveCommand(): Promise<string[]> {
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
