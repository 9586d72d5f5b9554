import { assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import type { Notice } from "../facts.ts";
import { createNotices, PASSING_MS } from "./notices.ts";

const REPLACED: Notice = { kind: "device-replaced", device: "camera", label: "Webcam" };

function start() {
  const clock = new FakeClock();
  const notices = createNotices(clock);
  const shown = () => notices.list.value.map(({ kind }) => kind);
  return { clock, notices, shown };
}

for (const notice of [REPLACED, { kind: "new-person" }, { kind: "texts-dropped" }] as const) {
  Deno.test(`notices: ${notice.kind} goes after a while`, () => {
    const { clock, notices, shown } = start();
    notices.set("topic", notice);
    clock.tick(PASSING_MS - 1);
    assertEquals(shown(), [notice.kind]);
    clock.tick(1);
    assertEquals(shown(), []);
  });
}

Deno.test("notices: what is still true stays until it is not", () => {
  const { clock, notices, shown } = start();
  notices.set("camera", { kind: "device-lost", device: "camera" });
  clock.tick(60 * 60_000);
  assertEquals(shown(), ["device-lost"]);
  notices.set("camera", null);
  assertEquals(shown(), []);
});

Deno.test("notices: a lasting one that replaced a passing one does not go with it", () => {
  const { clock, notices, shown } = start();
  notices.set("camera", REPLACED);
  clock.tick(1_000);
  notices.set("camera", { kind: "device-lost", device: "camera" });
  clock.tick(PASSING_MS);
  assertEquals(shown(), ["device-lost"]);
});

Deno.test("notices: said again it stays its whole time again, with one timer", () => {
  const { clock, notices, shown } = start();
  for (let count = 0; count < 1_000; count++) notices.set("texts", { kind: "texts-dropped" });
  assertEquals(clock.running, 1);
  clock.tick(PASSING_MS - 1);
  notices.set("texts", { kind: "texts-dropped" });
  clock.tick(PASSING_MS - 1);
  assertEquals(shown(), ["texts-dropped"]);
  clock.tick(1);
  assertEquals(shown(), []);
});

Deno.test("notices: one per topic, and saying the same again is no news for the screens", () => {
  const { notices, shown } = start();
  notices.set("no-path", { kind: "no-path" });
  const { value } = notices.list;
  notices.set("no-path", { kind: "no-path" });
  assertEquals(notices.list.value === value, true);
  notices.set("camera", { kind: "device-lost", device: "camera" });
  notices.set("camera", { kind: "device-silent", device: "camera" });
  assertEquals(shown(), ["no-path", "device-silent"]);
});

Deno.test("notices: the end of a call clears all but that the page is old, and every timer", () => {
  const { clock, notices, shown } = start();
  notices.set("outdated", { kind: "outdated" });
  notices.set("camera", REPLACED);
  notices.clear();
  assertEquals([shown(), clock.running], [["outdated"], 0]);
});
