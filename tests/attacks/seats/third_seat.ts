import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startPair } from "../target.ts";

const CONTENDERS = 5;

export const thirdSeat: Attack = {
  name: "five want two seats",
  who: "stranger",
  rule: "seats: two people and never three, however many ask at once on two instances",
  async run({ short }) {
    await using pair = await startPair();
    const rooms = short ? 5 : 30;
    let wrong = 0;
    for (let room = 0; room < rooms; room++) {
      const callers = await Promise.all(
        Array.from({ length: CONTENDERS }, (_, index) => {
          return Caller.open(index % 2 === 0 ? pair.one : pair.two);
        }),
      );
      const replies = await Promise.all(callers.map((caller) => caller.join(`race ${room}`)));
      const seats = replies.flatMap((reply) => reply.type === "joined" ? [reply.seat] : []);
      if (seats.length !== 2 || seats[0] === seats[1]) wrong++;
      for (const caller of callers) await caller.leave();
    }
    return {
      tried: `${CONTENDERS} join at once on two instances, ${rooms} rooms`,
      figure: `${wrong} rooms with other than two people`,
      limit: "0",
      held: wrong === 0,
    };
  },
};
