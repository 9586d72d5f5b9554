import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { holdLostMs: 500 };

export const firstInLine: Attack = {
  name: "lapsed token",
  who: "third person",
  rule: "seats: a token whose hold ran out is first in line when a seat frees",
  async run({ short }) {
    await using app = await startPaced({ short, timings: TIMINGS });
    const { ann, bob, bobToken } = await meet("tea", app);
    bob[Symbol.dispose]();
    const third = await Caller.open(app);
    let reply = await third.join("tea");
    while (reply.type === "full") {
      await pause(systemClock, short ? 100 : 1_000);
      reply = await third.join("tea");
    }
    const back = await Caller.open(app);
    const met = await back.join("tea", bobToken);
    await third.leave();
    const fourth = await Caller.open(app);
    const newcomer = await fourth.join("tea");
    const again = met.type === "joined" ? met : await back.join("tea", bobToken);
    for (const caller of [ann, back, fourth]) caller[Symbol.dispose]();
    return {
      tried:
        "a hold runs out, a third takes the seat, its owner asks by token, the third leaves, " +
        "a newcomer asks first",
      figure: `newcomer "${newcomer.type}", owner "${again.type}"`,
      limit: 'newcomer "full", owner "joined"',
      held: newcomer.type === "full" && again.type === "joined",
    };
  },
};
