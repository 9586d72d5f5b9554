import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { Caller, meet } from "../caller.ts";
import { startPaced, startPair } from "../target.ts";

const TIMINGS = { holdLostMs: 1_000, challengeMs: 300 };
const LONG_PAUSE_MS = 30_000;
const SHORT_PAUSE_MS = 6_000;

export const displaced: Attack = {
  name: "displaced though alive",
  who: "third person",
  rule: "seats: who turns out to live takes back by token the seat that was given away",
  whyNot: needsLinux,
  async run({ short }) {
    await using pair = await startPair((store) => startPaced({ store, short, timings: TIMINGS }));
    const { ann, bob, annToken } = await meet("tea", pair.one, pair.two);
    const third = await Caller.open(pair.two);
    const pauseMs = short ? SHORT_PAUSE_MS : LONG_PAUSE_MS;
    pair.one.pause();
    let seated = false;
    for (const end = performance.now() + pauseMs; !seated && performance.now() < end;) {
      seated = (await third.join("tea")).type === "joined";
      if (!seated) await pause(systemClock, short ? 200 : 1_000);
    }
    pair.one.resume();
    const started = performance.now();
    const back = await Caller.open(pair.two);
    const reply = await back.join("tea", annToken);
    const ms = Math.round(performance.now() - started);
    const regained = reply.type === "joined";
    const together = regained && await bob.hears(back) && await back.hears(bob);
    const turnedOut = !seated || !await third.hears(bob, 300) && !await bob.hears(third, 300);
    for (const caller of [ann, bob, third, back]) caller[Symbol.dispose]();
    return {
      tried: `one's instance stopped for ${pauseMs / 1_000} s, ` +
        `${seated ? "a third took the seat" : "a third did not get the seat"}; ` +
        "the owner comes back with the token",
      figure: regained ? `back in ${ms} ms` : `the owner was told "${reply.type}"`,
      limit: "back at once, the third out",
      held: regained && together && turnedOut,
    };
  },
};
