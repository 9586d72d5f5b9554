/** Makes a failing schedule as short as it can be and still fail (delta debugging). */
import type { LifePlan, Scheduled } from "./happenings.ts";

/** Runs of the life that shrinking may cost. */
const MAX_RUNS = 300;

/** @param fails runs a life and says whether it still breaks the same rule */
export async function shrink(
  plan: LifePlan,
  fails: (plan: LifePlan) => Promise<boolean>,
): Promise<LifePlan> {
  let best = plan;
  let runs = 0;

  async function take(schedule: readonly Scheduled[], setting = best.setting): Promise<boolean> {
    if (runs++ >= MAX_RUNS) return false;
    const shorter = { ...best, schedule, setting };
    if (!await fails(shorter)) return false;
    best = shorter;
    return true;
  }

  for (let size = Math.ceil(best.schedule.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let index = 0; index < best.schedule.length;) {
      const without = best.schedule.toSpliced(index, size);
      if (!await take(without)) index += size;
    }
  }
  await withoutLastPerson();
  for (const index of best.schedule.keys()) await shorten(index);
  return best;

  /** A third person who does nothing is worth leaving out. */
  async function withoutLastPerson(): Promise<void> {
    const { people } = best.setting;
    const last = people.length - 1;
    if (last < 2 || best.schedule.some(({ what }) => "who" in what && what.who === last)) return;
    await take(best.schedule, { ...best.setting, people: people.slice(0, last) });
  }

  /** Round figures and short spans are easier to think about. */
  async function shorten(index: number): Promise<void> {
    for (const spanMs of [500, 1_000, 2_000, 5_000, 10_000, 20_000]) {
      const event = best.schedule[index];
      if (event === undefined || event.forMs <= spanMs) break;
      if (await take(best.schedule.with(index, { ...event, forMs: spanMs }))) break;
    }
    const event = best.schedule[index];
    if (event === undefined) return;
    const rounded = { ...event, atMs: Math.round(event.atMs / 500) * 500 };
    if (rounded.atMs !== event.atMs) await take(best.schedule.with(index, rounded));
  }
}
