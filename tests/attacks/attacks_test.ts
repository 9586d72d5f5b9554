/** Every attack of `deno task attack`, shortened: what must hold is the name of the test. */
import { assert, assertEquals } from "@std/assert";
import { testUnless } from "../rig/not_run.ts";
import { ATTACKS } from "./list.ts";
import { runAttack } from "./run_attack.ts";

Deno.test("attacks: each has a name and a rule of its own, and none is forgotten", () => {
  assertEquals(new Set(ATTACKS.map(({ name }) => name)).size, ATTACKS.length, "names");
  assertEquals(new Set(ATTACKS.map(({ rule }) => rule)).size, ATTACKS.length, "rules");
  const folder = new URL("./", import.meta.url);
  const modules = [...Deno.readDirSync(folder)].filter(({ isDirectory }) => isDirectory)
    .flatMap(({ name }) =>
      [...Deno.readDirSync(new URL(`${name}/`, folder))].map((file) => {
        return Deno.readTextFileSync(new URL(`${name}/${file.name}`, folder));
      })
    );
  const written = modules.filter((text) => text.includes(": Attack = {")).length;
  assertEquals(ATTACKS.length, written, "attacks in list.ts");
});

for (const attack of ATTACKS) {
  testUnless(attack.whyNot?.(), `attack: ${attack.rule}`, async () => {
    const { outcome: { tried, figure, limit, held } } = await runAttack(attack, { short: true });
    assert(held, `${tried}: ${figure} (limit: ${limit})`);
  });
}
