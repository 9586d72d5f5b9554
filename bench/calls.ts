/**
 * `deno task bench:calls`: runs the bad networks of `tests/networks/` and writes what happened into
 * the table of `docs/RELIABILITY.md`.
 */
import { formatTable, readRows, ROWS_VARIABLE } from "../tests/networks/table.ts";

const PAGE = new URL("../docs/RELIABILITY.md", import.meta.url);
const BEGIN = "<!-- begin: deno task bench:calls -->";
const END = "<!-- end -->";

if (import.meta.main) Deno.exit(await bench());

async function bench(): Promise<number> {
  const file = await Deno.makeTempFile({ prefix: "duet_rows_" });
  const child = new Deno.Command(Deno.execPath(), {
    args: ["task", "test", "tests/networks"],
    env: { [ROWS_VARIABLE]: file },
  }).spawn();
  const { code } = await child.status;
  const rows = readRows(file);
  await Deno.remove(file);
  if (rows.length === 0) throw new Error("Cannot write the table: no row was measured");
  const page = await Deno.readTextFile(PAGE);
  const [before, after] = [page.split(BEGIN)[0], page.split(END)[1]];
  if (after === undefined) throw new Error(`Cannot find the table's place in ${PAGE.pathname}`);
  const table = `${BEGIN}\n\n${machine()}\n\n${formatTable(rows)}\n\n${END}`;
  await Deno.writeTextFile(PAGE, `${before}${table}${after}`);
  return code;
}

function machine(): string {
  const { os, arch } = Deno.build;
  const cores = navigator.hardwareConcurrency;
  const memoryGb = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}: ${os} ${arch}, ${cores} cores, ${memoryGb} GiB, no GPU; both ` +
    `browsers, the server and the networks between them on this one machine.`;
}
