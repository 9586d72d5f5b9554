/** The tables, as they are printed and as `docs/SCALE.md` shows them. */
import { alignedTable } from "../../tests/rig/markdown_table.ts";
import { ACTS, BUDGET } from "./budget.ts";
import type { Capacity, Scenario } from "./model.ts";
import { outlook } from "./model.ts";

/** The latencies of KV that are looked at, ms. */
export const KV_MS = [5, 50, 150];

/** The sizes that are looked at: rooms in use on a day. */
const SIZES = [10_000, 100_000, 300_000, 1_000_000];

/** What each act may ask of KV at most. */
export function budgetTable(): string {
  const head = ["act", "reads", "commits", "rows written", "bytes read", "bytes written"];
  const rows = ACTS.map((act) => {
    const { reads, commits, rows, bytesRead, bytesWritten } = BUDGET[act];
    return [act, ...[reads, commits, rows, bytesRead, bytesWritten].map(whole)];
  });
  return alignedTable(head, rows);
}

/** The busiest hour, at each latency of KV. */
export function outlookTable(scenario: Scenario, capacity: Capacity): string {
  const views = KV_MS.map((kvMs) => outlook({ ...scenario, kvMs }, capacity));
  const lines: readonly [string, (view: (typeof views)[number]) => string][] = [
    ["people at the same time", ({ people }) => whole(people)],
    ["joins a second", ({ joinsPerSecond }) => whole(joinsPerSecond)],
    ["KV reads a second", ({ readsPerSecond }) => whole(readsPerSecond)],
    ["KV commits a second", ({ commitsPerSecond }) => whole(commitsPerSecond)],
    ["rows written a second", ({ rowsPerSecond }) => whole(rowsPerSecond)],
    ["kB written a second", ({ bytesWrittenPerSecond }) => whole(bytesWrittenPerSecond / 1_000)],
    ["mails a second, an instance", ({ mailsPerSecond }) => whole(mailsPerSecond)],
    ["a mail is under way", ({ mailMs }) => `${whole(mailMs)} ms`],
    ["join p95", ({ joinP95Ms }) => spoken(joinP95Ms)],
    ["price of a day", ({ pricePerDay }) => pricePerDay.toFixed(2)],
  ];
  return alignedTable(
    ["busiest hour", ...KV_MS.map((ms) => `KV ${ms} ms`)],
    lines.map(([name, read]) => [name, ...views.map(read)]),
  );
}

/** How long the slowest twentieth of joins takes, by size and latency. */
export function sizesTable(scenario: Scenario, capacity: Capacity): string {
  const rows = SIZES.map((rooms) => {
    const views = KV_MS.map((kvMs) => outlook({ ...scenario, rooms, kvMs }, capacity));
    const commits = whole(views[0]?.commitsPerSecond ?? NaN);
    return [whole(rooms), commits, ...views.map(({ joinP95Ms }) => spoken(joinP95Ms))];
  });
  const head = ["rooms", "KV commits a second", ...KV_MS.map((ms) => `join p95, KV ${ms} ms`)];
  return alignedTable(head, rows);
}

/** Whoever joins a queue that only grows waits for ever. */
function spoken(ms: number): string {
  return Number.isFinite(ms) ? `${whole(ms)} ms` : "no end";
}

/** What gives way, first first, at each latency. */
export function breakingTable(scenario: Scenario, capacity: Capacity): string {
  const rows = KV_MS.flatMap((kvMs) => {
    const { uses } = outlook({ ...scenario, kvMs }, capacity);
    return uses.map(({ resource, use, breaksAtRooms, perInstance }) => [
      `${kvMs} ms`,
      resource,
      `${(use * 100).toFixed(use < 0.1 ? 1 : 0)} %`,
      whole(breaksAtRooms),
      perInstance ? "yes" : "no",
    ]);
  });
  const head = ["KV", "gives way", "used", "at so many rooms", "more instances help"];
  return alignedTable(head, rows);
}

export function whole(value: number): string {
  return Math.round(value).toLocaleString("en");
}
