/**
 * `deno task simulate --lives=N --seed=S [--from=K] [--workers=W]`: lives K … K+N-1 of seed S, spread
 * over the cores. Ends with 1 when a rule was broken; each failure comes with its shortest schedule.
 * `--tell=1` tells life K step by step instead, `--tell=2` with every message.
 */
import { planLife } from "../schedule/generate.ts";
import type { Range, Tally } from "./lives.ts";
import { tellLife } from "./tell.ts";

/** Small enough that a slow life keeps no core waiting, large enough to be worth a message. */
const CHUNK = 100;
/** More failures than anybody reads: the run ends early. */
const MAX_FAILURES = 25;
const PROGRESS_MS = 10_000;

if (import.meta.main) Deno.exit(await main(Deno.args));

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.tell > 0) {
    const plan = planLife(options.seed, options.from);
    await tellLife(plan, { print: console.log, frames: options.tell > 1 });
    return 0;
  }
  const total: Tally = { lives: 0, faults: 0, steps: 0, failures: [] };
  const started = performance.now();
  let next = options.from;
  let toldAt = started;

  function take(): Range | null {
    const left = options.from + options.lives - next;
    if (left <= 0 || total.failures.length >= MAX_FAILURES) return null;
    const range = { seed: options.seed, from: next, count: Math.min(CHUNK, left) };
    next += range.count;
    return range;
  }

  function add(tally: Tally): void {
    total.lives += tally.lives;
    total.faults += tally.faults;
    total.steps += tally.steps;
    for (const failure of tally.failures) {
      total.failures.push(failure);
      console.log(`\n${failure.report}`);
    }
    if (performance.now() - toldAt < PROGRESS_MS) return;
    toldAt = performance.now();
    console.log(summary(total, options.seed, toldAt - started));
  }

  await Promise.all(Array.from({ length: options.workers }, () => work(take, add)));
  console.log(`\n${summary(total, options.seed, performance.now() - started)}`);
  const again = total.failures.map(({ number }) => number).sort((a, b) => a - b);
  if (again.length > 0) console.log(`failed: ${again.join(", ")} (--lives=1 --from=…)`);
  return again.length === 0 ? 0 : 1;
}

/** One worker, until there is nothing left to take. */
async function work(take: () => Range | null, add: (tally: Tally) => void): Promise<void> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { type: "module" });
  try {
    for (let range = take(); range !== null; range = take()) {
      add(await ask(worker, range));
    }
  } finally {
    worker.terminate();
  }
}

function ask(worker: Worker, range: Range): Promise<Tally> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Tally>) => resolve(data);
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(`Cannot run lives from ${range.from}: ${event.message}`));
    };
    worker.postMessage(range);
  });
}

function summary({ lives, faults, steps, failures }: Tally, seed: number, ms: number): string {
  const perSecond = (lives / ms * 1_000).toFixed(0);
  return `seed ${seed}: ${lives} lives, ${faults} faults, ${steps} steps, ` +
    `${failures.length} failures, ${perSecond} lives per second`;
}

interface Options extends Omit<Range, "count"> {
  readonly lives: number;
  readonly workers: number;
  readonly tell: number;
}

function readOptions(args: readonly string[]): Options {
  const given = new Map(args.map((arg) => {
    const [, name = "", value = ""] = /^--(lives|seed|from|workers|tell)=(\d+)$/.exec(arg) ?? [];
    if (name === "") throw new Error(`Cannot read ${arg}: expected --lives=, --seed=, --from=`);
    return [name, Number(value)];
  }));
  return {
    lives: given.get("lives") ?? 2_000,
    seed: given.get("seed") ?? Math.floor(Math.random() * 1_000_000),
    from: given.get("from") ?? 0,
    tell: given.get("tell") ?? 0,
    workers: given.get("workers") ?? navigator.hardwareConcurrency,
  };
}
