import { assertEquals } from "@std/assert";
import { bytesOf, isOver, type Phase, step, type TransferEvent } from "./transfer.ts";

const OFFERED: Phase = { is: "offered" };
const MOVING: Phase = { is: "moving", bytes: 5 };
const MISSING: Phase = { is: "missing", bytes: 5, chose: "nothing" };
const OVER: readonly Phase[] = [
  { is: "done" },
  { is: "declined" },
  { is: "cancelled", by: "me" },
  { is: "failed", because: "full" },
];
const EVENTS: readonly TransferEvent[] = [
  { type: "accept" },
  { type: "decline" },
  { type: "finish" },
  { type: "lost" },
  { type: "found" },
  { type: "another" },
  { type: "cancel", by: "friend" },
  { type: "fail", because: "altered" },
  { type: "move", bytes: 9 },
  { type: "path", is: false },
  { type: "path", is: true },
];

function after(phase: Phase, ...events: readonly TransferEvent[]): Phase {
  return events.reduce(step, phase);
}

Deno.test("files: offered, accepted, moving, done", () => {
  assertEquals(after(OFFERED, { type: "accept" }), { is: "accepted" });
  assertEquals(after(OFFERED, { type: "accept" }, { type: "move", bytes: 3 }), {
    is: "moving",
    bytes: 3,
  });
  assertEquals(after(MOVING, { type: "finish" }), { is: "done" });
});

Deno.test("files: without a path it waits, and goes on where it stood", () => {
  const waiting = after(MOVING, { type: "path", is: false });
  assertEquals(waiting, { is: "waiting", bytes: 5 });
  assertEquals(after(waiting, { type: "path", is: true }), MOVING);
  assertEquals(after(OFFERED, { type: "path", is: false }), OFFERED);
});

Deno.test("files: what is over stays so, whatever comes", () => {
  for (const phase of OVER) {
    assertEquals(isOver(phase), true);
    for (const event of EVENTS) assertEquals(step(phase, event), phase);
  }
});

Deno.test("files: wherever it is not over it can be cancelled and can fail", () => {
  for (const phase of [OFFERED, { is: "accepted" }, MOVING, MISSING] as const) {
    assertEquals(after(phase, { type: "cancel", by: "me" }), { is: "cancelled", by: "me" });
    assertEquals(after(phase, { type: "fail", because: "full" }).is, "failed");
  }
});

Deno.test("files: nothing is done that nobody accepted", () => {
  assertEquals(after(OFFERED, { type: "finish" }), OFFERED);
  // The friend had all of it when one's own page was loaded anew.
  assertEquals(after(MISSING, { type: "finish" }), { is: "done" });
  assertEquals(after(MOVING, { type: "decline" }), MOVING);
});

Deno.test("files: a file that was lost is chosen again, and no other in its place", () => {
  assertEquals(after(MOVING, { type: "lost" }), MISSING);
  assertEquals(after(MISSING, { type: "another" }), { ...MISSING, chose: "another" });
  assertEquals(after(MISSING, { type: "found" }), { is: "waiting", bytes: 5 });
  assertEquals(after(OFFERED, { type: "lost" }, { type: "found" }), OFFERED);
  assertEquals(bytesOf(MISSING), 5);
});
