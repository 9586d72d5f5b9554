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
  "p95",
  "Goal",
  "Picture stood",
  "Same connection",
  "Texts lost",
  "Their screen said",
  "The other screen said",
];

/** One line for all runs of a fault: medians, and of the time it took the 95th percentile. */
export function formatTable(rows: readonly Row[]): string {
  const runs = Map.groupBy(rows, ({ fault, who, browsers }) => [fault, who, browsers].join());
  return markdownTable(HEAD, Array.from(runs.values(), cellsOf));
}

function cellsOf(runs: readonly Row[]): string[] {
  const [row] = runs;
  if (row === undefined) return [];
  const after = runs.map(({ afterMs }) => afterMs);
  const same = runs.filter(({ sameConnection }) => sameConnection).length;
  const goal = row.goalMs === 0 ? "no frame lost" : `${(row.goalMs ?? 0) / 1_000} s`;
  return [
    row.fault,
    row.who,
    row.browsers,
    runs.every(({ cameBack }) => cameBack) ? "yes" : "NO",
    seconds(quantile(after, 0.5)),
    runs.length === 1 ? "–" : `${seconds(quantile(after, 0.95))} of ${runs.length}`,
    row.goalMs === null ? "–" : `${goal}: ${isReached(runs) ? "reached" : "not reached"}`,
    seconds(quantile(runs.map(({ stoodMs }) => stoodMs), 0.5)),
    row.sameConnection === null ? "–" : ofAll(same, runs.length),
    row.textsLost === null
      ? "–"
      : String(runs.reduce((sum, each) => sum + (each.textsLost ?? 0), 0)),
    ...row.said.map((lines) => lines.length === 0 ? "nothing" : lines.join(" · ")),
  ];
}

/** Whether the goal held for 95 of 100 runs. */
function isReached(runs: readonly Row[]): boolean {
  const after = quantile(runs.map(({ afterMs }) => afterMs), 0.95);
  return after !== null && after <= (runs[0]?.goalMs ?? Infinity);
}

function ofAll(count: number, all: number): string {
  return count === all ? "yes" : count === 0 ? "no" : `${count} of ${all}`;
}

/** By the nearest rank; `null`: one of them never came. */
export function quantile(values: readonly (number | null)[], share: number): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < values.length) return null;
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
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
