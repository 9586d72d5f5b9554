import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { vouch } from "../messages.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { holdLostMs: 1_500 };
const HOLDS = 2.5;

export const cutSocket: Attack = {
  name: "cut socket, living call",
  who: "third person",
  rule: "seats: while media flows, the page inside keeps the seat of a friend whose socket is gone",
  async run({ short }) {
    await using app = await startPaced({ short, timings: TIMINGS });
    const { ann, bob, bobToken } = await meet("tea", app);
    bob[Symbol.dispose]();
    const { holdMs } = await ann.next(["away"]);
    const third = await Caller.open(app);
    const stepMs = holdMs / 5;
    let taken = false;
    let asked = 0;
    for (let step = 0; !taken && step < HOLDS * 5; step++) {
      ann.say(vouch(bob.session));
      await pause(systemClock, stepMs);
      asked++;
      taken = (await third.join("tea")).type === "joined";
    }
    const back = await Caller.open(app);
    const reply = await back.join("tea", bobToken);
    const resumed = reply.type === "joined" && reply.resumed;
    for (const caller of [ann, third, back]) caller[Symbol.dispose]();
    return {
      tried: `one's socket cut while media flows; a third asks ${asked} times over ` +
        `${HOLDS} holds of ${holdMs / 1_000} s`,
      figure: `${taken ? "seat taken" : "never in"}, owner back: ${resumed ? "yes" : "no"}`,
      limit: "never in, owner back",
      held: !taken && resumed,
    };
  },
};
