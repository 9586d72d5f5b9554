/**
 * `deno task bench:scale`: what acts may ask of KV, and what a model makes of it. Whatever the model
 * supposes can be set: `--rooms=1000000 --visits=4 --minutes=30 --returns=0.5 --peak=3
 * --instances=16`, prices (`--pricePerMillionReads=… --pricePerMillionRows=…`) and capacities
 * (`--kvCommitsPerSecond=…`).
 *
 * `measure` takes the capacities on this machine instead; `kill` opens twenty thousand sockets on
 * four instances and kills one (`--sockets=20000 --instances=4 --callOneIn=10 --clients=4`); `soak`
 * lets people come and go (`--joins=100000`). Linux only.
 */
import { alignedTable } from "../../tests/rig/markdown_table.ts";
import { CAPACITY, SCENARIO } from "./assumptions.ts";
import { killOne } from "./killed.ts";
import { cpuOfAPairAcross, joinsAt, kvCommitsPerSecond } from "./latency.ts";
import { outlook } from "./model.ts";
import { readNumbers } from "./options.ts";
import { soak } from "./soak.ts";
import { breakingTable, budgetTable, KV_MS, outlookTable, sizesTable, whole } from "./tables.ts";

const KILLED = { sockets: 20_000, instances: 4, callOneIn: 10, clients: 4 };

if (import.meta.main) {
  const [first = "", ...rest] = Deno.args;
  switch (first) {
    case "measure":
      await printMeasured();
      break;
    case "kill": {
      const rows = await killOne(readNumbers(rest, KILLED));
      console.log(alignedTable(["real processes", ""], rows));
      break;
    }
    case "soak":
      await printSoak(readNumbers(rest, { joins: 100_000 }).joins);
      break;
    default:
      printModel(Deno.args);
  }
}

function printModel(args: readonly string[]): void {
  const numbers = readNumbers(args, { ...SCENARIO, ...CAPACITY });
  const [scenario, capacity] = [numbers, numbers];
  console.log(`What acts may ask of a shared KV\n\n${budgetTable()}\n`);
  console.log(`${whole(scenario.rooms)} rooms on ${scenario.instances} instances\n`);
  for (const table of [outlookTable, sizesTable, breakingTable]) {
    console.log(`${table(scenario, capacity)}\n`);
  }
}

async function printMeasured(): Promise<void> {
  console.log(`KV commits a second: ${whole(await kvCommitsPerSecond())}`);
  console.log(`CPU of a pair across: ${(await cpuOfAPairAcross()).toFixed(2)} ms`);
  const rows = (await joinsAt(KV_MS)).map(({ kvMs, p50Ms, p95Ms }) => {
    const { joinP95Ms } = outlook({ ...SCENARIO, rooms: 1, kvMs }, CAPACITY);
    return [`${kvMs} ms`, `${whole(p50Ms)} ms`, `${whole(p95Ms)} ms`, `${whole(joinP95Ms)} ms`];
  });
  console.log(
    `\n${alignedTable(["KV held for", "join p50", "join p95", "the model's p95"], rows)}`,
  );
}

async function printSoak(joins: number): Promise<void> {
  const rows = (await soak(joins)).map((moment) => [
    whole(moment.joins),
    `${(moment.heapBytes / 1e6).toFixed(1)} MB`,
    `${whole(moment.residentBytes / 1e6)} MB`,
    whole(moment.descriptors),
  ]);
  console.log(alignedTable(["joins and leaves", "heap", "resident", "descriptors"], rows));
}
