import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { holdLostMs: 500 };

export const newcomerNamed: Attack = {
  name: "newcomer passed off as the friend",
  who: "third person",
  rule: "seats: who is inside is told whether the friend came back or somebody else came",
  async run({ short }) {
    await using app = await startPaced({ short, timings: TIMINGS });
    const { ann, bob, bobToken } = await meet("tea", app);
    const first = ann.heard.find((message) => message.type === "arrived");
    bob[Symbol.dispose]();
    const again = await Caller.open(app, { session: bob.session });
    await again.sit("tea", bobToken);
    const friend = await ann.next(["arrived"]);
    again[Symbol.dispose]();
    // The third even uses the friend's session id.
    const third = await Caller.open(app, { session: bob.session });
    while ((await third.join("tea")).type !== "joined") {
      await pause(systemClock, short ? 100 : 1_000);
    }
    const stranger = await ann.next(["arrived"]);
    for (const caller of [ann, third]) caller[Symbol.dispose]();
    const toldFriend = friend.resumed && friend.holder === first?.holder;
    const toldStranger = !stranger.resumed && stranger.holder !== first?.holder;
    return {
      tried: "the friend comes back by token; later a third takes the seat under the friend's " +
        "session id",
      figure: `friend known: ${toldFriend ? "yes" : "no"}, third told apart: ` +
        (toldStranger ? "yes" : "no"),
      limit: "yes, yes",
      held: toldFriend && toldStranger,
    };
  },
};
