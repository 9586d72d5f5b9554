import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { refuse } from "../messages.ts";
import { startTarget } from "../target.ts";

export const turnedOut: Attack = {
  name: "newcomer who is not let in",
  who: "third person",
  rule: "seats: whom the person inside refuses has no seat, and a worthless token",
  async run() {
    await using app = await startTarget();
    const { ann, bob: third, bobToken: token } = await meet("tea", app);
    ann.say(refuse(third.session));
    const out = await third.ends(3_000);
    const friend = await Caller.open(app);
    const reply = await friend.join("tea");
    const again = await Caller.open(app);
    const withToken = await again.join("tea", token);
    const freed = reply.type === "joined";
    const worthless = withToken.type === "full";
    for (const caller of [ann, third, friend, again]) caller[Symbol.dispose]();
    return {
      tried: "the person inside refuses a newcomer, a friend sits down, the newcomer comes again " +
        "with the token",
      figure: `${out ? `out (close ${third.closeCode})` : "still in"}, friend "${reply.type}", ` +
        `token "${withToken.type}"`,
      limit: 'out, friend "joined", token "full"',
      held: out && freed && worthless,
    };
  },
};
