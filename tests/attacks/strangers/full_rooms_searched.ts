import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startTarget } from "../target.ts";

const LIMIT = 100;

export const fullRoomsSearched: Attack = {
  name: "rooms met and left",
  who: "stranger",
  rule: "limits: joins that meet somebody and leave count too",
  async run({ short }) {
    await using app = await startTarget({ env: { TRUST_PROXY: "1" } });
    // Somebody alone in each of some rooms, as an attacker hopes to find.
    const alone = await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const caller = await Caller.open(app, { address: "203.0.113.1" });
        await caller.sit(`alone ${index}`);
        return caller;
      }),
    );
    const tries = short ? 150 : 400;
    let met = 0;
    for (let index = 0; index < tries; index++) {
      const caller = await Caller.open(app, { address: "203.0.113.9" }).catch(() => null);
      const reply = await caller?.join(`alone ${index % alone.length}`).catch(() => null);
      if (reply?.type === "joined") met++;
      await caller?.leave();
    }
    const { ann, bob } = await meet("elsewhere", app, app, { address: "203.0.113.2" });
    for (const caller of [...alone, ann, bob]) caller[Symbol.dispose]();
    return {
      tried: `${tries} joins of one address to rooms in which somebody waits, left at once`,
      figure: `${met} met somebody`,
      limit: `${LIMIT} a minute`,
      held: met <= LIMIT,
    };
  },
};
