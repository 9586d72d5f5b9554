import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPair } from "../target.ts";

export const awayInCall: Attack = {
  name: "store away during a call",
  who: "network",
  rule: "store: while it is away calls go on, and a join waits until it is back",
  async run({ short }) {
    await using pair = await startPair();
    const { ann, bob } = await meet("tea", pair.one);
    await pair.kv.kill9();
    const late = await Caller.open(pair.one);
    const asked = late.join("coffee");
    const seconds = short ? 2 : 6;
    let missed = 0;
    for (let second = 0; second < seconds; second++) {
      await pause(systemClock, 1_000);
      if (!await ann.hears(bob, 1_000)) missed++;
    }
    await pair.kv.restart();
    const reply = await asked;
    for (const caller of [ann, bob, late]) caller[Symbol.dispose]();
    return {
      tried: `kill -9 of the KV server for ${seconds} s during a call, a join meanwhile`,
      figure: `${missed} of ${seconds} signals missed, join: ${reply.type}`,
      limit: "0 missed, joined",
      held: missed === 0 && reply.type === "joined",
    };
  },
};
