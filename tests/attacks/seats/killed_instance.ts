import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPair } from "../target.ts";

const LIMIT_MS = 1_000;

export const killedInstance: Attack = {
  name: "killed instance",
  who: "network",
  rule: "seats: a killed instance costs its people nothing, they return by token at once",
  async run({ short }) {
    const times = short ? 1 : 5;
    const delays: number[] = [];
    let failed = 0;
    for (let time = 0; time < times; time++) {
      await using pair = await startPair();
      const { annToken, bobToken } = await meet("tea", pair.one);
      await pair.one.kill9();
      const third = await Caller.open(pair.two);
      const asked = third.join("tea");
      const started = performance.now();
      const [ann, bob] = [await Caller.open(pair.two), await Caller.open(pair.two)];
      const replies = await Promise.all([ann.join("tea", annToken), bob.join("tea", bobToken)]);
      delays.push(Math.round(performance.now() - started));
      const returned = replies.every((reply) => reply.type === "joined" && reply.resumed);
      const kept = (await asked).type !== "joined";
      if (!(returned && kept && await ann.hears(bob))) failed++;
      for (const caller of [ann, bob, third]) caller[Symbol.dispose]();
    }
    return {
      tried: `kill -9 of the instance both are on, ${times === 1 ? "once" : `${times} times`}; ` +
        "both return on another while a third asks for a seat",
      figure: `both back in at most ${Math.max(...delays)} ms, ${failed} times not`,
      limit: `${LIMIT_MS} ms, never not`,
      held: failed === 0 && Math.max(...delays) <= LIMIT_MS,
    };
  },
};
