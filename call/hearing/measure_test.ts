import { assertEquals } from "@std/assert";
import { keep, measure, type Measured, PICTURE_WINDOW_MS, SOUND_WINDOW_MS } from "./measure.ts";
import type { Reading } from "./reading.ts";

const LOOK_MS = 250;
const NOTHING: Measured = {
  microphone: "unknown",
  voice: "unknown",
  camera: "unknown",
  picture: "unknown",
};

const ZERO: Reading = {
  atMs: 0,
  ownEnergy: 0,
  ownSeconds: 0,
  voiceSent: 0,
  voiceEnergy: 0,
  voiceSeconds: 0,
  voicePackets: 0,
  framesMade: 0,
  framesSent: 0,
  picturePackets: 0,
  pictureNacks: 0,
  framesDecoded: 0,
  roundTripSeconds: 0,
};

/** What each counter grows by in a second; levels are squared over that second. */
type Growth = Partial<Record<Exclude<keyof Reading, "atMs">, number | null>>;

const WELL: Growth = {
  ownEnergy: 0.01,
  ownSeconds: 1,
  voiceSent: 50,
  voiceEnergy: 0.01,
  voiceSeconds: 1,
  voicePackets: 50,
  framesMade: 30,
  framesSent: 30,
  picturePackets: 100,
  pictureNacks: 2,
  framesDecoded: 30,
};

/** Two seconds of counters that grow so. */
function after(growth: Growth): Measured {
  let readings: readonly Reading[] = [];
  for (let atMs = 0; atMs <= 2_000; atMs += LOOK_MS) {
    const entries = Object.entries({ ...WELL, ...growth })
      .map(([field, each]) => [field, each === null ? null : each * atMs / 1_000]);
    readings = keep(readings, { ...ZERO, ...Object.fromEntries(entries), atMs });
  }
  return measure(readings);
}

const ALL_WELL: Measured = {
  microphone: "voice",
  voice: "sound",
  camera: "sends",
  picture: "moves",
};

const STILL: Growth = { framesDecoded: 0, pictureNacks: 0 };

/** Energy per second of a steady level in dBFS. */
function energyOf(decibels: number): number {
  return 10 ** (decibels / 10);
}

Deno.test("measure: facts from counters, by table", () => {
  const table: [Growth, Partial<Measured>][] = [
    [{}, {}],
    [{ ownEnergy: 0 }, { microphone: "silent" }],
    [{ ownEnergy: energyOf(-90) }, { microphone: "silent" }],
    [{ ownEnergy: energyOf(-80) }, { microphone: "quiet" }],
    [{ ownEnergy: energyOf(-55) }, { microphone: "quiet" }],
    [{ ownEnergy: energyOf(-40) }, { microphone: "voice" }],
    [{ ownEnergy: null, ownSeconds: null }, { microphone: "unknown" }],
    [{ ownSeconds: 0 }, { microphone: "unknown" }],
    [{ ownSeconds: 0, voiceSent: 0 }, { microphone: "silent" }],
    [{ ownEnergy: null, ownSeconds: null, voiceSent: 0 }, { microphone: "silent" }],
    [{ voiceSent: null }, {}],
    [{ voiceEnergy: 0 }, { voice: "silence" }],
    [{ voiceEnergy: energyOf(-75) }, { voice: "sound" }],
    [{ voicePackets: 0 }, { voice: "nothing" }],
    [{ voicePackets: 0, picturePackets: 0, framesDecoded: 0 }, {
      voice: "unknown",
      picture: "unknown",
    }],
    [{ voicePackets: null }, { voice: "unknown" }],
    [{ voiceEnergy: null }, { voice: "unknown" }],
    [{ framesMade: 0, framesSent: 0 }, { camera: "stuck" }],
    [{ framesSent: 0 }, { camera: "held" }],
    [{ framesSent: null }, { camera: "sends" }],
    [{ framesMade: null }, { camera: "unknown" }],
    [{ framesDecoded: 0 }, { picture: "unknown" }],
    [{ framesDecoded: null }, { picture: "unknown" }],
    [{ ...STILL, roundTripSeconds: 0.4 }, { picture: "still" }],
    [{ ...STILL, roundTripSeconds: 0.6 }, { picture: "unknown" }],
    [{ voiceEnergy: 0, roundTripSeconds: 0.4 }, { voice: "silence" }],
    [{ voiceEnergy: 0, roundTripSeconds: 0.6 }, { voice: "unknown" }],
    [{ framesDecoded: 0, pictureNacks: 0 }, { picture: "still" }],
    [{ framesDecoded: 0, pictureNacks: null }, { picture: "still" }],
  ];
  for (const [growth, facts] of table) {
    assertEquals(after(growth), { ...ALL_WELL, ...facts }, JSON.stringify(growth));
  }
});

Deno.test("measure: too early, counted anew or after a sleep nothing is said", () => {
  assertEquals(measure([]), NOTHING);
  assertEquals(measure([ZERO]), NOTHING);
  assertEquals(measure([ZERO, { ...ZERO, atMs: SOUND_WINDOW_MS - 1 }]), NOTHING);
  const larger = Object.fromEntries(Object.keys(WELL).map((field) => [field, 10]));
  const anew = keep([{ ...ZERO, ...larger }], { ...ZERO, atMs: PICTURE_WINDOW_MS });
  assertEquals(measure(anew), NOTHING);
  const slept = keep([ZERO], { ...ZERO, atMs: 60_000 });
  assertEquals(slept.length, 1);
});

Deno.test("measure: only the last seconds are kept", () => {
  let readings: readonly Reading[] = [];
  for (let atMs = 0; atMs < 60_000; atMs += LOOK_MS) readings = keep(readings, { ...ZERO, atMs });
  assertEquals(readings.length, PICTURE_WINDOW_MS / LOOK_MS + 1);
});
