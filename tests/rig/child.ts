import { killAll } from "./processes.ts";

const READY_TIMEOUT_MS = 30_000;

/** How to start a program of the rig. */
export interface ChildOptions {
  /** How the program is called in messages. */
  name: string;
  /** Program and arguments. */
  words: string[];
  /** What it prints when others may use it. */
  ready: RegExp;
  env?: Record<string, string>;
  cwd?: string | URL;
  /** Runs it inside a network namespace. */
  namespace?: string | undefined;
}

/** A program that runs beside the tests until it is ended. */
export class Child implements AsyncDisposable {
  readonly pid: number;
  /** Everything it printed so far. */
  output = "";
  #name: string;
  #process: Deno.ChildProcess;
  #readers: Promise<void>[];
  #ready = Promise.withResolvers<void>();
  #listeners = new Set<() => void>();

  private constructor({ name, words, ready, env = {}, cwd, namespace }: ChildOptions) {
    const inside = namespace ? ["ip", "netns", "exec", namespace] : [];
    const [program, ...args] = [...inside, ...words];
    const pipes = { stdin: "null", stdout: "piped", stderr: "piped" } as const;
    this.#name = name;
    this.#process = new Deno.Command(program!, { args, env, ...(cwd ? { cwd } : {}), ...pipes })
      .spawn();
    this.pid = this.#process.pid;
    this.#readers = [this.#process.stdout, this.#process.stderr]
      .map((stream) => this.#read(stream, ready));
  }

  /**
   * Starts a program and waits until it is ready.
   *
   * @throws {Error} with what it printed, when it ends before that or takes too long
   */
  static async start(options: ChildOptions): Promise<Child> {
    const child = new Child(options);
    try {
      await child.#waitReady();
      return child;
    } catch (error) {
      await child[Symbol.asyncDispose]();
      throw error;
    }
  }

  /** Waits until it has printed something. */
  async printed(wanted: RegExp): Promise<void> {
    const done = Promise.withResolvers<void>();
    const look = () => wanted.test(this.output) && done.resolve();
    this.#listeners.add(look);
    look();
    await done.promise.finally(() => this.#listeners.delete(look));
  }

  /** Asks it to end and waits until it has; returns its exit code. */
  async stop(): Promise<number> {
    // Windows has no way to ask.
    this.#process.kill(Deno.build.os === "windows" ? "SIGKILL" : "SIGTERM");
    return await this.#end();
  }

  /** Ends it as a crash would, and waits until it is gone. */
  async kill9(): Promise<number> {
    killAll([this.pid]);
    return await this.#end();
  }

  /** Freezes it: it keeps its connections and answers nothing. Not on Windows. */
  pause(): void {
    this.#process.kill("SIGSTOP");
  }

  /** Lets it go on after a pause. */
  resume(): void {
    this.#process.kill("SIGCONT");
  }

  /** Its exit code, once it has ended, by itself or not. */
  get ended(): Promise<number> {
    return this.#end();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill9();
  }

  async #waitReady(): Promise<void> {
    const ended = this.#process.status.then(async ({ code }) => {
      await Promise.all(this.#readers);
      throw new Error(`${this.#name} ended ${code} before it was ready\n${this.output}`);
    });
    const { promise: late, reject } = Promise.withResolvers<never>();
    const giveUp = () => reject(new Error(`${this.#name} was not ready in time\n${this.output}`));
    const timer = setTimeout(giveUp, READY_TIMEOUT_MS);
    ended.catch(() => {}); // Once it is ready, its end is no error.
    await Promise.race([this.#ready.promise, ended, late]).finally(() => clearTimeout(timer));
  }

  async #end(): Promise<number> {
    const { code } = await this.#process.status;
    await Promise.all(this.#readers);
    return code;
  }

  async #read(stream: ReadableStream<Uint8Array<ArrayBuffer>>, ready: RegExp): Promise<void> {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      this.output += text;
      if (ready.test(this.output)) this.#ready.resolve();
      for (const look of this.#listeners) look();
    }
  }
}

/** A port nobody listens on at this moment. */
export function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}
