/**
 * `deno task bench:calls [--runs=N] [--repeat=fault,fault…]`: runs the bad networks of `tests/networks/`
 * and writes what happened into the table of `docs/RELIABILITY.md`: everything once, then the faults (or
 * those named) again until there are N runs of each (default 10).
 */
import { parseArgs } from "node:util";
import { FAULTS, FAULTS_VARIABLE } from "../tests/networks/faults.ts";
import { machine, today, writePart } from "./page_part.ts";
import { formatTable, readRows, ROWS_VARIABLE } from "../tests/networks/table.ts";

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
  const measured = `Measured on ${today()}: ${machine()}; both browsers, the server and the ` +
    `networks between them on this one machine.`;
  await writePart("RELIABILITY.md", "bench:calls", `${measured}\n\n${formatTable(rows)}`);
  return Math.max(...codes);
}

async function test(paths: readonly string[], env: Record<string, string>): Promise<number> {
  const args = ["task", "test", ...paths];
  return (await new Deno.Command(Deno.execPath(), { args, env }).spawn().status).code;
}
