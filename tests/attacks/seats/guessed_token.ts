import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startTarget } from "../target.ts";

export const guessedToken: Attack = {
  name: "guessed tokens and session ids",
  who: "third person",
  rule: "seats: neither a wrong token nor the session id of somebody inside opens a full room",
  async run({ short }) {
    await using app = await startTarget();
    const { ann, bob, annToken } = await meet("tea", app);
    const guesses = [
      annToken.slice(0, -1) + (annToken.endsWith("A") ? "B" : "A"),
      annToken.slice(0, 8),
      annToken.toUpperCase(),
      ann.session,
      ...Array.from({ length: short ? 10 : 40 }, () => crypto.randomUUID().replaceAll("-", "")),
    ];
    let taken = 0;
    for (const token of guesses) {
      using third = await Caller.open(app, { session: ann.session });
      if ((await third.join("tea", token)).type === "joined") taken++;
    }
    const lost = !(await ann.hears(bob) && await bob.hears(ann));
    for (const caller of [ann, bob]) caller[Symbol.dispose]();
    return {
      tried: `${guesses.length} tokens near the real one, each with the session id of one inside`,
      figure: `${taken} seats taken, ${lost ? 1 : 0} calls cut`,
      limit: "0",
      held: taken === 0 && !lost,
    };
  },
};
