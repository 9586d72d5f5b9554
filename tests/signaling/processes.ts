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
  const program = fromFileUrl(new URL("server_main.ts", import.meta.url));
  const env = { ...options.env, ...timings && { TIMINGS: JSON.stringify(timings) } };
  return startApp({ command: [Deno.execPath(), "run", "-A", program], ...options, env });
}

/** A page of a server process. */
export function openPage(app: RunningApp): Promise<Page> {
  return Page.open(socketUrl(app));
}

export function socketUrl(app: RunningApp): string {
  return app.url.replace(/^http:\/\/localhost/, "ws://127.0.0.1") + "ws";
}
