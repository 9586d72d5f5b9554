/** Benches with browsers run in a network of their own: Chromium gathers nothing on loopback. */
import { ensureChromium } from "../tests/rig/browsers.ts";
import { planIsolation } from "../tests/rig/isolate.ts";

/** Set in the process that measures. */
const INSIDE = "DUET_BENCH_INSIDE";

export interface InsideOptions {
  /** The module that calls: it is run again, inside. */
  readonly module: string;
  /** What must be done while there still is a network, besides having Chromium. */
  readonly prepare?: () => Promise<unknown>;
}

/** Runs `bench` inside, where the system allows it, and ends this process with its exit code. */
export async function runInside(
  bench: () => Promise<void>,
  { module, prepare }: InsideOptions,
): Promise<void> {
  if (Deno.env.has(INSIDE)) return await bench();
  await Promise.all([ensureChromium(), prepare?.()]);
  const isolation = await planIsolation();
  const prefix = isolation.kind === "isolated" ? isolation.prefix : [];
  const own = [Deno.execPath(), "run", "--allow-all", module, ...Deno.args];
  const [program = "", ...args] = [...prefix, ...own];
  const child = new Deno.Command(program, { args, env: { [INSIDE]: "1" } }).spawn();
  Deno.exit((await child.status).code);
}
