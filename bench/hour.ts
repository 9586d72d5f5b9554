/**
 * `deno task bench:hour [--minutes=60] [--bare-minutes=10] [--rounds=120]`: does a call of an hour
 * stay flat? Two Chromium processes in a call nobody touches, beside a bare call, then rounds of what
 * people do in an hour. Writes the section of `docs/BENCHMARKS.md`. Linux.
 */
import { startApp } from "../tests/rig/app.ts";
import { serveBareCall } from "../tests/rig/bare_call.ts";
import { SMALL_WINDOW } from "../tests/rig/launch.ts";
import { ada, bob } from "../tests/rig/people.ts";
import { type LaunchedPerson, launchPerson } from "../tests/rig/person.ts";
import { playBusily } from "./hour/busy.ts";
import { type Moment, watchQuietly } from "./hour/quiet.ts";
import { sectionOf } from "./hour/section.ts";
import { runInside } from "./inside.ts";
import { writePart } from "./page_part.ts";
import { readNumbers } from "./scale/options.ts";

const DEFAULTS = { "minutes": 60, "bare-minutes": 10, "rounds": 120 };

if (import.meta.main) await runInside(bench, { module: import.meta.url });

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
  await writePart("BENCHMARKS.md", "bench:hour", section);
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
