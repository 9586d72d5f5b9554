import { assertEquals } from "@std/assert";
import { roundsOf } from "./replay.ts";

Deno.test("replay: a long pause waits until everybody has settled, a short one is time", () => {
  const link = { kind: "link", who: 0 } as const;
  const write = { kind: "write", who: 1, count: 1 } as const;
  const rounds = roundsOf({
    name: "rounds",
    people: [{ opensAtS: 0 }, { opensAtS: 12 }],
    schedule: [[24, link, 4], [26, write], [40, write]],
  });
  assertEquals(rounds, [
    { deeds: [{ atMs: 0, kind: "open", who: 0 }], lookAtMs: 11_900 },
    { deeds: [{ atMs: 12_000, kind: "open", who: 1 }], lookAtMs: 23_900 },
    {
      deeds: [
        { atMs: 24_000, kind: "begin", what: link },
        { atMs: 26_000, kind: "begin", what: write },
        { atMs: 28_000, kind: "end", what: link },
      ],
      lookAtMs: 39_900,
    },
    { deeds: [{ atMs: 40_000, kind: "begin", what: write }], lookAtMs: 49_900 },
  ]);
});
