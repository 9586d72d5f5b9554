import { assert, assertEquals } from "@std/assert";
import { CHECKS, failed, isOver, nothingYet, OK, omitted, RUNNING } from "./outcome.ts";
import { reportOf } from "./report.ts";

const HEAD = { userAgent: "Mozilla/5.0", language: "uk", at: 0 };

Deno.test("report: a line for each check, in words for whoever helps", () => {
  const outcomes = {
    ...nothingYet(),
    "browser": OK,
    "camera": failed("refused"),
    "socket": RUNNING,
    "turn-tls": omitted("not-offered"),
    "loop": { state: "ok", speed: { kbps: 2_500, roundTripMs: 40 } },
  } as const;
  const lines = reportOf(outcomes, HEAD).trim().split("\n");
  assertEquals(lines.length, 2 + CHECKS.length);
  assertEquals(lines.slice(0, 4), [
    "Duet check, 1970-01-01T00:00:00.000Z",
    "Mozilla/5.0, uk",
    "browser: ok",
    "camera: not ok, refused",
  ]);
  assert(lines.includes("socket: under way"));
  assert(lines.includes("turn-tls: left out, not-offered"));
  assert(lines.includes("loop: ok, 2500 kbit/s, 40 ms there and back"));
});

Deno.test("report: a check is over without the loudspeaker, which waits for a person", () => {
  const all = Object.fromEntries(CHECKS.map((name) => [name, OK]));
  const outcomes = { ...nothingYet(), ...all };
  assert(isOver({ ...outcomes, loudspeaker: nothingYet().loudspeaker }));
  assert(!isOver({ ...outcomes, loop: RUNNING }));
  assert(!isOver(nothingYet()));
});
