/** How much memory a page takes, from outside: Chromium, and for its processes Linux. */
import type { Page } from "./deps.ts";

const EVERY_MS = 1_000;
const BYTES_PER_KB = 1_024;

/** Not in the driver's types yet. */
interface HeapUsage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  /** What array buffers hold. */
  readonly backingStorageSize?: number;
}

/**
 * What the page really holds, bytes: its JavaScript, its document and its array buffers, after the
 * garbage is collected. Files on the disk behind a `Blob` are not in it.
 */
export async function liveBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send("HeapProfiler.collectGarbage");
    const usage: HeapUsage = await session.send("Runtime.getHeapUsage");
    return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
  } finally {
    await session.detach();
  }
}

export interface Memory {
  /** The most it held ({@linkcode liveBytes}); `null`: the browser does not tell. */
  readonly live: number | null;
  /** By how much the browser's renderers grew at most, garbage and decoders included. */
  readonly grown: number;
}

export interface MemoryWatch {
  stop(): Promise<Memory>;
}

/** Looks once a second, until it is stopped. */
export async function watchMemory(page: Page): Promise<MemoryWatch> {
  const browser = await page.context().browser()?.newBrowserCDPSession().catch(() => null) ?? null;
  if (browser === null) return { stop: () => Promise.resolve({ live: null, grown: 0 }) };
  const rendererBytes = async () => {
    const { processInfo } = await browser.send("SystemInfo.getProcessInfo");
    return processInfo.filter(({ type }) => type === "renderer")
      .reduce((sum, { id }) => sum + residentBytes(id), 0);
  };
  const before = await rendererBytes();
  let live = 0;
  let grown = 0;
  const over = Promise.withResolvers<void>();
  let isOver = false;
  async function watch(): Promise<void> {
    while (!isOver) {
      // A page that is being loaded anew has no figures for a moment.
      live = Math.max(live, await liveBytes(page).catch(() => 0));
      grown = Math.max(grown, await rendererBytes().catch(() => before) - before);
      await Promise.race([over.promise, new Promise((done) => setTimeout(done, EVERY_MS))]);
    }
  }
  const watching = watch();
  return {
    async stop() {
      isOver = true;
      over.resolve();
      await watching;
      return { live, grown };
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
