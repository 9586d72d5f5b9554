/**
 * `deno task bench:calls [--runs=N] [--more=N] [--repeat=fault,fault…] [--rows=file]`: runs the bad
 * networks of `tests/networks/` and writes what happened into the table of `docs/RELIABILITY.md`:
 * everything once, then the faults (or those named) again until there are N runs of each (default 10);
 * then between other browsers and across relays (default once). What is in a file of rows already is
 * part of the table, and rows are added to it: so the two can be run one after the other.
 */
import { parseArgs } from "node:util";
import { FAULTS, FAULTS_VARIABLE, MORE_FAULTS } from "../tests/networks/faults.ts";
import { SETTINGS_VARIABLE } from "../tests/networks/settings.ts";
import { formatTable, readRows, ROWS_VARIABLE } from "../tests/networks/table.ts";
import { machine, today, writePart } from "./page_part.ts";

const MATRIX = ["tests/networks/matrix_test.ts"];

if (import.meta.main) Deno.exit(await bench(Deno.args));

async function bench(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      runs: { type: "string", default: "10" },
      more: { type: "string", default: "1" },
      repeat: { type: "string", default: namesOf(FAULTS) },
      rows: { type: "string" },
    },
  });
  const file = values.rows ?? await Deno.makeTempFile({ prefix: "duet_rows_" });
  const env = { [ROWS_VARIABLE]: file };
  const codes = [0];
  for (let run = 1; run <= Number(values.runs); run++) {
    codes.push(
      run === 1
        ? await test(["tests/networks"], env)
        : await test(MATRIX, { ...env, [FAULTS_VARIABLE]: values.repeat }),
    );
  }
  for (let run = 1; run <= Number(values.more); run++) {
    const silent = { ...env, [FAULTS_VARIABLE]: namesOf(MORE_FAULTS) };
    codes.push(await test(MATRIX, silent));
    const all = { [FAULTS_VARIABLE]: namesOf([...FAULTS, ...MORE_FAULTS]) };
    codes.push(await test(MATRIX, { ...env, ...all, [SETTINGS_VARIABLE]: "more" }));
  }
  const rows = readRows(file);
  if (values.rows === undefined) await Deno.remove(file);
  if (rows.length === 0) throw new Error("Cannot write the table: no row was measured");
  const measured = `Measured on ${today()}: ${machine()}; both browsers, the server and the ` +
    `networks between them on this one machine.`;
  await writePart("RELIABILITY.md", "bench:calls", `${measured}\n\n${formatTable(rows)}`);
  return Math.max(...codes);
}

function namesOf(faults: typeof FAULTS): string {
  return faults.map(({ name }) => name).join();
}

async function test(paths: readonly string[], env: Record<string, string>): Promise<number> {
  const args = ["task", "test", ...paths];
  return (await new Deno.Command(Deno.execPath(), { args, env }).spawn().status).code;
}
