/** What an hour of use does, as fast as it can be done. */
import { residentBytes } from "../signaling/measure.ts";
import type { Look } from "./look.ts";
import { lookAll } from "./quiet.ts";
import { cutLink, loadAnew, type Pair, playRound } from "./round.ts";

/** After so many rounds all three are looked at, then the friend's page is loaded anew. */
export const ROUNDS_A_LOOK = 10;
const ROUNDS_A_CUT = 20;
/** Where the bar has no room for everything. */
const NARROW = { width: 480, height: 760 };

export interface BusyMoment {
  readonly round: number;
  readonly looks: readonly Look[];
  readonly serverBytes: number;
}

/** Plays the rounds between two who are in a call; a friend's page is looked at at the same age. */
export async function playBusily(
  pair: Pair,
  rounds: number,
  server: number,
): Promise<readonly BusyMoment[]> {
  const { stays, friend } = pair;
  await stays.page.setViewportSize(NARROW);
  const moments: BusyMoment[] = [];
  for (let round = 1; round <= rounds; round++) {
    await playRound(pair, round);
    if (round % ROUNDS_A_CUT === 0) await cutLink(pair);
    if (round % ROUNDS_A_LOOK !== 0) continue;
    const looks = await lookAll([stays, friend]);
    moments.push({ round, looks, serverBytes: residentBytes(server) });
    console.error(`round ${round} of ${rounds}`);
    await loadAnew(pair);
  }
  return moments;
}
