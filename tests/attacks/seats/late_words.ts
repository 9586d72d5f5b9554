import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { answerTo } from "../messages.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { holdLostMs: 500 };
const WORDS = "only for the friend";

export const lateWords: Attack = {
  name: "words for the friend, relayed late",
  who: "third person",
  rule: "signals: what was meant for the friend never reaches who took the seat after",
  async run({ short }) {
    await using app = await startPaced({ short, timings: TIMINGS });
    const { ann, bob } = await meet("tea", app);
    bob[Symbol.dispose]();
    await ann.next(["away"]);
    const third = await Caller.open(app);
    let said = 0;
    let reply = await third.join("tea");
    while (reply.type !== "joined") {
      said++;
      ann.say(answerTo(bob.session, WORDS));
      await pause(systemClock, short ? 100 : 500);
      reply = await third.join("tea");
    }
    ann.say(answerTo(bob.session, WORDS));
    await ann.next(["arrived"]);
    await third.hears(ann);
    const leaked = third.heard.filter((message) => JSON.stringify(message).includes(WORDS)).length;
    for (const caller of [ann, third]) caller[Symbol.dispose]();
    return {
      tried: `${said + 1} signals to a friend who is gone, until a third has their seat`,
      figure: `${leaked} reached the third`,
      limit: "0",
      held: leaked === 0,
    };
  },
};
