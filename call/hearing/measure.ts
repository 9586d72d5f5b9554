/** Facts from a few seconds of counters: pure, so that every threshold can be tried in a table. */
import type { Facts } from "./facts.ts";
import type { Reading } from "./reading.ts";

/** A word's pause is shorter, ms. */
export const SOUND_WINDOW_MS = 750;
/** A camera in the dark, or a busy processor, has gaps between its frames, ms. */
export const PICTURE_WINDOW_MS = 1_500;
/** Two steps of 16-bit sound (about −84 dBFS), squared: any living microphone has more noise. */
const SILENCE_POWER = (2 / 32_768) ** 2;
/** −50 dBFS, squared: somebody speaks. */
const VOICE_POWER = 1e-5;
/**
 * On a way that stands in its queues each page knows of the other what was so long ago that the two
 * do not fit together, s.
 */
const LATE_TRIP_SECONDS = 1;
/** Later readings are of another time: the page slept between them, ms. */
const LONGEST_GAP_MS = 2_000;

/** Mean square of the level between two readings; `null`: not told, or counted anew. */
function power(
  before: Reading | null,
  after: Reading,
  kind: "own" | "voice",
): number | null {
  const energy = grown(before, after, kind === "own" ? "ownEnergy" : "voiceEnergy");
  const seconds = grown(before, after, kind === "own" ? "ownSeconds" : "voiceSeconds");
  return energy === null || seconds === null || seconds === 0 ? null : energy / seconds;
}

/** How much a counter grew; `null`: not told, or counted anew. */
function grown(before: Reading | null, after: Reading, field: keyof Reading): number | null {
  const [from, to] = [before?.[field] ?? null, after[field]];
  return from === null || to === null || to < from ? null : to - from;
}

/** The readings that the next judgement needs, the newest last. */
export function keep(readings: readonly Reading[], next: Reading): readonly Reading[] {
  const last = readings.at(-1);
  if (last !== undefined && next.atMs - last.atMs > LONGEST_GAP_MS) return [next];
  const first = readings.findLastIndex(({ atMs }) => next.atMs - atMs >= PICTURE_WINDOW_MS);
  return [...readings.slice(Math.max(0, first)), next];
}

/** The latest reading at least this old. */
function before(readings: readonly Reading[], ms: number): Reading | null {
  const now = readings.at(-1)?.atMs ?? 0;
  return readings.findLast(({ atMs }) => now - atMs >= ms) ?? null;
}

/** What the statistics tell; the rest is up to the person and the page. */
export interface Measured {
  readonly microphone: "silent" | "quiet" | "voice" | "unknown";
  readonly voice: Facts["voice"];
  readonly camera: Exclude<Facts["camera"], "off">;
  readonly picture: Exclude<Facts["picture"], "black">;
}

export function measure(readings: readonly Reading[]): Measured {
  const after = readings.at(-1);
  if (after === undefined) {
    return { microphone: "unknown", voice: "unknown", camera: "unknown", picture: "unknown" };
  }
  const sound = before(readings, SOUND_WINDOW_MS);
  const picture = before(readings, PICTURE_WINDOW_MS);
  const isLate = (after.roundTripSeconds ?? 0) > LATE_TRIP_SECONDS;
  const [voice, seen] = [voiceOf(sound, after), pictureOf(picture, after)];
  return {
    microphone: microphoneOf(sound, after),
    voice: isLate && voice !== "sound" ? "unknown" : voice,
    camera: cameraOf(picture, after),
    picture: isLate && seen !== "moves" ? "unknown" : seen,
  };
}

function microphoneOf(from: Reading | null, after: Reading): Measured["microphone"] {
  // A device that gives not even silence.
  if (grown(from, after, "voiceSent") === 0) return "silent";
  const level = power(from, after, "own");
  if (level === null) return "unknown";
  if (level < SILENCE_POWER) return "silent";
  return level < VOICE_POWER ? "quiet" : "voice";
}

function voiceOf(from: Reading | null, after: Reading): Measured["voice"] {
  const packets = grown(from, after, "voicePackets");
  if (packets === null) return "unknown";
  if (packets === 0) {
    // Where nothing at all arrives it is the network, which is told elsewhere.
    return (grown(from, after, "picturePackets") ?? 0) > 0 ? "nothing" : "unknown";
  }
  const level = power(from, after, "voice");
  if (level === null) return "unknown";
  return level < SILENCE_POWER ? "silence" : "sound";
}

function cameraOf(from: Reading | null, after: Reading): Measured["camera"] {
  const made = grown(from, after, "framesMade");
  if (made === null) return "unknown";
  if (made === 0) return "stuck";
  return grown(from, after, "framesSent") === 0 ? "held" : "sends";
}

function pictureOf(from: Reading | null, after: Reading): Measured["picture"] {
  const decoded = grown(from, after, "framesDecoded");
  if (decoded === null) return "unknown";
  if (decoded > 0) return "moves";
  // A line that loses it is told of elsewhere, and loading the page again would not help.
  const isLossy = (grown(from, after, "pictureNacks") ?? 0) > 0;
  return (grown(from, after, "voicePackets") ?? 0) > 0 && !isLossy ? "still" : "unknown";
}
