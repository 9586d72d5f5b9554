import { type Attack, needsLinux } from "../attack.ts";
import { socketUrl } from "../caller.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { OPCODE } from "../../rig/raw_frames.ts";
import { residentBytes } from "../../../bench/signaling/measure.ts";
import { startTarget } from "../target.ts";

const LIMIT_MB = 40;

export const giantMessages: Attack = {
  name: "giant and binary messages",
  who: "stranger",
  rule:
    "messages: a giant message, a binary one and a frame that announces a gigabyte end the socket",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget();
    const before = residentBytes(app.pid);
    const times = short ? 3 : 20;
    let left = 0;
    for (let time = 0; time < times; time++) {
      using large = await RawSocket.open(socketUrl(app), headersFor(app.url));
      await large.sendText(`{"type":"ping","pad":"${"x".repeat(1_000_000)}"}`).catch(() => {});
      using binary = await RawSocket.open(socketUrl(app), headersFor(app.url));
      await binary.sendFrame({ opcode: OPCODE.binary, fin: true, payload: new Uint8Array(9) });
      using giant = await RawSocket.open(socketUrl(app), headersFor(app.url));
      await giant.sendHeader({ opcode: OPCODE.text, fin: true, length: 2 ** 30 });
      for (const socket of [large, binary, giant]) {
        await socket.follow();
        if (socket.open) left++;
      }
    }
    const grownMb = Math.max(0, Math.round((residentBytes(app.pid) - before) / 1e6));
    return {
      tried: `${times} times: a message of 1 MB, a binary one, a header announcing 1 GiB`,
      figure: `${left} sockets still open, memory +${grownMb} MB`,
      limit: `0, +${LIMIT_MB} MB`,
      held: left === 0 && grownMb <= LIMIT_MB,
    };
  },
};

function headersFor(url: string): Record<string, string> {
  const { host, origin } = new URL(url);
  return { host, origin };
}
