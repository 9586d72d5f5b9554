/**
 * `deno task bench:join [rounds]`: how long a newcomer waits for the friend's first frame: from "Join",
 * beside a bare two-page call; and from opening the page, beside the smallest page people would put
 * together, with a delay between page and server. Prints the tables of `docs/BENCHMARKS.md`.
 */
import { startApp } from "../tests/rig/app.ts";
import { ensureChromium } from "../tests/rig/browsers.ts";
import { planIsolation } from "../tests/rig/isolate.ts";
import { ada, bob } from "../tests/rig/people.ts";
import { launchPerson } from "../tests/rig/person.ts";
import { benchOpen } from "./join/open.ts";
import { benchPress } from "./join/press.ts";
import { fetchSmallPage } from "./small_page/start.ts";

const ROUNDS = 11;
const INSIDE = "DUET_BENCH_INSIDE";

if (import.meta.main) {
  if (Deno.env.has(INSIDE)) await bench(Number(Deno.args[0] ?? ROUNDS));
  else Deno.exit(await runInside());
}

/** Chromium gathers nothing on loopback: the bench runs in a network of its own where it may. */
async function runInside(): Promise<number> {
  await ensureChromium();
  await fetchSmallPage();
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

async function bench(rounds: number): Promise<void> {
  await using app = await startApp({
    env: { LIMIT_JOINS_PER_MINUTE: "10000", LIMIT_NAMES_PER_MINUTE: "10000" },
  });
  await using host = await launchPerson(ada);
  await using newcomer = await launchPerson(bob);
  await benchPress({ host, newcomer }, app.url, rounds);
  await benchOpen({ host, newcomer }, app.url, rounds);
}
