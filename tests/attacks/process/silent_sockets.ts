import { type Attack, needsLinux } from "../attack.ts";
import { Caller, socketUrl } from "../caller.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { startPaced } from "../target.ts";

const TIMINGS = { silentMs: 1_000, firstWordMs: 1_000, sweepMs: 100 };
const LIMIT_MS = 35_000;

export const silentSockets: Attack = {
  name: "silent and dead sockets",
  who: "stranger",
  rule:
    "process: a socket that says nothing is closed, a dead one loses its seat to nobody at once",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startPaced({ short, timings: TIMINGS });
    const { host, origin } = new URL(app.url);
    const started = performance.now();
    const mutes = await Promise.all(
      Array.from({ length: 20 }, () => RawSocket.open(socketUrl(app), { host, origin })),
    );
    using dead = await Caller.open(app, { dead: true });
    await dead.sit("tea");
    using bob = await Caller.open(app);
    await bob.sit("tea");
    await Promise.all(mutes.map((mute) => mute.follow({ answerPings: true })));
    const mutesMs = Math.round(performance.now() - started);
    const away = await bob.wait(["away"], LIMIT_MS);
    const deadMs = Math.round(performance.now() - started);
    using third = await Caller.open(app);
    const reply = await third.join("tea");
    return {
      tried: "20 sockets that never speak; one that never answers a ping, in a room",
      figure: `closed after ${mutesMs} ms; the dead one ` +
        `${
          away === null ? "was not noticed" : `noticed after ${deadMs} ms`
        }, a third "${reply.type}"`,
      limit: `${LIMIT_MS} ms, "full"`,
      held: mutesMs <= LIMIT_MS && away?.reason === "lost" && reply.type === "full",
    };
  },
};
