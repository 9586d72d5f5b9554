import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPair } from "../target.ts";

const PAUSE_MS = 3_000;
const TRY_EVERY_MS = 400;

export const pausedInstance: Attack = {
  name: "paused instance",
  who: "third person",
  rule: "seats: an instance that stands still for 3 s loses none of its people's seats",
  whyNot: needsLinux,
  async run({ short }) {
    const times = short ? 1 : 4;
    let taken = 0;
    let lost = 0;
    let asked = 0;
    for (let time = 0; time < times; time++) {
      await using pair = await startPair();
      const { ann, bob } = await meet("tea", pair.one);
      const third = await Caller.open(pair.two);
      const end = performance.now() + PAUSE_MS;
      pair.one.pause();
      let gone = false;
      while (!gone && performance.now() < end) {
        asked++;
        gone = (await third.join("tea")).type === "joined";
        await pause(systemClock, TRY_EVERY_MS);
      }
      pair.one.resume();
      if (!gone) gone = (await third.join("tea")).type === "joined";
      if (gone) taken++;
      if (!(await ann.hears(bob, 5_000) && await bob.hears(ann, 5_000))) lost++;
      for (const caller of [ann, bob, third]) caller[Symbol.dispose]();
    }
    return {
      tried: `the instance of both stopped for 3 s (SIGSTOP), a third asked ${asked} times ` +
        `at another, ${times === 1 ? "once" : `${times} times`}`,
      figure: `${taken} of ${times} seats taken, ${lost} calls cut`,
      limit: "0",
      held: taken === 0 && lost === 0,
    };
  },
};
