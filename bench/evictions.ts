/**
 * `deno task bench:evictions`: five minutes of calls while one of three instances is evicted every
 * 20 s, on a KV that is 150 ms away; then all are replaced one after the other. Prints a table.
 * `--no-browsers`: only pages that speak the protocol.
 */
import { percentile, watchEvictions } from "../tests/evictions/watch.ts";

const PLAN = { seconds: 300, everySeconds: 20, kvRoundTripMs: 150, pairs: 20 };

if (import.meta.main) {
  const { call, joins, ...result } = await watchEvictions({
    ...PLAN,
    browsers: !Deno.args.includes("--no-browsers"),
  });
  const rows: [string, string | number][] = [
    ["instances evicted (SIGINT)", result.evicted],
    ["instances crashed (SIGKILL)", result.crashed],
    ["people in calls", result.seats + (call === null ? 0 : 2)],
    ["seats resumed by token", result.resumes],
    ["seats lost", result.lostSeats],
    ["longest without a socket", `${result.longestAwayMs} ms`],
    ["strangers at full rooms", result.attempts],
    ["takeovers", result.takeovers.length],
    ["joins of new rooms", joins.length],
    ["joins that had to ask again", result.failedJoins],
    ["join p50", `${percentile(joins, 0.5)} ms`],
    ["join p95", `${percentile(joins, 0.95)} ms`],
  ];
  if (call !== null) {
    rows.push(
      ["frames sent by the two browsers", call.framesSent.join(" and ")],
      ["frames lost", call.framesLost.join(" and ")],
      ["longest standing picture", `${call.longestGapMs} ms`],
      ["peer connections made anew", call.connectionsMade],
      ["texts sent", call.texts],
      ["texts lost", call.textsLost],
      ["what the screens said", call.said.join("; ") || "nothing"],
    );
  }
  const { seconds, everySeconds, kvRoundTripMs } = PLAN;
  console.log(
    `${seconds} s, one of three instances every ${everySeconds} s, KV ${kvRoundTripMs} ms away`,
  );
  console.log("\n| | |\n| --- | --- |");
  for (const [name, value] of rows) console.log(`| ${name} | ${value} |`);
}
