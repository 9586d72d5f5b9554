/**
 * `deno task bench:calls [--runs=N] [--repeat=fault,fault…]`: runs the bad networks of `tests/networks/`
 * and writes what happened into the table of `docs/RELIABILITY.md`: everything once, then the faults (or
 * those named) again until there are N runs of each (default 10).
 */
import { parseArgs } from "node:util";
import { FAULTS, FAULTS_VARIABLE } from "../tests/networks/faults.ts";
import { formatTable, readRows, ROWS_VARIABLE } from "../tests/networks/table.ts";

const PAGE = new URL("../docs/RELIABILITY.md", import.meta.url);
const BEGIN = "<!-- begin: deno task bench:calls -->";
const END = "<!-- end -->";

if (import.meta.main) Deno.exit(await bench(Deno.args));

async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "10" },
      repeat: { type: "string", default: FAULTS.map(({ name }) => name).join() },
    },
  });
  const file = await Deno.makeTempFile({ prefix: "duet_rows_" });
  const codes = [await test(["tests/networks"], { [ROWS_VARIABLE]: file })];
  const env = { [ROWS_VARIABLE]: file, [FAULTS_VARIABLE]: values.repeat };
  for (let run = 2; run <= Number(values.runs); run++) {
    codes.push(await test(["tests/networks/matrix_test.ts"], env));
  }
  const rows = readRows(file);
  await Deno.remove(file);
  if (rows.length === 0) throw new Error("Cannot write the table: no row was measured");
  const page = await Deno.readTextFile(PAGE);
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  if (after === undefined) throw new Error(`Cannot find the table's place in ${PAGE.pathname}`);
  const table = `${BEGIN}\n\n${machine()}\n\n${formatTable(rows)}\n\n${END}`;
  await Deno.writeTextFile(PAGE, `${before}${table}${after}`);
  return Math.max(...codes);
}

async function test(paths: readonly string[], env: Record<string, string>): Promise<number> {
  const args = ["task", "test", ...paths];
  return (await new Deno.Command(Deno.execPath(), { args, env }).spawn().status).code;
}

function machine(): string {
  const { os, arch } = Deno.build;
  const cores = navigator.hardwareConcurrency;
  const memoryGb = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${os} ${arch}, ${cores} cores, ${memoryGb} GiB, no GPU; both ` +
    `browsers, the server and the networks between them on this one machine.`;
}
