/**
 * `deno task attack [--short] [words of names]`: attacks the production build and prints what was
 * tried, what came of it and whether it held. Ends with 1 when something did not.
 */
import { ATTACKS } from "../tests/attacks/list.ts";
import { formatRows, type Row, runAttack } from "../tests/attacks/run_attack.ts";

const short = Deno.args.includes("--short");
const words = Deno.args.filter((word) => !word.startsWith("--"));
const wanted = ATTACKS.filter(({ name }) => {
  return words.length === 0 || words.some((word) => name.includes(word));
});
if (wanted.length === 0) {
  console.error(`No attack is called so; there are: ${ATTACKS.map(({ name }) => name).join(", ")}`);
  Deno.exit(2);
}

const rows: Row[] = [];
for (const [index, attack] of wanted.entries()) {
  const whyNot = attack.whyNot?.();
  if (whyNot !== undefined) {
    console.log(`${index + 1}/${wanted.length} ${attack.name}: not run, ${whyNot}`);
    continue;
  }
  const row = await runAttack(attack, { short });
  rows.push(row);
  const said = row.outcome.held ? "held" : "NOT HELD";
  console.log(
    `${index + 1}/${wanted.length} ${attack.name}: ${row.outcome.figure}: ${said} ` +
      `(${row.seconds.toFixed(0)} s)`,
  );
}
console.log(`\n${formatRows(rows)}\n`);
const failed = rows.filter(({ outcome }) => !outcome.held).length;
console.log(`${rows.length} attacks, ${rows.length - failed} held, ${failed} not`);
Deno.exit(failed === 0 ? 0 : 1);
