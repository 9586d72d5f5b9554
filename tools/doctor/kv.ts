import type { KvTarget } from "../../signaling/config/config.ts";
import { type Finding, wordsOf } from "./finding.ts";

/** Instances compare their clocks to about a second. */
const MAX_CLOCK_MS = 1_000;
const ROUNDS = 5;
/** Joins take two round trips: beyond this they are slow, though right. */
const SLOW_MS = 250;
const WATCH_MS = 5_000;
const DATE_MS = 5_000;

/** Compares this machine's clock with the KV server's, to the second that HTTP tells. */
export async function checkClock(target: KvTarget): Promise<Finding> {
  const what = "clock";
  if (target.kind !== "remote") {
    return { what, verdict: "left-out", said: "only one machine to ask: run NTP" };
  }
  try {
    const before = Date.now();
    const response = await fetch(target.url, { signal: AbortSignal.timeout(DATE_MS) });
    await response.body?.cancel();
    return judgeClock(before, Date.now(), response.headers.get("date"));
  } catch (error) {
    return { what, verdict: "bad", said: `cannot ask the KV server: ${wordsOf(error)}` };
  }
}

/** @param before,after this machine's clock around the question, ms */
export function judgeClock(before: number, after: number, date: string | null): Finding {
  const what = "clock";
  const theirs = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(theirs)) {
    return { what, verdict: "left-out", said: "the KV server does not tell its time" };
  }
  // HTTP cuts the fraction off: the true time is up to a second later.
  const ahead = Math.max(0, before - (theirs + 999));
  const behind = Math.max(0, theirs - after);
  const off = Math.max(ahead, behind);
  if (off <= MAX_CLOCK_MS) return { what, verdict: "ok", said: "agrees with the KV server's" };
  const way = ahead > 0 ? "ahead of" : "behind";
  return { what, verdict: "bad", said: `${off} ms ${way} the KV server's: run NTP` };
}

/** Writes, reads and watches, and says whether other instances would see it. */
export async function* checkKv(target: KvTarget): AsyncGenerator<Finding> {
  const what = "KV";
  let first: Deno.Kv;
  try {
    first = await Deno.openKv(pathOf(target));
  } catch (error) {
    yield { what, verdict: "bad", said: `cannot open it: ${wordsOf(error)}` };
    return;
  }
  using one = first;
  try {
    yield await measure(one);
    yield await checkShared(one, target);
  } catch (error) {
    yield { what, verdict: "bad", said: `cannot use it: ${wordsOf(error)}` };
  }
}

function pathOf(target: KvTarget): string | undefined {
  switch (target.kind) {
    case "file":
      return target.path;
    case "memory":
      return ":memory:";
    case "remote":
      return target.url;
    case "platform":
      return undefined;
  }
}

async function measure(kv: Deno.Kv): Promise<Finding> {
  const key = ["doctor", crypto.randomUUID()];
  const writes: number[] = [];
  const reads: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    writes.push(await timed(() => kv.set(key, round, { expireIn: 60_000 })));
    reads.push(await timed(() => kv.get(key)));
  }
  await kv.delete(key);
  const [writeMs, readMs] = [median(writes), median(reads)];
  const said = `write ${writeMs} ms, read ${readMs} ms (medians of ${ROUNDS})`;
  return writeMs > SLOW_MS
    ? { what: "KV", verdict: "bad", said: `${said}: far away, joins will be slow` }
    : { what: "KV", verdict: "ok", said };
}

/** A second client stands for a second instance. */
async function checkShared(kv: Deno.Kv, target: KvTarget): Promise<Finding> {
  const what = "KV shared";
  if (target.kind === "file" || target.kind === "memory") {
    return { what, verdict: "left-out", said: "one process only; more need a KV Connect server" };
  }
  using other = await Deno.openKv(pathOf(target));
  const key = ["doctor", crypto.randomUUID()];
  const watch = other.watch([key]).getReader();
  const late = Promise.withResolvers<"late">();
  const timer = setTimeout(() => late.resolve("late"), WATCH_MS);
  try {
    await Promise.race([watch.read(), late.promise]);
    const startedAt = performance.now();
    await kv.set(key, true, { expireIn: 60_000 });
    const seen = await Promise.race([watch.read(), late.promise]);
    if (seen === "late") {
      return { what, verdict: "bad", said: "another client does not see what is written" };
    }
    const ms = Math.round(performance.now() - startedAt);
    return { what, verdict: "ok", said: `another client sees a write after ${ms} ms` };
  } finally {
    clearTimeout(timer);
    await watch.cancel();
    await kv.delete(key);
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}
