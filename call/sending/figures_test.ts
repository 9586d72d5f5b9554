import { assertEquals } from "@std/assert";
import { SAMPLE } from "../../tests/fakes/sample.ts";
import { figuresBetween, lossBetween, qualityMark } from "./figures.ts";

Deno.test("figures: per second, between two samples", () => {
  const later = {
    ...SAMPLE,
    atMs: 2_000,
    bytesReceived: 251_000,
    bytesSent: 700,
    packetsReceived: 120,
    packetsLost: 13,
  };
  const figures = figuresBetween(SAMPLE, later);
  assertEquals([figures.receivedBps, figures.sentBps, figures.lossShare, figures.mark], [
    1_000_000,
    0,
    0.1,
    "poor",
  ]);
});

Deno.test("figures: counters that begin again (a new connection) are no negative ones", () => {
  const anew = { ...SAMPLE, atMs: 2_000, bytesReceived: 0, packetsReceived: 0, packetsLost: 0 };
  const figures = figuresBetween(SAMPLE, anew);
  assertEquals([figures.receivedBps, figures.lossShare, lossBetween(SAMPLE, SAMPLE)], [
    0,
    null,
    null,
  ]);
  assertEquals(figuresBetween(SAMPLE, SAMPLE).receivedBps, null);
});

Deno.test("figures: the mark has three steps by loss and round trip", () => {
  assertEquals(qualityMark(0, 40), "good");
  assertEquals(qualityMark(0.03, 40), "fair");
  assertEquals(qualityMark(0, 400), "fair");
  assertEquals(qualityMark(0.1, 40), "poor");
  assertEquals(qualityMark(null, null), "good");
});
