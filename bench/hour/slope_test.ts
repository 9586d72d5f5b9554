import { assert, assertEquals } from "@std/assert";
import { judge, laterPart, leastSquares, type Point } from "./slope.ts";

function row(count: number, value: (at: number) => number): Point[] {
  return Array.from({ length: count }, (_, at) => ({ at, value: value(at) }));
}

Deno.test("leastSquares() finds a straight line, without error", () => {
  assertEquals(leastSquares(row(5, (at) => 3 + 2 * at)), { rise: 2, error: 0 });
});

Deno.test("leastSquares() knows a line among scattered points, and how sure it is", () => {
  // 0, 2, 1, 3: rise 0.8; squared distances 0.16 + 0.64 + 0.64 + 0.16 = 1.8 / 2 / 5.
  const { rise, error } = leastSquares(row(4, (at) => [0, 2, 1, 3][at] ?? NaN));
  assert(Math.abs(rise - 0.8) < 1e-9);
  assert(Math.abs(error - Math.sqrt(1.8 / 2 / 5)) < 1e-9, String(error));
});

Deno.test("leastSquares() is sure of nothing with two points or fewer", () => {
  for (const count of [0, 1, 2]) {
    const points = row(count, (at) => at);
    assertEquals(leastSquares(points).error, Infinity);
    assertEquals(judge(points, 10).verdict, "unclear");
  }
});

Deno.test("laterPart() leaves the first third of the time out, whatever the number of points", () => {
  const crowdedStart = [
    ...row(50, () => 0).map((p) => ({ ...p, at: p.at / 100 })),
    ...row(4, Number),
  ];
  assertEquals(laterPart(row(10, Number)).map(({ at }) => at), [3, 4, 5, 6, 7, 8, 9]);
  assertEquals(laterPart(crowdedStart).map(({ at }) => at), [1, 2, 3]);
});

Deno.test("judge() forgives what is grown once at the start", () => {
  assertEquals(judge(row(30, (at) => Math.min(at, 9)), 0.1).verdict, "flat");
});

Deno.test("judge() sees a leak under a saw's teeth", () => {
  assertEquals(judge(row(30, (at) => at + 3 * (at % 3)), 0.1).verdict, "grows");
});

Deno.test("judge() calls a rise below the bound flat, and falling as well", () => {
  assertEquals(judge(row(30, (at) => at), 1).verdict, "flat");
  assertEquals(judge(row(30, (at) => -at), 1).verdict, "flat");
});

Deno.test("judge() says when the scatter alone could have made the rise", () => {
  const scattered = row(6, (at) => [0, 0, 40, 0, 60, 30][at] ?? NaN);
  assertEquals(judge(scattered, 0.1).verdict, "unclear");
});
