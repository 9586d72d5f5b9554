/** What is attacked: the production build with its own permissions, and what stands around it. */
import { fileURLToPath as fromFileUrl } from "node:url";
import { systemClock } from "../../signaling/clock.ts";
import { within } from "../../signaling/store/patience.ts";
import type { Timings } from "../../signaling/timings.ts";
import {
  type AppOptions,
  type AppStore,
  type RunningApp,
  serveCommand,
  startApp,
} from "../rig/app.ts";
import { ensureBuilt } from "../rig/build.ts";
import { type KvProxy, startKvProxy } from "../rig/kv_proxy.ts";
import { type KvServer, startKvServer } from "../rig/kv_server.ts";
import { SERVER_COMMAND, startProcess } from "../signaling/processes.ts";

export interface TargetOptions extends Omit<AppOptions, "command"> {
  /** Most files and sockets the process may have open. */
  readonly descriptors?: number;
  /** Shell words run before the app, in its process: to set limits. */
  readonly before?: string;
  /** A module run before the app, in the same process. */
  readonly preload?: URL;
}

/** Starts the production build as the `serve` task does. */
export async function startTarget(options: TargetOptions = {}): Promise<RunningApp> {
  const { descriptors, before, preload, ...rest } = options;
  const words = preloaded(await serveCommand(), preload);
  const limits = [before, descriptors === undefined ? undefined : `ulimit -n ${descriptors}`]
    .filter((word) => word !== undefined);
  const shell = limits.length === 0 ? [] : ["sh", "-c", `${limits.join("; ")}; exec "$@"`, "sh"];
  await ensureBuilt(new URL("../../", import.meta.url));
  return await startApp({ ...rest, command: [...shell, ...words] });
}

/**
 * The production build; or, for a short run, the same signalling server with shorter waits. Where an
 * attack has to wait for a hold to run out, the long run waits for the real one.
 */
export function startPaced(options: PacedOptions): Promise<RunningApp> {
  const { short, timings, preload, ...rest } = options;
  return short
    ? startProcess({ ...rest, timings, command: preloaded(SERVER_COMMAND, preload) })
    : startTarget({ ...rest, ...preload === undefined ? {} : { preload } });
}

export interface PacedOptions extends Pick<TargetOptions, "store" | "env" | "preload"> {
  readonly short: boolean;
  /** Only for the short run. */
  readonly timings: Partial<Timings>;
}

/** A command of Deno, with a module to run before. */
function preloaded(words: readonly string[], preload: URL | undefined): string[] {
  const [program = "", run = "", ...rest] = words;
  return preload === undefined
    ? [...words]
    : [program, run, `--preload=${fromFileUrl(preload)}`, ...rest];
}

export type Start =
  | { readonly lives: true }
  /** With everything it printed. */
  | { readonly lives: false; readonly code: number; readonly output: string };

/** Longer than a process takes to find out that it cannot go on. */
const END_MS = 5_000;

/** Starts the production build and sees whether it ends by itself. */
export async function startAndWatch(options: TargetOptions): Promise<Start> {
  await using app = await startTarget(options).catch((error: Error) => {
    // The rig's own line, then what the program printed.
    const [, ...lines] = error.message.split("\n");
    return {
      ended: Promise.resolve(1),
      output: lines.join("\n"),
      async [Symbol.asyncDispose]() {},
    };
  });
  const code = await within(app.ended, { clock: systemClock, ms: END_MS }).catch(() => null);
  return code === null ? { lives: true } : { lives: false, code, output: app.output };
}

/** For attacks on something else than the budget of names, all of them from one address. */
export const ROOMY = { LIMIT_NAMES_PER_MINUTE: "100000", LIMIT_NEW_ROOMS_PER_HOUR: "100000" };

/** Two instances on one KV, each with a proxy of its own in between. */
export interface Pair extends AsyncDisposable {
  readonly one: RunningApp;
  readonly two: RunningApp;
  readonly kv: KvServer;
  readonly proxyOfOne: KvProxy;
  readonly proxyOfTwo: KvProxy;
}

export async function startPair(
  start: (store: AppStore) => Promise<RunningApp> = (store) => startTarget({ store, env: ROOMY }),
): Promise<Pair> {
  await using stack = new AsyncDisposableStack();
  const kv = stack.use(await startKvServer());
  const proxyOfOne = stack.use(startKvProxy(kv.store));
  const proxyOfTwo = stack.use(startKvProxy(kv.store));
  const one = stack.use(await start(proxyOfOne.store));
  const two = stack.use(await start(proxyOfTwo.store));
  const kept = stack.move();
  return { one, two, kv, proxyOfOne, proxyOfTwo, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

/** Open files and sockets of a process. */
export function openDescriptors(pid: number): number {
  return [...Deno.readDirSync(`/proc/${pid}/fd`)].length;
}
