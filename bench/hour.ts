/**
 * `deno task bench:hour [--minutes=60] [--bare-minutes=10] [--rounds=120]`: does a call of an hour
 * stay flat? Two Chromium processes in a call nobody touches, beside a bare call, then rounds of what
 * people do in an hour. Writes the section of `docs/BENCHMARKS.md`. Linux.
 */
import { startApp } from "../tests/rig/app.ts";
import { serveBareCall } from "../tests/rig/bare_call.ts";
import { ensureChromium } from "../tests/rig/browsers.ts";
import { planIsolation } from "../tests/rig/isolate.ts";
import { SMALL_WINDOW } from "../tests/rig/launch.ts";
import { ada, bob } from "../tests/rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../tests/rig/person.ts";
import { playBusily } from "./hour/busy.ts";
import { type Moment, watchQuietly } from "./hour/quiet.ts";
import { between } from "./hour/report.ts";
import { sectionOf } from "./hour/section.ts";
import { readNumbers } from "./scale/options.ts";

const INSIDE = "DUET_BENCH_INSIDE";
const PAGE = new URL("../docs/BENCHMARKS.md", import.meta.url);
const BEGIN = "<!-- begin: deno task bench:hour -->";
const END = "<!-- end -->";
const DEFAULTS = { "minutes": 60, "bare-minutes": 10, "rounds": 120 };

if (import.meta.main) {
  if (Deno.env.has(INSIDE)) await bench();
  else Deno.exit(await runInside());
}

/** Chromium gathers nothing on loopback: the bench runs in a network of its own where it may. */
async function runInside(): Promise<number> {
  await ensureChromium();
  const isolation = await planIsolation();
  const prefix = isolation.kind === "isolated" ? isolation.prefix : [];
  const own = [Deno.execPath(), "run", "--allow-all", import.meta.url, ...Deno.args];
  const [program = "", ...args] = [...prefix, ...own];
  const child = new Deno.Command(program, { args, env: { [INSIDE]: "1" } }).spawn();
  return (await child.status).code;
}

async function bench(): Promise<void> {
  const { minutes, rounds, ["bare-minutes"]: bareMinutes } = readNumbers(Deno.args, DEFAULTS);
  await using app = await startApp();
  await using bare = serveBareCall();
  await using first = await launchPerson(ada, { context: SMALL_WINDOW });
  await using second = await launchPerson(bob, { context: SMALL_WINDOW });
  const people = [first, second];
  const watch = (share: number) => watchQuietly(people, share, app.pid);
  async function watchBare(pair: string): Promise<readonly Moment[]> {
    await meet(first, second, `${bare.url}?pair=${pair}`, pair);
    return await watch(bareMinutes / 2);
  }

  // One half before and one half after: whatever else the machine does meets both.
  const bareBefore = await watchBare("before");
  await meet(first, second, app.url, "Quiet");
  const quiet = await watch(minutes);
  const bareAfter = await watchBare("after");
  await meet(first, second, app.url, "Busy");
  const busy = await playBusily({ stays: first, friend: second }, rounds, app.pid);

  const section = sectionOf({
    minutes,
    bareMinutes,
    rounds,
    quiet,
    busy,
    bare: [...bareBefore, ...bareAfter],
  });
  console.log(section);
  const page = await Deno.readTextFile(PAGE);
  await Deno.writeTextFile(PAGE, between(page, BEGIN, END, section));
}

async function meet(
  first: LaunchedPerson,
  second: LaunchedPerson,
  url: string,
  room: string,
): Promise<void> {
  for (const person of [first, second]) {
    await person.open(url);
    await person.waitState("prompt");
    await person.join(room);
    if (person === first) await person.waitState("waiting");
  }
  await Promise.all([first.waitState("connected"), second.waitState("connected")]);
  await Promise.all([first.waitFrames(1), second.waitFrames(1)]);
}
