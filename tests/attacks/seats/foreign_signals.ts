import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { answerTo, refuse, signalTo, vouch } from "../messages.ts";
import { startTarget } from "../target.ts";

export const foreignSignals: Attack = {
  name: "signals from outside the room",
  who: "third person",
  rule: "signals: only who sits opposite is heard, whatever session a third names",
  async run({ short }) {
    await using app = await startTarget();
    const { ann, bob } = await meet("tea", app);
    using lobby = await Caller.open(app);
    using other = await Caller.open(app);
    await other.sit("coffee");
    const tries = short ? 3 : 20;
    const before = ann.heard.length + bob.heard.length;
    for (let index = 0; index < tries; index++) {
      for (const third of index % 2 === 0 ? [other] : [other, lobby]) {
        for (const { session } of [ann, bob]) {
          third.say(signalTo(session));
          third.say(answerTo(session, "v=0"));
        }
      }
      other.say(refuse(ann.session));
      other.say(vouch(bob.session));
    }
    await other.join("coffee");
    const after = ann.heard.length + bob.heard.length;
    const lost = !(await ann.hears(bob) && await bob.hears(ann));
    for (const caller of [ann, bob]) caller[Symbol.dispose]();
    return {
      tried:
        `${tries} rounds of signals, refusals and vouching for the two inside, from the lobby ` +
        "and from another room",
      figure: `${after - before} heard, ${lost ? 1 : 0} calls cut`,
      limit: "0",
      held: after === before && !lost,
    };
  },
};
