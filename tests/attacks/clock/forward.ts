import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startTarget } from "../target.ts";

/** Beyond the server's sweep. */
const WATCH_MS = 3_000;

export const clockForward: Attack = {
  name: "clock set forward",
  who: "clock",
  rule: "clock: set forward by 80 s it drops no socket and frees no seat",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget({ preload: new URL("shift.ts", import.meta.url) });
    const rooms = short ? 3 : 20;
    const callers: Caller[] = [];
    for (let room = 0; room < rooms; room++) {
      for (const _ of ["first", "second"]) {
        const caller = await Caller.open(app);
        await caller.sit(`tea ${room}`);
        callers.push(caller);
      }
    }
    Deno.kill(app.pid, "SIGUSR1");
    await pause(systemClock, WATCH_MS);
    const dropped = callers.filter(({ open }) => !open).length;
    const third = await Caller.open(app);
    const reply = await third.join("tea 0");
    for (const caller of [...callers, third]) caller[Symbol.dispose]();
    return {
      tried: `the wall clock set 80 s forward under ${callers.length} sockets, a third asks`,
      figure: `${dropped} sockets dropped, the third "${reply.type}"`,
      limit: '0, "full"',
      held: dropped === 0 && reply.type === "full",
    };
  },
};
