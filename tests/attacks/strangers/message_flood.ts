import type { Attack } from "../attack.ts";
import { Caller, serves } from "../caller.ts";
import { ping } from "../messages.ts";
import { startTarget } from "../target.ts";

/** `LIMIT_MESSAGES_PER_SECOND` and five seconds' worth at once. */
const PER_SECOND = 50;
const BURST = 5 * PER_SECOND;

export const messageFlood: Attack = {
  name: "message flood",
  who: "stranger",
  rule: "limits: a socket that sends too much is refused, then closed; others are served",
  async run({ short }) {
    await using app = await startTarget({ env: { TRUST_PROXY: "1" } });
    const messages = short ? 2_000 : 20_000;
    using caller = await Caller.open(app, { address: "203.0.113.9" });
    const started = performance.now();
    for (let index = 0; index < messages; index++) caller.say(ping());
    const closed = await caller.ends();
    const seconds = (performance.now() - started) / 1_000;
    const answered = caller.heard.filter(({ type }) => type === "pong").length;
    const ms = await serves(app, { address: "203.0.113.1" });
    const limit = Math.ceil(BURST + PER_SECOND * seconds);
    return {
      tried: `${messages} messages of one socket at once`,
      figure: `${answered} answered, ${closed ? "closed" : "still open"}; ` +
        `two others meet ${ms === null ? "never" : `in ${ms} ms`}`,
      limit: `${limit}, closed`,
      held: answered <= limit && closed && ms !== null,
    };
  },
};
