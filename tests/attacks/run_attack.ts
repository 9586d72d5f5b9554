/** Runs attacks and reports them as a table. */
import { alignedTable } from "../rig/markdown_table.ts";
import type { Attack, Outcome, Pace } from "./attack.ts";

export interface Row {
  readonly attack: Attack;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** Runs one; an attack that cannot be carried out has not been held. */
export async function runAttack(attack: Attack, pace: Pace): Promise<Row> {
  const started = performance.now();
  const outcome = await attack.run(pace).catch((error): Outcome => ({
    tried: "could not be carried out",
    figure: String(error).split("\n")[0] ?? "",
    limit: "–",
    held: false,
  }));
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
