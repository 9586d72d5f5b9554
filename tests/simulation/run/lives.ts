/** Many lives one after the other, and for each that fails the shortest schedule that still does. */
import { planLife } from "../schedule/generate.ts";
import type { LifePlan } from "../schedule/happenings.ts";
import { shrink } from "../schedule/shrink.ts";
import { inWords } from "../schedule/words.ts";
import { live, type Outcome } from "./life.ts";

export interface Range {
  readonly seed: number;
  readonly from: number;
  readonly count: number;
}

export interface Failure {
  readonly seed: number;
  readonly number: number;
  readonly rule: string;
  /** The shortest schedule, and what was seen; in words. */
  readonly report: string;
}

export interface Tally {
  lives: number;
  faults: number;
  steps: number;
  readonly failures: Failure[];
}

/** Runs a range of lives. The result depends on nothing but the range. */
export async function runLives({ seed, from, count }: Range): Promise<Tally> {
  const tally: Tally = { lives: 0, faults: 0, steps: 0, failures: [] };
  for (let number = from; number < from + count; number++) {
    const plan = planLife(seed, number);
    const outcome = await liveGuarded(plan);
    tally.lives++;
    tally.faults += plan.schedule.length;
    tally.steps += outcome.steps;
    const [breach] = outcome.breaches;
    if (breach === undefined) continue;
    const { rule } = breach;
    tally.failures.push({ seed, number, rule, report: await tell(plan, rule) });
  }
  return tally;
}

/** The shortest failing schedule in words, and what breaks in it. */
export async function tell(plan: LifePlan, rule: string): Promise<string> {
  async function fails(candidate: LifePlan): Promise<boolean> {
    return (await liveGuarded(candidate)).breaches[0]?.rule === rule;
  }
  const shortest = await shrink(plan, fails);
  const [breach] = (await liveGuarded(shortest)).breaches;
  const at = breach === undefined ? "" : ` (at ${(breach.atMs / 1_000).toFixed(2)} s)`;
  return `${inWords(shortest)}\n  => ${rule}${at}: ${breach?.what ?? "?"}`;
}

/** A life whose forgotten rejections count as bugs, too. */
export async function liveGuarded(plan: LifePlan): Promise<Outcome> {
  const forgotten: unknown[] = [];
  function remember(event: PromiseRejectionEvent): void {
    event.preventDefault();
    forgotten.push(event.reason);
  }
  globalThis.addEventListener("unhandledrejection", remember);
  try {
    const outcome = await live(plan);
    // Forgotten rejections are told in a turn of the real event loop.
    await new Promise((resolve) => setTimeout(resolve, 0));
    if (forgotten.length === 0) return outcome;
    const what = forgotten.map((reason) => reason instanceof Error ? reason.stack : String(reason));
    const breach = { rule: "no bugs", what: `unhandled: ${what.join("; ")}`, atMs: 0 };
    return { ...outcome, breaches: [...outcome.breaches, breach] };
  } finally {
    globalThis.removeEventListener("unhandledrejection", remember);
  }
}
