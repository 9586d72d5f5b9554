import type { Attack } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { type Pair, startPair } from "../target.ts";

export const lostAnswers: Attack = {
  name: "lost answers of the store",
  who: "network",
  rule: "seats: two and never three believe they sit, also when the answer of a commit is lost",
  async run({ short }) {
    const rooms = short ? 2 : 6;
    // Which of a join's commits lose their answer: the first, the second, the first two.
    const patterns = short ? [[1]] : [[1], [2], [1, 2]];
    let three = 0;
    for (const lost of patterns) {
      await using pair = await startPair();
      for (let room = 0; room < rooms; room++) {
        if (await believers(pair, `tea ${room}`, lost) > 2) three++;
      }
    }
    const count = rooms * patterns.length;
    return {
      tried:
        `one's token resumes the seat elsewhere while the store does the write and its answer ` +
        `is lost, ${count} rooms`,
      figure: `${three} of ${count} rooms in which three believe they sit`,
      limit: "0",
      held: three === 0,
    };
  },
};

/** How many sockets believe that they have a seat after a move whose commits lose answers. */
async function believers(pair: Pair, room: string, lost: readonly number[]): Promise<number> {
  const { ann, bob, bobToken } = await meet(room, pair.one);
  const before = pair.proxyOfTwo.calls.get("atomic_write") ?? 0;
  pair.proxyOfTwo.fate = ({ name, count }) => {
    return name === "atomic_write" && lost.includes(count - before) ? "answer-lost" : "pass";
  };
  const again = await Caller.open(pair.two);
  const reply = await again.join(room, bobToken);
  pair.proxyOfTwo.fate = () => "pass";
  await bob.wait(["elsewhere"], 3_000);
  await bob.ends(1_000);
  const sitting = [ann.open, bob.open, reply.type === "joined" && again.open];
  for (const caller of [ann, bob, again]) caller[Symbol.dispose]();
  return sitting.filter((sits) => sits).length;
}
