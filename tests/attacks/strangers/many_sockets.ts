import type { Attack } from "../attack.ts";
import { Caller, serves } from "../caller.ts";
import { startTarget } from "../target.ts";

/** The default of `LIMIT_SOCKETS_PER_ADDRESS`. */
const LIMIT = 256;

export const manySockets: Attack = {
  name: "many sockets, forged addresses",
  who: "stranger",
  rule: "limits: one address has so many sockets and no more, whatever headers it writes",
  async run({ short }) {
    await using app = await startTarget();
    const tries = short ? 300 : 600;
    const callers: Caller[] = [];
    for (let index = 0; index < tries; index++) {
      // No proxy is trusted: the header must mean nothing.
      const address = `198.51.100.${index % 250}`;
      const caller = await Caller.open(app, { address }).catch(() => null);
      if (caller !== null) callers.push(caller);
    }
    const count = callers.length;
    for (const caller of callers) caller[Symbol.dispose]();
    const ms = await serves(app);
    return {
      tried: `${tries} sockets from one address, each claiming another by X-Forwarded-For`,
      figure: `${count} let in; after they are gone it serves ${
        ms === null ? "nobody" : `in ${ms} ms`
      }`,
      limit: `${LIMIT}`,
      held: count <= LIMIT && ms !== null,
    };
  },
};
