import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { holdLostMs: 2_000 };
/** A hold of 15 s, or a short one, and a little. */
const LIMIT_MS = { short: 4_000, long: 17_000 };

export const clockBack: Attack = {
  name: "clock set back",
  who: "clock",
  rule: "clock: set back by an hour it makes no hold longer",
  whyNot: needsLinux,
  async run({ short }) {
    const preload = new URL("shift.ts", import.meta.url);
    await using app = await startPaced({ short, timings: TIMINGS, preload });
    const { ann, bob } = await meet("tea", app);
    bob[Symbol.dispose]();
    await ann.next(["away"]);
    const limitMs = short ? LIMIT_MS.short : LIMIT_MS.long;
    const started = performance.now();
    Deno.kill(app.pid, "SIGUSR2");
    const third = await Caller.open(app);
    let reply = await third.join("tea");
    let longest = 0;
    while (reply.type === "full" && performance.now() - started < limitMs) {
      longest = Math.max(longest, reply.retryInMs ?? 0);
      await pause(systemClock, short ? 200 : 1_000);
      reply = await third.join("tea");
    }
    const ms = Math.round(performance.now() - started);
    for (const caller of [ann, third]) caller[Symbol.dispose]();
    const free = reply.type === "joined";
    return {
      tried: "the wall clock set an hour back while a seat is held",
      figure: free
        ? `free after ${(ms / 1_000).toFixed(0)} s`
        : `still held after ${ms / 1_000} s, ` +
          `"again in ${Math.round(longest / 1_000)} s"`,
      limit: `${limitMs / 1_000} s`,
      held: free,
    };
  },
};
