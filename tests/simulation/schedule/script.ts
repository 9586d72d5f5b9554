/** A life written by hand: for a fault that is known, and must not come back. */
import type { Happening, LifePlan, PersonSetting, Scheduled, Setting } from "./happenings.ts";

type Moment = readonly [atS: number, what: Happening, forS?: number];

export interface Script extends Partial<Omit<Setting, "people">> {
  readonly name: string;
  readonly people?: readonly Partial<PersonSetting>[];
  readonly schedule: readonly Moment[];
}

const NAMES = ["Ann", "Ben", "Cleo"] as const;

/** Two people on Chromium, one instance on a shared KV, 20 ms a hop, unless the script says more. */
export function script({ name, people = [{}, {}], schedule, ...setting }: Script): LifePlan {
  return {
    seed: name,
    setting: {
      instances: 1,
      exclusive: false,
      delayMs: 20,
      direct: true,
      relay: false,
      kvLatencyMs: 5,
      clockErrorMs: 0,
      ...setting,
      people: people.map((person, index): PersonSetting => ({
        name: NAMES[index] ?? `Guest ${index}`,
        engine: "chromium",
        opensAtMs: 1_000 * index,
        whenFull: "agrees",
        lets: true,
        asksFirst: false,
        locks: true,
        clockErrorMs: 0,
        ...person,
      })),
    },
    schedule: schedule.map(([atS, what, forS = 0]): Scheduled => {
      return { atMs: atS * 1_000, forMs: forS * 1_000, what };
    }),
  };
}
