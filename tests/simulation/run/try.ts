import { planLife } from "../schedule/generate.ts";
import { inWords } from "../schedule/words.ts";
import { live } from "./life.ts";
const [seed, from, count] = Deno.args.map(Number);
const t = performance.now();
let failures = 0, steps = 0, virtual = 0;
const byRule = new Map<string, number[]>();
for (let n = from!; n < from! + count!; n++) {
  const plan = planLife(seed!, n);
  if (!plan.setting.direct && !Deno.args[3]) continue;
  const out = await live(plan);
  steps += out.steps;
  virtual += out.virtualMs;
  for (const b of out.breaches) {
    failures++;
    byRule.set(b.rule, [...byRule.get(b.rule) ?? [], n]);
    if ((byRule.get(b.rule)?.length ?? 0) <= 2) {
      console.log(inWords(plan), "\n  =>", b.rule, "@", b.atMs, b.what.slice(0, 900), "\n");
    }
  }
}
const ms = performance.now() - t;
console.log({
  lives: count,
  failures,
  steps: steps / count!,
  virtual: virtual / count!,
  perSecond: count! / ms * 1000,
});
for (const [r, ns] of byRule) console.log(r, ns.length, ns.slice(0, 12).join(" "));
