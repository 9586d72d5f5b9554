/** How much memory a page takes at most, from outside: Chromium on Linux. */
import type { Page } from "../tests/rig/deps.ts";

const EVERY_MS = 200;
const BYTES_PER_KB = 1_024;

export interface Memory {
  /** The largest JavaScript heap in use; `null`: the browser does not tell. */
  readonly heapBytes: number | null;
  /** By how much the browser's renderers grew at most: what lies outside the heap counts here. */
  readonly grownBytes: number;
}

export interface MemoryWatch {
  stop(): Promise<Memory>;
}

export async function watchMemory(page: Page): Promise<MemoryWatch> {
  const context = page.context();
  const unknown: Memory = { heapBytes: null, grownBytes: 0 };
  const session = await context.newCDPSession(page).catch(() => null);
  const browser = await context.browser()?.newBrowserCDPSession().catch(() => null) ?? null;
  if (session === null || browser === null) return { stop: () => Promise.resolve(unknown) };
  await session.send("Performance.enable");

  async function renderers(): Promise<number> {
    const { processInfo } = await browser!.send("SystemInfo.getProcessInfo");
    const ids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
    return ids.map(residentBytes).reduce((sum, bytes) => sum + bytes, 0);
  }
  async function heap(): Promise<number> {
    const { metrics } = await session!.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? 0;
  }

  const before = await renderers();
  let heapBytes = 0;
  let grownBytes = 0;
  async function look(): Promise<void> {
    // A page that is being loaded anew has no figures for a moment.
    heapBytes = Math.max(heapBytes, await heap().catch(() => 0));
    grownBytes = Math.max(grownBytes, await renderers().catch(() => 0) - before);
  }
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      await look();
      await new Promise((done) => setTimeout(done, EVERY_MS));
    }
  })();
  return {
    async stop() {
      isOver = true;
      await watching;
      return { heapBytes, grownBytes };
    },
  };
}

function residentBytes(process: number): number {
  try {
    const status = Deno.readTextFileSync(`/proc/${process}/status`);
    return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * BYTES_PER_KB;
  } catch {
    return 0; // It has ended.
  }
}
