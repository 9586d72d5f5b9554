/** Real server processes for tests of faults. */
import { fileURLToPath as fromFileUrl } from "node:url";
import { type AppOptions, type RunningApp, startApp } from "../rig/app.ts";
import type { Timings } from "../../signaling/timings.ts";
import { Page } from "./page.ts";

export interface ProcessOptions extends AppOptions {
  readonly timings?: Partial<Timings>;
}

/** Starts the signalling server alone, in a process of its own. */
export function startProcess({ timings, ...options }: ProcessOptions = {}): Promise<RunningApp> {
  const env = { ...options.env, ...timings && { TIMINGS: JSON.stringify(timings) } };
  return startApp({ command: SERVER_COMMAND, ...options, env });
}

/** Words that start the signalling server alone. */
export const SERVER_COMMAND = [
  Deno.execPath(),
  "run",
  "--quiet",
  "--v8-flags=--expose-gc",
  "--allow-all",
  fromFileUrl(new URL("server_main.ts", import.meta.url)),
];

/** A page of a server process. */
export function openPage(app: Pick<RunningApp, "url">): Promise<Page> {
  return Page.open(socketUrl(app));
}

export function socketUrl(app: Pick<RunningApp, "url">): string {
  return app.url.replace(/^http:\/\/localhost/, "ws://127.0.0.1") + "ws";
}

export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** Runs the server until it ends by itself, whatever the reason. */
export function runUntilEnd(
  options: Pick<ProcessOptions, "store" | "env" | "port">,
): { readonly pid: number; readonly ended: Promise<Ended>; readonly ready: Promise<string> } {
  const { store, port = 0 } = options;
  const [program = "", ...args] = SERVER_COMMAND;
  const kv: Record<string, string> = store === undefined
    ? { KV_URL: ":memory:" }
    : "path" in store
    ? { KV_URL: store.path }
    : { KV_URL: store.url, DENO_KV_ACCESS_TOKEN: store.token };
  const env = { PORT: String(port), STUN_URLS: "none", ...kv, ...options.env };
  const child = new Deno.Command(program, { args, env, stdout: "piped", stderr: "piped" }).spawn();
  const ready = Promise.withResolvers<string>();
  let output = "";
  async function read(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<void> {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      output += text;
      const url = /ready at (http:\S+)/.exec(output)?.[1];
      if (url !== undefined) ready.resolve(url);
    }
  }
  async function end(): Promise<Ended> {
    const [{ code }] = await Promise.all([child.status, read(child.stdout), read(child.stderr)]);
    return { code, output };
  }
  return { pid: child.pid, ended: end(), ready: ready.promise };
}
