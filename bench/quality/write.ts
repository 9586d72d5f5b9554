/** Puts the table where people read it. */
import { machine, today, writePart } from "../page_part.ts";
import { formatTable, type Row, SLACK, verdictOf } from "./verdict.ts";

export async function writeTable(rows: readonly Row[], seconds: number): Promise<void> {
  const measured =
    `Measured on ${today()}, ${seconds} s each after 10 s to settle: ${machine()}; ` +
    `both browsers, the servers and the networks between them on this one machine.`;
  const part = [measured, formatTable(rows), summary(rows)].join("\n\n");
  await writePart("BENCHMARKS.md", "bench:quality", part);
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
