/**
 * `deno task doctor`: says to whoever runs Duet whether this machine and this configuration can carry
 * calls, line by line. Ends with 1 when something is wrong.
 */
import { ConfigError, readConfig, type SignalingConfig } from "../signaling/mod.ts";
import { checkDescriptors } from "./doctor/descriptors.ts";
import { type Finding, print } from "./doctor/finding.ts";
import { checkClock, checkKv } from "./doctor/kv.ts";
import { checkReady } from "./doctor/ready.ts";
import { checkProvider, checkStun, checkTurn } from "./doctor/ways.ts";

if (import.meta.main) {
  const findings: Finding[] = [];
  for await (const finding of examine((name) => Deno.env.get(name))) {
    print(finding);
    findings.push(finding);
  }
  const bad = findings.filter(({ verdict }) => verdict === "bad").length;
  console.log(bad === 0 ? "\nNothing is wrong." : `\n${bad} of ${findings.length} need mending.`);
  Deno.exit(bad === 0 ? 0 : 1);
}

/** Every check in turn; none of them throws. */
export async function* examine(
  env: (name: string) => string | undefined,
): AsyncGenerator<Finding> {
  let config: SignalingConfig;
  try {
    config = readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const said of error.problems) yield { what: "configuration", verdict: "bad", said };
    return;
  }
  yield { what: "configuration", verdict: "ok", said: "every value can be used" };
  yield checkDescriptors(config.limits.sockets);
  const ready = await checkReady(env("PORT"));
  yield await checkClock(config.kv);
  // A SQLite file belongs to one process: while the server runs, it alone may touch it.
  if (ready.verdict !== "left-out" && config.kv.kind === "file") {
    yield { what: "KV", verdict: "left-out", said: "the running server has the file" };
  } else {
    yield* checkKv(config.kv);
  }
  yield* checkStun(config.ice.stunUrls);
  yield* checkTurn(config.ice);
  yield* checkProvider(config.ice.provider);
  yield ready;
}
