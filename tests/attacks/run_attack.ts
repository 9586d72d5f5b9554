/** Runs attacks and reports them as a table. */
import { alignedTable } from "../rig/markdown_table.ts";
import type { Attack, Outcome, Pace } from "./attack.ts";

export interface Row {
  readonly attack: Attack;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** An attack that takes longer has found something that hangs. */
const LONGEST_MS = 240_000;

/** Runs one; an attack that cannot be carried out has not been held. */
export async function runAttack(attack: Attack, pace: Pace): Promise<Row> {
  const started = performance.now();
  const { promise: late, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(new Error(`no end after ${LONGEST_MS / 1_000} s`));
  const timer = setTimeout(giveUp, LONGEST_MS);
  const outcome = await Promise.race([Promise.try(() => attack.run(pace)), late])
    .catch((error): Outcome => ({
      tried: "could not be carried out",
      figure: String(error).split("\n")[0] ?? "",
      limit: "–",
      held: false,
    }))
    .finally(() => clearTimeout(timer));
  return { attack, outcome, seconds: (performance.now() - started) / 1_000 };
}

const HEAD = ["Attack", "Who", "Tried", "Figure", "Limit", "Held"];

export function formatRows(rows: readonly Row[]): string {
  return alignedTable(
    HEAD,
    rows.map(({ attack, outcome: { tried, figure, limit, held } }) => {
      return [attack.name, attack.who, tried, figure, limit, held ? "yes" : "NO"];
    }),
  );
}
