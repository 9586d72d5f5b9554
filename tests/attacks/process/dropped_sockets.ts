import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { socketUrl } from "../caller.ts";
import { OPCODE } from "../../rig/raw_frames.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { openDescriptors, startTarget } from "../target.ts";

/** The default of `LIMIT_SOCKETS_PER_ADDRESS`, and some that are on their way out. */
const LIMIT = 256 + 20;

export const droppedSockets: Attack = {
  name: "sockets that stay after they were dropped",
  who: "stranger",
  rule: "process: a socket the server dropped counts until it is gone, or goes",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget();
    const { host, origin } = new URL(app.url);
    const idle = openDescriptors(app.pid);
    const sockets: RawSocket[] = [];
    const tries = short ? 600 : 900;
    for (let index = 0; index < tries; index++) {
      const socket = await RawSocket.open(socketUrl(app), { host, origin }).catch(() => null);
      if (socket === null) continue;
      sockets.push(socket);
      // A binary frame ends the socket; we read nothing and never close.
      await socket.sendFrame({ opcode: OPCODE.binary, fin: true, payload: new Uint8Array(1) });
    }
    await pause(systemClock, 1_000);
    const soon = openDescriptors(app.pid) - idle;
    await pause(systemClock, short ? 2_000 : 30_000);
    const later = openDescriptors(app.pid) - idle;
    for (const socket of sockets) socket[Symbol.dispose]();
    return {
      tried: `${tries} sockets of one address, each dropped by the server for a binary frame and ` +
        "kept open by the client",
      figure: `${soon} open after 1 s, ${later} after ${short ? 3 : 31} s`,
      limit: `${LIMIT}`,
      held: soon <= LIMIT && later <= LIMIT,
    };
  },
};
