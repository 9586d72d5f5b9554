/** The section of `docs/BENCHMARKS.md`, from what was measured. */
import { machine, today } from "../page_part.ts";
import { type BusyMoment, ROUNDS_A_LOOK } from "./busy.ts";
import type { Look } from "./look.ts";
import { type Quantity, ROUNDS_PER_HOUR } from "./quantities.ts";
import { meanCpu, type Moment } from "./quiet.ts";
import { cpuTable, growthTable, type Series } from "./report.ts";

export interface Measured {
  readonly minutes: number;
  readonly bareMinutes: number;
  readonly rounds: number;
  readonly quiet: readonly Moment[];
  readonly bare: readonly Moment[];
  readonly busy: readonly BusyMoment[];
}

type LookQuantity = keyof Look & Quantity;

const OF_A_PAGE: readonly LookQuantity[] = [
  "heap",
  "outside",
  "nodes",
  "listeners",
  "documents",
  "private",
  "shared",
];

/** Machine and day, what fits no hour said as it is, and the three tables. */
export function sectionOf(measured: Measured): string {
  const { minutes, bareMinutes, rounds, quiet, bare, busy } = measured;
  const parts: string[] = [`Measured on ${today()}: ${machine()}, other work beside.`];
  if (quiet.length > 1) {
    const length = minutes === 60 ? "An hour" : minutesOf(minutes);
    const scaled = minutes === 60 ? "" : "; the growth is what an hour of the same would bring";
    parts.push(
      `${length} of a call nobody touches, ${quiet.length} looks${scaled}:`,
      growthTable(quietSeries(quiet), { per: "hour", perHour: 1 }),
    );
  }
  if (quiet.length > 1 && bare.length > 1) {
    parts.push(
      `CPU of the same minutes, % of a core, beside ${minutesOf(bareMinutes)} of a bare call in ` +
        "the same two browsers, half before and half after:",
      cpuTable([cpuRow("Duet", quiet), cpuRow("bare", bare)]),
    );
  }
  if (busy.length > 1) {
    parts.push(
      `${rounds} rounds, ${busy.length} looks, one after each ${ROUNDS_A_LOOK}:`,
      growthTable(busySeries(busy), { per: "round", perHour: ROUNDS_PER_HOUR }),
    );
  }
  return parts.join("\n\n");
}

function quietSeries(moments: readonly Moment[]): readonly Series[] {
  const series = (
    whose: string,
    quantity: Quantity,
    read: (moment: Moment) => number | undefined,
  ) => seriesOf(whose, quantity, moments.map((each) => ({ at: each.hours, value: read(each) })));
  const pages = ["first page", "second page"].flatMap((whose, index) => [
    ...OF_A_PAGE.map((name) => series(whose, name, ({ looks }) => looks[index]?.[name])),
    series(whose, "cpu", ({ cpu }) => cpu?.[index]?.renderers),
  ]);
  return [...pages, series("", "server", ({ serverBytes }) => serverBytes)];
}

function busySeries(moments: readonly BusyMoment[]): readonly Series[] {
  const series = (
    whose: string,
    quantity: Quantity,
    read: (moment: BusyMoment) => number | undefined,
  ) => seriesOf(whose, quantity, moments.map((each) => ({ at: each.round, value: read(each) })));
  const pages = ["page that stays", "friend’s page"].flatMap((whose, index) =>
    OF_A_PAGE.map((name) => series(whose, name, ({ looks }) => looks[index]?.[name]))
  );
  return [...pages, series("", "server", ({ serverBytes }) => serverBytes)];
}

function seriesOf(
  whose: string,
  quantity: Quantity,
  points: readonly { readonly at: number; readonly value: number | undefined }[],
): Series {
  const seen = points.flatMap(({ at, value }) => value === undefined ? [] : [{ at, value }]);
  return { whose, quantity, points: seen };
}

function cpuRow(call: string, moments: readonly Moment[]) {
  return {
    call,
    renderers: meanCpu(moments, "renderers"),
    browsers: meanCpu(moments, "browser"),
  };
}

function minutesOf(count: number): string {
  return count === 1 ? "1 minute" : `${count} minutes`;
}
