import { assertEquals } from "@std/assert";
import type { Received } from "./reading.ts";
import { concealedShare, formatTable, type Row, stoodS, verdictOf } from "./verdict.ts";
import { summary } from "./write.ts";

const GOOD: Received = {
  seconds: 10,
  samples: 1_000,
  concealed: 10,
  silent: 0,
  bufferMs: 80,
  frames: 200,
  freezes: 0,
  frozenS: 0,
  stoodS: 0.2,
  width: 640,
  height: 480,
  kbps: 500,
};

function row(duet: Partial<Received>, small: Partial<Received>): Row {
  const side = (received: Partial<Received>) => [{ ...GOOD, ...received }, GOOD] as const;
  return { line: "a line", duet: side(duet), small: side(small) };
}

Deno.test("quality: the voice of both directions counts, and of the pictures the worse one", () => {
  const { duet } = row({ concealed: 190, stoodS: 3 }, {});
  assertEquals(concealedShare(duet), 0.1);
  assertEquals(stoodS(duet), 3);
});

Deno.test("quality: a voice that never came is made up wholly", () => {
  const nothing = { ...GOOD, samples: 0, concealed: 0 };
  assertEquals(concealedShare([nothing, nothing]), 1);
});

Deno.test("quality: as good as the small page is good enough, a little apart is chance", () => {
  assertEquals(verdictOf(row({}, {})), { voice: true, picture: true });
  assertEquals(verdictOf(row({ concealed: 19, stoodS: 0.4 }, {})), { voice: true, picture: true });
  assertEquals(verdictOf(row({ concealed: 50, stoodS: 0.6 }, {})), {
    voice: false,
    picture: false,
  });
  assertEquals(verdictOf(row({ concealed: 50 }, { concealed: 90 })).voice, true);
});

Deno.test("quality: two lines a row, the verdict beside Duet's", () => {
  const table = formatTable([row({ concealed: 190 }, {})]).split("\n");
  assertEquals(table.length, 4);
  const cells = table.slice(2).map((line) => line.split(" | ").map((cell) => cell.trim()));
  assertEquals(cells[0]?.slice(1, 3), ["Duet", "10.0 %"]);
  assertEquals(cells[0]?.slice(-2), ["**not reached**", "reached |"]);
  assertEquals(cells[1]?.slice(1, 3), ["small page", "1.0 %"]);
});

Deno.test("quality: how many lines reach each goal", () => {
  const text = summary([row({}, {}), row({ stoodS: 9 }, {})]);
  assertEquals(text.match(/\d of \d lines/g), ["2 of 2 lines", "1 of 2 lines"]);
});
