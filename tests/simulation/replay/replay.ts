/** A schedule that can be lived twice, and how its time is cut into rounds. */
import type { LifePlan } from "../schedule/happenings.ts";
import { script } from "../schedule/script.ts";
import type { Replayable } from "./acts.ts";

export interface Replay {
  readonly name: string;
  readonly people: readonly PersonToReplay[];
  /** s since the life began; what lasts says for how many s. */
  readonly schedule: readonly (readonly [atS: number, what: Replayable, forS?: number])[];
}

export interface PersonToReplay {
  readonly opensAtS: number;
  /** In front of a full room; default: only looks. */
  readonly whenFull?: "agrees" | "looks";
}

/** A reload takes a real browser as long as it takes; in the model so long, s. */
const RELOAD_S = 0.3;

/** With what the rig is like: one process on a file, and networks without delay. */
export function planOf({ name, people, schedule }: Replay, draw: number): LifePlan {
  return script({
    ...{ name: `${name} ${draw}`, exclusive: true, delayMs: 2, kvLatencyMs: 1 },
    people: people.map(({ opensAtS, whenFull = "looks" }) => {
      return { opensAtMs: opensAtS * 1_000, whenFull };
    }),
    schedule: schedule.map(([atS, what, forS = what.kind === "reload" ? RELOAD_S : 0]) => {
      return [atS, what, forS];
    }),
  });
}

export type Deed =
  | { readonly atMs: number; readonly kind: "open"; readonly who: number }
  | { readonly atMs: number; readonly kind: "begin" | "end"; readonly what: Replayable };

/** What happens in one go; then nothing, until everybody has settled. */
export interface Round {
  /** In their order; never empty. */
  readonly deeds: readonly Deed[];
  /** When it is looked at what became of it, ms since the life began. */
  readonly lookAtMs: number;
}

/**
 * A pause at least this long in a schedule, ms, means "once everybody has settled": the model waits
 * for it to be over, which costs it nothing, and browsers are waited for.
 */
const PAUSE_MS = 10_000;
/** The look comes this long before the next round, ms. */
const BEFORE_NEXT_MS = 100;

export function roundsOf({ people, schedule }: Replay): readonly Round[] {
  const opens = people.map(({ opensAtS }, who): Deed => {
    return { atMs: opensAtS * 1_000, kind: "open", who };
  });
  const events = schedule.flatMap(([atS, what, forS]): Deed[] => {
    const begin: Deed = { atMs: atS * 1_000, kind: "begin", what };
    return forS === undefined
      ? [begin]
      : [begin, { ...begin, atMs: (atS + forS) * 1_000, kind: "end" }];
  });
  const deeds = [...opens, ...events].toSorted((one, other) => one.atMs - other.atMs);
  const rounds: Round[] = [];
  let round: Deed[] = [];
  for (const [index, deed] of deeds.entries()) {
    round.push(deed);
    const nextMs = deeds[index + 1]?.atMs ?? deed.atMs + PAUSE_MS;
    if (nextMs - deed.atMs < PAUSE_MS) continue;
    rounds.push({ deeds: round, lookAtMs: nextMs - BEFORE_NEXT_MS });
    round = [];
  }
  return rounds;
}
