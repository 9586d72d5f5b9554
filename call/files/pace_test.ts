import { assert, assertEquals } from "@std/assert";
import { nextPace, voiceHealth } from "./pace.ts";

const WELL = { lossShare: 0, roundTripMs: 40 };
const LOSSY = { lossShare: 0.2, roundTripMs: 40 };
const SLOW = { lossShare: 0, roundTripMs: 400 };
const UNKNOWN = { lossShare: null, roundTripMs: null };

Deno.test("files: nothing holds them back while the voice is well", () => {
  const options = { pace: Infinity, sentBps: 5_000_000, baseMs: 40 };
  assertEquals(nextPace(WELL, options), Infinity);
  assertEquals(nextPace(UNKNOWN, options), Infinity);
});

Deno.test("files: when the voice is lost or late, half of what went is sent", () => {
  for (const voice of [LOSSY, SLOW]) {
    const pace = nextPace(voice, { pace: Infinity, sentBps: 1_000_000, baseMs: 40 });
    assertEquals(pace, 500_000);
    assertEquals(nextPace(voice, { pace, sentBps: 2_000_000, baseMs: 40 }), 250_000);
  }
});

Deno.test("files: a far friend is no reason to be slow", () => {
  const pace = nextPace(SLOW, { pace: Infinity, sentBps: 1_000_000, baseMs: 380 });
  assertEquals(pace, Infinity);
});

Deno.test("files: they never stand still, and are free again in the end", () => {
  let pace = Infinity;
  for (let second = 0; second < 60; second += 1) {
    pace = nextPace(LOSSY, { pace, sentBps: pace === Infinity ? 1e6 : pace, baseMs: 40 });
  }
  assert(pace >= 16_000);
  let seconds = 0;
  for (; pace !== Infinity && seconds < 600; seconds += 1) {
    pace = nextPace(WELL, { pace, sentBps: pace, baseMs: 40 });
  }
  assert(seconds < 120, `${seconds}`);
});

Deno.test("files: the voice's health is read from the friend's reports", () => {
  const report = [
    { type: "remote-inbound-rtp", kind: "video", fractionLost: 0.5, roundTripTime: 2 },
    { type: "remote-inbound-rtp", kind: "audio", fractionLost: 0.1, roundTripTime: 0.08 },
    { type: "transport" },
  ];
  assertEquals(voiceHealth(report), { lossShare: 0.1, roundTripMs: 80 });
  assertEquals(voiceHealth([]), { lossShare: null, roundTripMs: null });
});
