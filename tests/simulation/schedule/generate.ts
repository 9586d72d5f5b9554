/** A life from a seed: a setting, and what happens in it. */
import { Chance } from "../models/random.ts";
import type { Happening, LifePlan, PersonSetting, Scheduled, Setting } from "./happenings.ts";

const NAMES = ["Ann", "Ben", "Cleo"] as const;
/** Faults begin within this, ms: from before the first join to well into the call. */
const BEGIN_MS = [200, 25_000] as const;
const HOUR_MS = 3_600_000;
const BURSTS_MS = [500, 2_000, 5_000] as const;

/** The life with this number of this seed: always the same. */
export function planLife(seed: number, number: number): LifePlan {
  const name = `${seed}:${number}`;
  const chance = new Chance(`plan ${name}`);
  const setting = makeSetting(chance, new Chance(`asking ${name}`));
  const count = chance.weighted([[1, 3], [2, 4], [3, 4], [4, 3], [5, 2], [7, 1]]);
  const within = spanOfFaults(chance);
  const schedule = Array.from({ length: count }, () => makeEvent(chance, setting, within));
  return { seed: name, setting, schedule: schedule.toSorted((a, b) => a.atMs - b.atMs) };
}

function makeSetting(chance: Chance, asking: Chance): Setting {
  const count = chance.happens(0.2) ? 3 : 2;
  const people = NAMES.slice(0, count).map((name): PersonSetting => ({
    name,
    engine: chance.happens(0.5) ? "chromium" : "firefox",
    opensAtMs: Math.round(chance.happens(0.2) ? 0 : chance.between(0, 4_000)),
    whenFull: chance.weighted([["agrees", 7], ["presses", 2], ["looks", 1]]),
    lets: chance.happens(0.9),
    asksFirst: asking.happens(0.2),
    locks: chance.happens(0.95),
    clockErrorMs: chance.happens(0.1) ? chance.pick([-HOUR_MS, HOUR_MS]) : 0,
  }));
  const shared = chance.happens(0.6);
  return {
    people,
    instances: shared && chance.happens(0.6) ? 2 : 1,
    exclusive: !shared,
    delayMs: chance.pick([2, 20, 80]),
    direct: chance.happens(0.95),
    relay: chance.happens(0.2),
    kvLatencyMs: shared ? chance.pick([1, 5, 40]) : 1,
    clockErrorMs: chance.happens(0.3) ? Math.round(chance.between(-2_000, 2_000)) : 0,
  };
}

/** All over the life, or all at once: races need company. */
function spanOfFaults(chance: Chance): readonly [number, number] {
  if (chance.happens(0.6)) return BEGIN_MS;
  const fromMs = chance.between(...BEGIN_MS);
  return [fromMs, fromMs + chance.pick(BURSTS_MS)];
}

function makeEvent(
  chance: Chance,
  setting: Setting,
  within: readonly [number, number],
): Scheduled {
  const what = makeHappening(chance, setting);
  return { atMs: Math.round(chance.between(...within)), forMs: spanOf(what, chance), what };
}

function makeHappening(chance: Chance, { people, instances }: Setting): Happening {
  const who = chance.whole(0, people.length - 1);
  const instance = chance.whole(0, instances - 1);
  const wire = chance.pick(["server", "friends"] as const);
  return chance.weighted<() => Happening>([
    [
      () => ({
        kind: "cut",
        who,
        wire,
        way: chance.weighted([["both", 3], ["out", 1], ["in", 1]]),
      }),
      10,
    ],
    [() => ({ kind: "slow", who, wire, ms: chance.pick([100, 400, 1_500]) }), 3],
    [() => ({ kind: "link", who }), 8],
    [() => ({ kind: "move", who }), 8],
    [() => ({ kind: chance.pick(["kill", "stop", "pause"] as const), instance }), 9],
    [() => ({ kind: "refuse", status: chance.pick([403, 429, 503] as const) }), 4],
    [() => ({ kind: "kv", mood: chance.pick(["away", "failing", "slow", "losing"] as const) }), 8],
    [() => ({ kind: chance.pick(["reload", "crash", "close"] as const), who }), 12],
    [() => ({ kind: chance.pick(["freeze", "sleep"] as const), who }), 4],
    [() => ({ kind: "duplicate", who }), 2],
    [() => ({ kind: "controls", who }), 2],
    [() => ({ kind: "clock", instance, ms: chance.pick([-HOUR_MS, -20_000, 20_000, HOUR_MS]) }), 2],
    [() => ({ kind: "device", who, device: chance.pick(["camera", "microphone"] as const) }), 4],
    [() => ({ kind: chance.pick(["join", "cancel", "leave"] as const), who }), 14],
    [() => ({ kind: "other-room", who }), 3],
    [() => ({ kind: "write", who, count: chance.whole(1, 3) }), 14],
  ])();
}

function spanOf(what: Happening, chance: Chance): number {
  const short = () => chance.between(100, 3_000);
  const long = () => chance.between(3_000, 25_000);
  const some = () => Math.round(chance.happens(0.6) ? short() : long());
  switch (what.kind) {
    case "move":
    case "duplicate":
    case "join":
    case "cancel":
    case "leave":
    case "other-room":
    case "write":
      return 0;
    case "reload":
      return Math.round(chance.between(200, 1_500));
    case "freeze":
    case "sleep":
      return chance.happens(0.2) ? 70_000 : some();
    default:
      return some();
  }
}
