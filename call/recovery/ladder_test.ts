import { assertEquals } from "@std/assert";
import { climb, findsNoPath, type LinkHealth } from "./ladder.ts";

const HEALTHY: LinkHealth = {
  now: 100_000,
  begunAt: 0,
  heardAt: 100_000,
  restartedAt: null,
  agreedAt: null,
  failedAt: null,
  hintAt: null,
};

const LADDER: [string, Partial<LinkHealth>, ReturnType<typeof climb>][] = [
  ["media now", {}, { flow: "flowing", remedy: "none" }],
  ["0.9 s quiet", { heardAt: 99_100 }, { flow: "flowing", remedy: "none" }],
  ["1 s quiet", { heardAt: 99_000 }, { flow: "weak", remedy: "none" }],
  ["2 s quiet", { heardAt: 98_000 }, { flow: "stalled", remedy: "restart" }],
  ["a hint and 0.5 s quiet", { heardAt: 99_500, hintAt: 99_800 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["a hint with media flowing", { hintAt: 99_900 }, { flow: "flowing", remedy: "none" }],
  ["restarted a moment ago", { heardAt: 97_000, restartedAt: 99_000 }, {
    flow: "stalled",
    remedy: "none",
  }],
  ["a new hint after that restart", { heardAt: 97_000, restartedAt: 99_000, hintAt: 99_500 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["that restart did not help for 4 s", { heardAt: 94_000, restartedAt: 96_000 }, {
    flow: "stalled",
    remedy: "restart",
  }],
  ["both agreed on a restart, 2 s ago", {
    heardAt: 96_000,
    restartedAt: 97_900,
    agreedAt: 98_000,
  }, { flow: "stalled", remedy: "none" }],
  ["both agreed on a restart and it brought nothing", {
    heardAt: 94_000,
    restartedAt: 97_000,
    agreedAt: 97_400,
  }, { flow: "stalled", remedy: "new-link" }],
  ["failed, not restarted since", { heardAt: 85_000, restartedAt: 97_500, failedAt: 99_000 }, {
    flow: "stalled",
    remedy: "fresh-servers",
  }],
  ["10 s after failed", { heardAt: 75_000, restartedAt: 95_000, failedAt: 90_000 }, {
    flow: "stalled",
    remedy: "new-link",
  }],
  ["silent for 30 s although never failed", { heardAt: 70_000, restartedAt: 95_000 }, {
    flow: "stalled",
    remedy: "new-link",
  }],
  ["young and silent", { begunAt: 99_000, heardAt: null }, { flow: "starting", remedy: "none" }],
  ["failed before any media", { begunAt: 90_000, heardAt: null, failedAt: 99_000 }, {
    flow: "starting",
    remedy: "fresh-servers",
  }],
  ["failed before any media, restarted since", {
    begunAt: 90_000,
    heardAt: null,
    failedAt: 95_000,
    restartedAt: 96_000,
  }, { flow: "starting", remedy: "none" }],
  ["failed again after that restart", {
    begunAt: 90_000,
    heardAt: null,
    failedAt: 99_000,
    restartedAt: 96_000,
  }, { flow: "starting", remedy: "fresh-servers" }],
  ["no media for 15 s", { begunAt: 85_000, heardAt: null }, {
    flow: "starting",
    remedy: "new-link",
  }],
  ["no media for 15 s, restarted a moment ago", {
    begunAt: 85_000,
    heardAt: null,
    restartedAt: 97_000,
  }, { flow: "starting", remedy: "none" }],
  ["a hint older than the last packet", { heardAt: 99_400, hintAt: 90_000 }, {
    flow: "flowing",
    remedy: "none",
  }],
  ["a restart answered after media came back once", {
    heardAt: 97_500,
    restartedAt: 97_000,
    agreedAt: 97_200,
  }, { flow: "stalled", remedy: "restart" }],
];

for (const [name, health, expected] of LADDER) {
  Deno.test(`ladder: ${name} → ${expected.flow}, ${expected.remedy}`, () => {
    assertEquals(climb({ ...HEALTHY, ...health }), expected);
  });
}

/** Quiet from 0 on; every remedy asked for, by the time it was asked, while `more` holds. */
function remediesOver(untilMs: number, more: Partial<LinkHealth> = {}): [number, string][] {
  const asked: [number, string][] = [];
  let restartedAt: number | null = null;
  for (let now = 0; now <= untilMs; now += 250) {
    const { remedy } = climb({
      ...HEALTHY,
      heardAt: 0,
      begunAt: -10_000,
      ...more,
      now,
      restartedAt,
    });
    if (remedy === "none") continue;
    asked.push([now, remedy]);
    restartedAt = now;
  }
  return asked;
}

Deno.test("ladder: a silence nobody helps against is fought every 4 s, then with new connections", () => {
  const asked = remediesOver(45_000);
  assertEquals(asked.map(([at]) => at), [
    2_000,
    6_000,
    10_000,
    14_000,
    18_000,
    22_000,
    26_000,
    30_000,
    34_000,
    38_000,
    42_000,
  ]);
  assertEquals(asked.map(([, remedy]) => remedy).lastIndexOf("restart"), 6);
});

Deno.test("ladder: restarts that are agreed on and bring nothing: never more than one look in four", () => {
  const asked = remediesOver(60_000, { agreedAt: 3_000 });
  asked.slice(1).forEach(([at], index) => {
    const before = asked[index]?.[0] ?? 0;
    assertEquals(at - before >= 2_500, true, `${before} → ${at}`);
  });
});

Deno.test("ladder: two that agreed 10 s ago and never heard each other have no way", () => {
  assertEquals(findsNoPath({ now: 20_000, agreedAt: null }), false);
  assertEquals(findsNoPath({ now: 20_000, agreedAt: 10_001 }), false);
  assertEquals(findsNoPath({ now: 20_000, agreedAt: 10_000 }), true);
});

Deno.test("ladder: a connection answered late is not given up before it could find a way", () => {
  const late = { ...HEALTHY, now: 18_000, heardAt: null, agreedAt: 7_000 };
  assertEquals(climb(late).remedy, "none");
  assertEquals(climb({ ...late, now: 19_000 }).remedy, "new-link");
  assertEquals(climb({ ...late, agreedAt: null }).remedy, "new-link");
});
