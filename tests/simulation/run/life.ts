/** Runs one life: the people, what the schedule does to them, and the rules that must hold. */
import { HABITS } from "../models/peer/habits.ts";
import { Browser } from "../models/page/browser.ts";
import { Chance } from "../models/random.ts";
import { type Breach, World } from "../models/world.ts";
import { Person, ROOM } from "../people/person.ts";
import { Rules } from "../rules/rules.ts";
import { endOf, type LifePlan } from "../schedule/happenings.ts";
import { bend } from "./bend.ts";

/** After the last fault everybody who wants to talk is connected within this, ms. */
export const SETTLE_MS = 20_000;

/** Then the waits that screens counted down are over: a lost socket, its hold, a retry; ms. */
const WAITS_MS = 45_000;

export interface Outcome {
  readonly breaches: readonly Breach[];
  readonly steps: number;
  readonly virtualMs: number;
}

export interface Cast {
  readonly world: World;
  readonly browsers: readonly Browser[];
  /** By the number of who they are; absent until they open the page. */
  readonly people: (Person | undefined)[];
  /** Whoever a duplicated tab made. */
  readonly doubles: Person[];
}

export function everybody({ people, doubles }: Cast): Person[] {
  return [...people.filter((person) => person !== undefined), ...doubles];
}

/** @param watch sees every step, for telling a life in full */
export async function live(plan: LifePlan, watch?: (cast: Cast) => void): Promise<Outcome> {
  const chance = new Chance(`life ${plan.seed}`);
  const world = new World(plan.setting, chance);
  const { scheduler } = world;
  const browsers = plan.setting.people.map((person) =>
    new Browser(world, { ...person, habits: HABITS[person.engine] })
  );
  const cast: Cast = { world, browsers, people: [], doubles: [] };
  const rules = new Rules(cast);
  plan.setting.people.forEach(({ name, opensAtMs, whenFull, lets }, index) => {
    const browser = browsers[index];
    if (browser === undefined) return;
    scheduler.after(opensAtMs, () => {
      cast.people[index] = new Person(browser, { name, room: ROOM, traits: { whenFull, lets } });
    });
  });
  for (const event of plan.schedule) bend(cast, event);
  const isSound = () => world.breaches.length === 0;
  async function until(ms: number): Promise<void> {
    await scheduler.run(ms, () => {
      rules.step();
      watch?.(cast);
      return isSound();
    });
  }
  const endMs = endOf(plan) + SETTLE_MS;
  await until(endMs);
  if (isSound()) rules.end("waits");
  if (isSound() && !rules.settled) {
    await until(endMs + WAITS_MS);
    if (isSound()) rules.end("none");
  }
  for (const { pages } of browsers) for (const page of pages) page.kill();
  return { breaches: world.breaches, steps: scheduler.steps, virtualMs: scheduler.now };
}
