/** What was measured, as tables anyone can read. */
import { alignedTable } from "../../tests/rig/markdown_table.ts";
import { type Quantity, UNITS } from "./quantities.ts";
import { judge, type Point } from "./slope.ts";

/** One quantity of one page, or of the server, over time. */
export interface Series {
  readonly whose: string;
  readonly quantity: Quantity;
  readonly points: readonly Point[];
}

export interface TableOptions {
  /** What the points count: the heading of the growth. */
  readonly per: "hour" | "round";
  /** So many of it make an hour. */
  readonly perHour: number;
}

/** First, middle and last look, the growth with its standard error, and the verdict. */
export function growthTable(series: readonly Series[], options: TableOptions): string {
  const head = ["", "first", "middle", "last", `growth per ${options.per}`, "verdict"];
  return alignedTable(head, series.map((one) => rowOf(one, options)));
}

function rowOf(series: Series, { perHour }: TableOptions): string[] {
  const { whose, quantity, points } = series;
  const { name, boundPerHour, write } = UNITS[quantity];
  const { rise, error, verdict } = judge(points, boundPerHour / perHour);
  const middle = points[Math.floor(points.length / 2)];
  const looks = [points.at(0), middle, points.at(-1)]
    .map((point) => point === undefined ? "–" : write(point.value));
  // A round brings little.
  const fine = perHour > 1 ? UNITS[quantity].writeFinely ?? write : write;
  const growth = `${rise < 0 ? "−" : "+"}${fine(Math.abs(rise))}`;
  const of = whose === "" ? name : `${whose}: ${name}`;
  return [of, ...looks, error === Infinity ? "–" : `${growth} ± ${fine(error)}`, verdict];
}

/** CPU of the pages' processes, % of a core. */
export interface CpuRow {
  readonly call: string;
  readonly renderers: readonly number[];
  readonly browsers: readonly number[];
}

/** Each call beside the last one, which is the bare one. */
export function cpuTable(rows: readonly CpuRow[]): string {
  const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
  const bare = rows.at(-1);
  const ratio = (own: readonly number[], other: readonly number[] | undefined) =>
    (sum(own) / sum(other ?? [])).toFixed(2);
  const percents = (values: readonly number[]) =>
    values.map((value) => `${value.toFixed(1)} %`).join(" and ");
  return alignedTable(
    ["Call", "the two renderers", "ratio", "the two browsers, all processes", "ratio"],
    rows.map(({ call, renderers, browsers }) => [
      call,
      percents(renderers),
      ratio(renderers, bare?.renderers),
      percents(browsers),
      ratio(browsers, bare?.browsers),
    ]),
  );
}
