/**
 * `deno task bench:join [rounds]`: how long a newcomer waits for the friend's first frame, beside a
 * bare two-page WebRTC call in the same browsers and the same run; and how much JavaScript comes
 * before the prompt. Writes `docs/BENCHMARKS.md`'s table for it to standard output.
 */
import { startApp } from "../tests/rig/app.ts";
import { ensureChromium } from "../tests/rig/browsers.ts";
import { planIsolation } from "../tests/rig/isolate.ts";
import { ada, bob } from "../tests/rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../tests/rig/person.ts";
import { serveBareCall } from "../tests/rig/bare_call.ts";
import { installStopwatch, median, readStopwatch, type Times } from "./stopwatch.ts";

const ROUNDS = 11;
const INSIDE = "DUET_BENCH_INSIDE";

if (import.meta.main) {
  if (Deno.env.has(INSIDE)) await bench(Number(Deno.args[0] ?? ROUNDS));
  else Deno.exit(await runInside());
}

/** Chromium gathers nothing on loopback: the bench runs in a network of its own where it may. */
async function runInside(): Promise<number> {
  await ensureChromium();
  const isolation = await planIsolation();
  const prefix = isolation.kind === "isolated" ? isolation.prefix : [];
  const [program = "", ...args] = [
    ...prefix,
    Deno.execPath(),
    "run",
    "--allow-all",
    import.meta.url,
    ...Deno.args,
  ];
  const child = new Deno.Command(program, { args, env: { [INSIDE]: "1" } }).spawn();
  return (await child.status).code;
}

type Variant = "duet" | "bare, prepared offer" | "bare, offer on press";

async function bench(rounds: number): Promise<void> {
  await using app = await startApp({ env: { LIMIT_JOINS_PER_MINUTE: "10000" } });
  await using bare = serveBareCall();
  await using host = await launchPerson(ada);
  await using newcomer = await launchPerson(bob);
  const variants: readonly Variant[] = ["duet", "bare, prepared offer", "bare, offer on press"];
  const presses = new Map<Variant, number[]>(variants.map((name) => [name, []]));
  const opens = new Map<Variant, number[]>(variants.map((name) => [name, []]));
  const ready: number[] = [];

  function address(variant: Variant, room: string): string {
    if (variant === "duet") return new URL(`/r/${room}`, app.url).href;
    const prepared = variant === "bare, prepared offer" ? "&prepared" : "";
    return `${bare.url}?pair=${room}&alone${prepared}`;
  }

  // One round nobody counts: the browsers' first call loads codecs.
  for (let round = -1; round < rounds; round++) {
    for (const variant of variants) {
      for (const atOnce of [false, true]) {
        const room = `room-${round + 1}-${variants.indexOf(variant)}-${atOnce ? "open" : "press"}`;
        const times = await meet({ host, newcomer, url: address(variant, room), atOnce });
        if (round < 0) continue;
        if (atOnce) {
          opens.get(variant)?.push(times.firstFrame);
          if (variant === "duet") ready.push(times.ready);
        } else presses.get(variant)?.push(times.firstFrame - times.pressed);
      }
    }
  }

  const bytes = await scriptBytes(newcomer, app.url);
  const base = (values: Map<Variant, number[]>, name: Variant) => median(values.get(name) ?? []);
  const lines = variants.map((name) => {
    const press = base(presses, name);
    const open = base(opens, name);
    const ratio = (press / base(presses, "bare, prepared offer")).toFixed(2);
    return `| ${name} | ${press.toFixed(0)} ms | ${ratio} | ${open.toFixed(0)} ms |`;
  });
  console.log(`
Medians of ${rounds} rounds, two Chromium processes on one machine, all variants in turn.

| Call | Join pressed → remote frame | ratio | page opened → remote frame |
| --- | --- | --- | --- |
${lines.join("\n")}

Page opened → prompt usable: ${median(ready).toFixed(0)} ms.
JavaScript before the prompt, compressed: ${(bytes / 1_000).toFixed(1)} kB.`);
}

interface Meeting {
  readonly host: LaunchedPerson;
  readonly newcomer: LaunchedPerson;
  readonly url: string;
  readonly atOnce: boolean;
}

/** The host is in the room; the newcomer opens the page and joins. */
async function meet({ host, newcomer, url, atOnce }: Meeting): Promise<Times> {
  const inside = await host.context.newPage();
  const coming = await newcomer.context.newPage();
  try {
    await inside.goto(url);
    const join = { name: "Join", exact: true };
    await inside.getByRole("button", join).click();
    await inside.locator(`[data-call="waiting"]`).waitFor();
    await installStopwatch(coming, atOnce);
    await coming.goto(url);
    if (!atOnce) {
      await coming.locator("button:enabled", { hasText: /^Join$/ }).waitFor();
      // A person reads the prompt and types: by then the offer is prepared in both variants.
      await coming.waitForTimeout(700);
      await coming.getByRole("button", join).click();
    }
    return await readStopwatch(coming);
  } finally {
    await coming.close();
    await inside.close();
  }
}

/** What came over the wire as scripts before the prompt. */
async function scriptBytes(person: LaunchedPerson, url: string): Promise<number> {
  const page = await person.context.newPage();
  await page.goto(url);
  await page.locator('[data-call="prompt"]').waitFor();
  const bytes = await page.evaluate(() =>
    (performance.getEntriesByType("resource") as PerformanceResourceTiming[])
      .filter(({ name }) => new URL(name).pathname.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0)
  );
  await page.close();
  return bytes;
}
