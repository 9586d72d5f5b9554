import { assertEquals } from "@std/assert";
import { formatTable, quantile, type Row } from "./table.ts";

const ROW: Row = {
  fault: "reload",
  who: "first comer",
  browsers: "chromium ↔ chromium",
  cameBack: true,
  afterMs: 800,
  goalMs: 1_000,
  stoodMs: 500,
  sameConnection: false,
  textsLost: 0,
  said: [[], ["Reconnecting…"]],
};

function cells(rows: readonly Row[]): string[][] {
  return formatTable(rows).split("\n").slice(2).map((line) => line.slice(2, -2).split(" | "));
}

Deno.test("fault table: one run stands for itself", () => {
  assertEquals(
    cells([ROW])[0]?.slice(3, 9),
    [
      "yes",
      "0.80 s",
      "–",
      "1 s: reached",
      "0.50 s",
      "no",
      "0",
    ].slice(0, 6),
  );
});

Deno.test("fault table: runs of one fault are one line, judged by the 95th percentile", () => {
  const runs = Array.from({ length: 10 }, (_, run) => ({ ...ROW, afterMs: 700 + run * 50 }));
  const [line, ...others] = cells([...runs, { ...ROW, who: "second comer", sameConnection: true }]);
  assertEquals(line?.slice(4, 7), ["0.90 s", "1.15 s of 10", "1 s: not reached"]);
  assertEquals(others.length, 1);
});

Deno.test("fault table: a run that never came back is no number", () => {
  assertEquals(quantile([1, null, 3], 0.5), null);
  assertEquals(quantile([3, 1, 2], 0.5), 2);
  assertEquals(quantile([], 0.5), null);
});
