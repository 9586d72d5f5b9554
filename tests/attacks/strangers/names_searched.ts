import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { leave } from "../messages.ts";
import { startTarget } from "../target.ts";

/** Names that may be answered to one address in any minute: `LIMIT_NAMES_PER_MINUTE`. */
const LIMIT = 100;
const SOCKETS = 8;

export const namesSearched: Attack = {
  name: "names searched",
  who: "stranger",
  rule:
    "limits: one address learns of about a hundred names a minute, then every name answers alike",
  async run({ short }) {
    await using app = await startTarget({ env: { TRUST_PROXY: "1" } });
    const { ann, bob } = await meet("kitchen", app, app, { address: "203.0.113.1" });
    const lastsMs = short ? 3_000 : 20_000;
    const end = performance.now() + lastsMs;
    let answered = 0;
    let asked = 0;
    await Promise.all(
      Array.from({ length: SOCKETS }, async (_, lane) => {
        for (let index = 0; performance.now() < end; index++) {
          const caller = await Caller.open(app, { address: "203.0.113.9" }).catch(() => null);
          asked++;
          const reply = await caller?.join(`name ${lane} ${index}`).catch(() => null);
          if (reply?.type === "joined" || reply?.type === "full") answered++;
          else await pause(systemClock, 50);
          caller?.say(leave());
          caller?.[Symbol.dispose]();
        }
      }),
    );
    const past = await Promise.all(["kitchen", "a name nobody uses"].map(async (name) => {
      using caller = await Caller.open(app, { address: "203.0.113.9" });
      const reply = await caller.join(name);
      return reply.type === "error" ? reply.code : reply.type;
    }));
    for (const caller of [ann, bob]) caller[Symbol.dispose]();
    return {
      tried:
        `${asked} names in ${lastsMs / 1_000} s from one address, ${SOCKETS} sockets at once; ` +
        "then a full room and an empty one",
      figure: `${answered} answered; then ${past.map((word) => `"${word}"`).join(" and ")}`,
      limit: `${LIMIT}; then the same for both`,
      held: answered <= LIMIT && past[0] === past[1],
    };
  },
};
