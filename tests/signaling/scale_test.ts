/** What acts ask of a shared KV: no more than their budget, and the page says the same. */
import { assert, assertEquals } from "@std/assert";
import { ACTS, BUDGET } from "../../bench/scale/budget.ts";
import { CAPACITY, SCENARIO } from "../../bench/scale/assumptions.ts";
import { breakingTable, budgetTable, outlookTable, sizesTable } from "../../bench/scale/tables.ts";
import { countActs } from "./scale_acts.ts";

/** Values that are compressed, and clocks and counters within, differ by this from run to run. */
const BYTES_APART = 0.3;
/** Signals of one moment leave in as many mails as KV is quick. */
const BY_CHANCE: readonly string[] = ["set up the call, across"];

Deno.test("scale: no act asks more of a shared KV than its budget, and none much less", async () => {
  const counted = await countActs();
  for (const act of ACTS) {
    const { reads, commits, rows, bytesRead, bytesWritten } = counted.get(act) ?? {};
    const most = BUDGET[act];
    const told = `${act}: ${JSON.stringify(counted.get(act))}`;
    assert(reads !== undefined && commits !== undefined && rows !== undefined, told);
    assert(bytesRead !== undefined && bytesWritten !== undefined, told);
    assert(bytesRead <= most.bytesRead && bytesWritten <= most.bytesWritten, told);
    if (BY_CHANCE.includes(act)) {
      assert(reads <= most.reads && commits <= most.commits && rows <= most.rows, told);
      continue;
    }
    assertEquals([act, reads, commits, rows], [act, most.reads, most.commits, most.rows]);
    assert(bytesRead >= most.bytesRead * (1 - BYTES_APART), told);
    assert(bytesWritten >= most.bytesWritten * (1 - BYTES_APART), told);
  }
});

Deno.test("scale: docs/SCALE.md shows the budget, and what the model makes of it, as they are", () => {
  const page = Deno.readTextFileSync(new URL("../../docs/SCALE.md", import.meta.url));
  const tables = {
    "act": budgetTable(),
    "busiest hour": outlookTable(SCENARIO, CAPACITY),
    "rooms": sizesTable(SCENARIO, CAPACITY),
    "KV": breakingTable(SCENARIO, CAPACITY),
  };
  for (const [title, table] of Object.entries(tables)) {
    assertEquals(cellsOf(page, title), cellsOf(table, title));
  }
});

/** The cells of the table whose first title is `title`, however wide it is drawn. */
function cellsOf(page: string, title: string): string[][] {
  const lines = page.split("\n");
  const first = lines.findIndex((line) => line.split("|")[1]?.trim() === title);
  assert(first !== -1, `no table of "${title}"`);
  const end = lines.findIndex((line, index) => index > first && !line.startsWith("|"));
  return lines.slice(first, end === -1 ? undefined : end)
    .filter((line) => !/^[|\s:-]+$/.test(line))
    .map((line) => line.split("|").slice(1, -1).map((cell) => cell.trim()));
}
