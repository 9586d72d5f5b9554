import { assertEquals } from "@std/assert";
import { cpuTable, growthTable, type Series } from "./report.ts";

function series(quantity: Series["quantity"], values: readonly number[]): Series {
  return { whose: "Ada’s page", quantity, points: values.map((value, at) => ({ at, value })) };
}

function cells(line: string | undefined): string[] {
  return (line ?? "").split("|").slice(1, -1).map((cell) => cell.trim());
}

Deno.test("growthTable() shows first, middle and last look, the growth and the verdict", () => {
  const table = growthTable([series("nodes", [100, 100, 100, 100, 101])], {
    per: "round",
    perHour: 120,
  });
  const [head, , row] = table.split("\n");
  assertEquals(cells(head).slice(1), ["first", "middle", "last", "growth per round", "verdict"]);
  const expected = ["Ada’s page: DOM nodes", "100", "100", "101", "+0.5 ± 0.3", "flat"];
  assertEquals(cells(row), expected);
});

Deno.test("growthTable() writes bytes of an hour in MB, those of a round in kB", () => {
  const rows = [series("heap", [8_000_000, 8_000_000, 8_001_000, 8_002_000, 8_003_000])];
  const cellOf = (per: "hour" | "round", perHour: number) =>
    cells(growthTable(rows, { per, perHour }).split("\n").at(-1))[4];
  assertEquals(cellOf("round", 120), "+1.0 kB ± 0.0 kB");
  assertEquals(cellOf("hour", 1), "+0.00 MB ± 0.00 MB");
});

Deno.test("growthTable() judges by a round's share of what an hour may bring", () => {
  const halfANode = [series("nodes", [100, 100.5, 101, 101.5, 102, 102.5])];
  const verdict = (perHour: number) =>
    cells(growthTable(halfANode, { per: "round", perHour }).split("\n").at(-1))[5];
  assertEquals(verdict(120), "flat");
  assertEquals(verdict(240), "grows");
});

Deno.test("cpuTable() compares each call with the bare one, which is the last", () => {
  const table = cpuTable([
    { call: "Duet", renderers: [30, 30], browsers: [60, 60] },
    { call: "bare", renderers: [20, 20], browsers: [60, 60] },
  ]);
  const lines = table.split("\n");
  assertEquals(cells(lines[2])[2], "1.50");
  assertEquals(cells(lines[3])[4], "1.00");
});
