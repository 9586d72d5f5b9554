import { pause, systemClock } from "../../../signaling/clock.ts";
import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { type Pair, startPair } from "../target.ts";

/** Beyond the hold of a seat that is doubted. */
const LONG_MS = 20_000;
const SHORT_MS = 6_000;
const TRY_EVERY_MS = 1_000;

export const slowStore: Attack = {
  name: "slow store",
  who: "third person",
  rule: "seats: a store that answers late gives nobody's seat away",
  async run({ short }) {
    const delays = short ? [400] : [400, 700];
    const rooms = short ? 2 : 3;
    let taken = 0;
    let lost = 0;
    for (const delayMs of delays) {
      await using pair = await startPair();
      const results = await Promise.all(
        Array.from({ length: rooms }, (_, room) => {
          return besiege(pair, `tea ${room}`, { delayMs, lastsMs: short ? SHORT_MS : LONG_MS });
        }),
      );
      taken += results.filter((result) => result.taken).length;
      lost += results.filter((result) => result.lost).length;
    }
    const count = delays.length * rooms;
    return {
      tried: `two instances, every KV call ${delays.join(" and ")} ms late; a third asks ` +
        `for a seat in ${count} rooms, again and again for ${
          (short ? SHORT_MS : LONG_MS) / 1_000
        } s`,
      figure: `${taken} of ${count} seats taken, ${lost} calls cut`,
      limit: "0",
      held: taken === 0 && lost === 0,
    };
  },
};

async function besiege(
  { one, two, proxyOfOne, proxyOfTwo }: Pair,
  room: string,
  { delayMs, lastsMs }: { readonly delayMs: number; readonly lastsMs: number },
) {
  const { ann, bob } = await meet(room, one);
  proxyOfOne.delayMs = proxyOfTwo.delayMs = delayMs;
  const third = await Caller.open(two);
  let taken = false;
  for (const end = performance.now() + lastsMs; !taken && performance.now() < end;) {
    taken = (await third.join(room)).type === "joined";
    if (!taken) await pause(systemClock, TRY_EVERY_MS);
  }
  const lost = !(ann.open && bob.open && await ann.hears(bob) && await bob.hears(ann));
  for (const caller of [ann, bob, third]) caller[Symbol.dispose]();
  return { taken, lost };
}
