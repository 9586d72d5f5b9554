/**
 * `deno task bench:join [rounds]`: how long a newcomer waits for the friend's first frame: from "Join",
 * beside a bare two-page call; and from opening the page, beside the smallest page people would put
 * together, with a delay between page and server. Prints the tables of `docs/BENCHMARKS.md`.
 */
import { startApp } from "../tests/rig/app.ts";
import { ada, bob } from "../tests/rig/people.ts";
import { launchPerson } from "../tests/rig/person.ts";
import { runInside } from "./inside.ts";
import { benchOpen } from "./join/open.ts";
import { benchPress } from "./join/press.ts";
import { fetchSmallPage } from "./small_page/start.ts";

const ROUNDS = 11;

if (import.meta.main) {
  const rounds = Number(Deno.args[0] ?? ROUNDS);
  await runInside(() => bench(rounds), { module: import.meta.url, prepare: fetchSmallPage });
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
