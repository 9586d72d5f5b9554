import type { Attack } from "../attack.ts";
import { fuzz } from "../../signaling/fuzz.ts";

/** Growth of the JavaScript heap between two moments without a socket. */
const LIMIT = 1.25;

export const storm: Attack = {
  name: "storm of mutated messages",
  who: "stranger",
  rule:
    "messages: the server outlives a storm of valid, mutated and random frames, its memory comes back",
  async run({ short }) {
    const seed = Math.floor(Math.random() * 2 ** 31);
    const report = await fuzz({ frames: short ? 20_000 : 300_000, seed });
    const growth = report.heapAfterMb / report.heapBeforeMb;
    return {
      tried:
        `${report.frames} frames over ${report.connections} sockets without limits, seed ${seed}`,
      figure: `alive, a call works, heap ×${growth.toFixed(2)}`,
      limit: `alive, ×${LIMIT}`,
      held: growth <= LIMIT,
    };
  },
};
