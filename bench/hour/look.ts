/** One look at a page from outside: Chromium, and for its processes Linux. */
import type { Page } from "../../tests/rig/deps.ts";
import type { RigWindow } from "../../tests/rig/page_rig.ts";
import type { LaunchedPerson } from "../../tests/rig/person.ts";
import { cpuMs } from "../signaling/measure.ts";
import type { Quantity } from "./quantities.ts";

/** Bytes and counts of one moment, garbage collected. */
export type Look = Readonly<Record<Exclude<Quantity, "cpu" | "server">, number>>;

/** Not in the driver's types yet. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  /** What array buffers hold. */
  readonly backingStorageSize?: number;
}

const BYTES_PER_KB = 1_024;
const NOTHING = { private: 0, shared: 0 };
/** What an object lets go of when it is collected is collected the next time. */
const COLLECTIONS = 3;

/** Collects the garbage of the page and looks at what is left. */
export async function look(person: LaunchedPerson): Promise<Look> {
  await forgetClosed(person.page);
  const session = await person.context.newCDPSession(person.page);
  try {
    for (let round = 0; round < COLLECTIONS; round++) {
      await session.send("HeapProfiler.collectGarbage");
    }
    const usage: HeapUsage = await session.send("Runtime.getHeapUsage");
    const counters = await session.send("Memory.getDOMCounters");
    const renderers = (await processesOf(person)).filter(({ isRenderer }) => isRenderer);
    return {
      heap: usage.usedSize,
      outside: (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0),
      nodes: counters.nodes,
      listeners: counters.jsEventListeners,
      documents: counters.documents,
      ...memoryOf(renderers),
    };
  } finally {
    await session.detach();
  }
}

/** Memory of the largest: the others are spare ones, which Chromium keeps for the next page. */
function memoryOf(processes: readonly Process[]): Pick<Look, "private" | "shared"> {
  const all = processes.map(({ pid }) => {
    const read = (name: string) => orGone(() => statusBytes(pid, name), pid);
    return { private: read("RssAnon"), shared: read("RssShmem") };
  });
  return all.reduce((most, one) => one.private > most.private ? one : most, NOTHING);
}

/** One line of what Linux tells of a process (proc(5)), bytes. */
function statusBytes(pid: number, name: string): number {
  const status = Deno.readTextFileSync(`/proc/${pid}/status`);
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) * BYTES_PER_KB;
}

/** The rig remembers every connection of a page; the page itself should not. */
async function forgetClosed(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { duetRig } = globalThis as unknown as RigWindow;
    const open = duetRig.connections.map((one) => one.connectionState !== "closed");
    duetRig.configurations = duetRig.configurations.filter((_, index) => open[index]);
    duetRig.connections = duetRig.connections.filter((_, index) => open[index]);
  });
}

interface Process {
  readonly pid: number;
  readonly isRenderer: boolean;
}

async function processesOf({ context }: LaunchedPerson): Promise<readonly Process[]> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (session === undefined) throw new Error("Cannot look at processes: no Chromium of our own");
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  return processInfo.map(({ id, type }) => ({ pid: id, isRenderer: type === "renderer" }));
}

/** CPU time by process, ms since it began. */
export type Clock = ReadonlyMap<number, { readonly isRenderer: boolean; readonly ms: number }>;

export async function readClock(person: LaunchedPerson): Promise<Clock> {
  const processes = await processesOf(person);
  return new Map(
    processes.map(({ pid, isRenderer }) => [pid, { isRenderer, ms: orGone(cpuMs, pid) }]),
  );
}

/** CPU time of a browser, ms. */
export interface Spent {
  readonly renderers: number;
  /** With painting, capturing and everything else. */
  readonly browser: number;
}

export function spentBetween(before: Clock, after: Clock): Spent {
  let [renderers, browser] = [0, 0];
  for (const [pid, { isRenderer, ms }] of after) {
    const spent = Math.max(0, ms - (before.get(pid)?.ms ?? 0));
    browser += spent;
    if (isRenderer) renderers += spent;
  }
  return { renderers, browser };
}

function orGone(read: (pid: number) => number, pid: number): number {
  try {
    return read(pid);
  } catch {
    return 0; // It has ended.
  }
}
