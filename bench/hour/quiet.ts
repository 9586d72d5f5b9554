/** A call in which nobody touches anything, looked at by the clock. */
import type { LaunchedPerson } from "../../tests/rig/person.ts";
import { pause, residentBytes } from "../signaling/measure.ts";
import { type Look, look, readClock, type Spent, spentBetween } from "./look.ts";

/** One look at both pages, and what their browsers did since the look before. */
export interface Moment {
  readonly hours: number;
  readonly looks: readonly Look[];
  /** CPU time since the look before, % of a core; `null`: the first. */
  readonly cpu: readonly Spent[] | null;
  readonly serverBytes: number;
}

const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;
/** What a call does only when it begins: codecs, bandwidth. */
const SETTLE_MS = 20_000;
/** A long call is looked at about so often, a short one as often as is worth the disturbance. */
const LOOKS = 60;
const LEAST_EVERY_MS = 10_000;

/**
 * Watches two people who are in a call already. The looks themselves are not in the CPU time.
 *
 * @param server process whose memory is looked at
 */
export async function watchQuietly(
  people: readonly LaunchedPerson[],
  minutes: number,
  server: number,
): Promise<readonly Moment[]> {
  await pause(SETTLE_MS);
  const now = async () => ({ looks: await lookAll(people), serverBytes: residentBytes(server) });
  const everyMs = Math.max(LEAST_EVERY_MS, minutes * MS_PER_MINUTE / LOOKS);
  const startedAt = performance.now();
  const moments: Moment[] = [{ hours: 0, cpu: null, ...await now() }];
  for (let count = 1; count * everyMs <= minutes * MS_PER_MINUTE; count++) {
    const before = await Promise.all(people.map(readClock));
    const from = performance.now();
    await pause(startedAt + count * everyMs - from);
    const spentMs = performance.now() - from;
    const after = await Promise.all(people.map(readClock));
    const cpu = before.map((clock, index) => {
      const { renderers, browser } = spentBetween(clock, after[index] ?? clock);
      return { renderers: renderers / spentMs * 100, browser: browser / spentMs * 100 };
    });
    const hours = (performance.now() - startedAt) / MS_PER_HOUR;
    moments.push({ hours, cpu, ...await now() });
  }
  return moments;
}

/** One after the other: whose garbage is collected does not wait for the other's. */
export async function lookAll(people: readonly LaunchedPerson[]): Promise<readonly Look[]> {
  const looks: Look[] = [];
  for (const person of people) looks.push(await look(person));
  return looks;
}

/** The mean of all moments, % of a core, one figure for each browser. */
export function meanCpu(moments: readonly Moment[], of: keyof Spent): readonly number[] {
  const spent = moments.flatMap(({ cpu }) => cpu === null ? [] : [cpu.map((one) => one[of])]);
  return (spent[0] ?? []).map((_, index) => {
    return spent.reduce((sum, one) => sum + (one[index] ?? 0), 0) / spent.length;
  });
}
