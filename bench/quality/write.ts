/** Puts the table where people read it. */
import { formatTable, type Row, SLACK, verdictOf } from "./verdict.ts";

const PAGE = new URL("../../docs/BENCHMARKS.md", import.meta.url);
const BEGIN = "<!-- begin: deno task bench:quality -->";
const END = "<!-- end -->";

export async function writeTable(rows: readonly Row[], seconds: number): Promise<void> {
  const page = await Deno.readTextFile(PAGE);
  const [before, rest] = page.split(BEGIN);
  const after = rest?.slice(rest.indexOf(END) + END.length);
  if (before === undefined || after === undefined) {
    throw new Error(`Cannot find the table's place in ${PAGE.pathname}`);
  }
  const text = [BEGIN, machine(seconds), formatTable(rows), summary(rows), END].join("\n\n");
  await Deno.writeTextFile(PAGE, `${before}${text}${after}`);
}

/** How many lines reach each goal. */
export function summary(rows: readonly Row[]): string {
  const verdicts = rows.map(verdictOf);
  const voice = verdicts.filter((each) => each.voice).length;
  const picture = verdicts.filter((each) => each.picture).length;
  return `Voice never worse than the small page's (by more than ${
    SLACK.concealed * 100
  } points): ` +
    `${voice} of ${rows.length} lines. Picture never standing longer (by more than ` +
    `${SLACK.stoodS} s): ${picture} of ${rows.length} lines.`;
}

function machine(seconds: number): string {
  const { os, arch } = Deno.build;
  const cores = navigator.hardwareConcurrency;
  const memoryGb = Math.round(Deno.systemMemoryInfo().total / 2 ** 30);
  const day = new Date().toISOString().slice(0, 10);
  return `Measured on ${day}, ${seconds} s each after 10 s to settle: ${os} ${arch}, ${cores} ` +
    `cores, ${memoryGb} GiB, no GPU; both browsers, the servers and the networks between them on ` +
    `this one machine.`;
}
