/** The fault matrix as rows, and as a table anyone can read. */
import { markdownTable } from "../rig/markdown_table.ts";

export interface Row {
  readonly fault: string;
  readonly who: string;
  readonly browsers: string;
  readonly cameBack: boolean;
  /** ms from the end of the fault to new frames on both screens; `null`: never. */
  readonly afterMs: number | null;
  readonly goalMs: number | null;
  /** Longest time without a new frame on a screen that stayed open, ms. */
  readonly stoodMs: number | null;
  readonly sameConnection: boolean | null;
  readonly textsLost: number | null;
  /** What the two screens said meanwhile: the one it happened to, then the other. */
  readonly said: readonly [readonly string[], readonly string[]];
}

const HEAD = [
  "Fault",
  "Happens to",
  "Browsers",
  "Came back",
  "After",
  "Goal",
  "Picture stood",
  "Same connection",
  "Texts lost",
  "Their screen said",
  "The other screen said",
];

export function formatTable(rows: readonly Row[]): string {
  return markdownTable(HEAD, rows.map(cellsOf));
}

function cellsOf(row: Row): string[] {
  return [
    row.fault,
    row.who,
    row.browsers,
    row.cameBack ? "yes" : "NO",
    seconds(row.afterMs),
    row.goalMs === null ? "–" : row.goalMs === 0 ? "no frame lost" : `${row.goalMs / 1_000} s`,
    seconds(row.stoodMs),
    row.sameConnection === null ? "–" : row.sameConnection ? "yes" : "no",
    row.textsLost === null ? "–" : String(row.textsLost),
    ...row.said.map((lines) => lines.length === 0 ? "nothing" : lines.join(" · ")),
  ];
}

function seconds(ms: number | null): string {
  return ms === null ? "–" : `${(ms / 1_000).toFixed(2)} s`;
}

/** Rows of several test files meet in a file of lines. */
export function noteRow(row: Row): void {
  const file = Deno.env.get(ROWS_VARIABLE);
  if (file !== undefined) {
    Deno.writeTextFileSync(file, `${JSON.stringify(row)}\n`, { append: true });
  }
  console.log(formatTable([row]).split("\n").at(-1));
}

export const ROWS_VARIABLE = "DUET_MATRIX_ROWS";

export function readRows(file: string): Row[] {
  return Deno.readTextFileSync(file).split("\n").filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Row);
}
