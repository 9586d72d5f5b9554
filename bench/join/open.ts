/** Page opened → the friend's first frame, beside the small page, with a delay between page and server. */
import { markdownTable } from "../../tests/rig/markdown_table.ts";
import { startTcpProxy, type TcpProxy } from "../../tests/rig/tcp_proxy.ts";
import { startSmallPage } from "../small_page/start.ts";
import { median } from "../stopwatch.ts";
import { type Both, meet } from "./meet.ts";

/** How long each way takes, ms, and Duet's time as a share of the small page's, at most. */
const DELAYS = [[0, 1], [20, 0.8], [75, 0.5]] as const;

interface Measured {
  readonly duet: number[];
  readonly small: number[];
  /** Duet's page, loaded anew in its seat. */
  readonly reload: number[];
}

/** Prints the table. @param duet address of the app */
export async function benchOpen(both: Both, duet: string, rounds: number): Promise<void> {
  await using small = await startSmallPage();
  const rows: string[][] = [];
  for (const [delayMs, goal] of DELAYS) {
    await using toDuet = delayed(duet, delayMs);
    await using toSmall = delayed(small.url, delayMs);
    const { duet: own, small: theirs, reload } = await measure(both, { toDuet, toSmall, rounds });
    const [opened, beside, again] = [own, theirs, reload].map(median) as [number, number, number];
    const verdict = (ms: number) =>
      `${(ms / beside).toFixed(2)}, ${ms / beside <= goal ? "reached" : "not reached"}`;
    rows.push([
      `${delayMs} ms`,
      `${opened.toFixed(0)} ms`,
      `${beside.toFixed(0)} ms`,
      verdict(opened),
      `≤ ${goal}`,
      `${again.toFixed(0)} ms`,
      verdict(again),
    ]);
  }
  const head = ["Delay each way", "Duet", "small page", "ratio", "goal", "Duet, reload", "ratio"];
  console.log(`
Page opened → remote frame, nothing cached, permission given; and Duet's page loaded anew in its seat.
Medians of ${rounds} rounds; the small page is socket.io and simple-peer (\`bench/small_page/\`).

${markdownTable(head, rows)}`);
}

interface Ways {
  readonly toDuet: TcpProxy;
  readonly toSmall: TcpProxy;
  readonly rounds: number;
}

async function measure(both: Both, { toDuet, toSmall, rounds }: Ways): Promise<Measured> {
  const measured: Measured = { duet: [], small: [], reload: [] };
  for (let round = -1; round < rounds; round++) {
    const path = `r/open-${toDuet.port}-${round + 1}`;
    const own = `http://localhost:${toDuet.port}/${path}`;
    const met = await meet(both, { url: own, press: "at once", cold: true, reload: true });
    const theirs = `http://localhost:${toSmall.port}/${path}`;
    const beside = await meet(both, { url: theirs, press: "never", cold: true });
    if (round < 0) continue;
    measured.duet.push(met.times.firstFrame);
    measured.reload.push(met.reloadMs ?? NaN);
    measured.small.push(beside.times.firstFrame);
  }
  return measured;
}

function delayed(url: string, delayMs: number): TcpProxy {
  return startTcpProxy({ target: () => Number(new URL(url).port), delayMs });
}
