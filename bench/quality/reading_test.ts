import { assertEquals } from "@std/assert";
import { type Counters, receivedBetween } from "./reading.ts";

const NONE: Counters = {
  samples: 0,
  concealed: 0,
  silent: 0,
  bufferedS: 0,
  emitted: 0,
  frames: 0,
  freezes: 0,
  frozenS: 0,
  width: 0,
  height: 0,
  bytes: 0,
};
const MOMENT = { seconds: 10, stoodS: 1.5 };

Deno.test("quality: what came between two moments", () => {
  const before = { ...NONE, samples: 48_000, concealed: 480, frames: 30, freezes: 1, width: 640 };
  const after = {
    ...before,
    samples: 528_000,
    concealed: 24_480,
    emitted: 480_000,
    bufferedS: 48_000,
    frames: 130,
    freezes: 3,
    frozenS: 2.5,
    width: 320,
    bytes: 125_000,
  };
  const received = receivedBetween(before, after, MOMENT);
  assertEquals([received.samples, received.concealed], [480_000, 24_000]);
  assertEquals([received.frames, received.freezes, received.frozenS], [100, 2, 2.5]);
  assertEquals([received.width, received.stoodS], [320, 1.5]);
  assertEquals(Math.round(received.bufferMs), 100);
  assertEquals(Math.round(received.kbps), 100);
});

Deno.test("quality: a connection made anew counts from nothing, and nothing is less than that", () => {
  const received = receivedBetween({ ...NONE, frames: 900, samples: 900 }, NONE, MOMENT);
  assertEquals([received.frames, received.samples, received.bufferMs], [0, 0, 0]);
});
