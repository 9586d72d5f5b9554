import { type Attack, needsLinux } from "../attack.ts";
import { serves, socketUrl } from "../caller.ts";
import { frameBytes, OPCODE } from "../../rig/raw_frames.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { residentBytes } from "../../../bench/signaling/measure.ts";
import { startTarget } from "../target.ts";

const SOCKETS = 3;
const CHUNK_BYTES = 1_000_000;
const LIMIT_MB = 150;

export const fragments: Attack = {
  name: "endless fragments",
  who: "stranger",
  rule: "process: messages in endless fragments, from senders that answer pings, pin little memory",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget({ env: { TRUST_PROXY: "1" } });
    const { host, origin } = new URL(app.url);
    const before = residentBytes(app.pid);
    const chunks = short ? 100 : 200;
    let peak = before;
    const sent = await Promise.all(
      Array.from({ length: SOCKETS }, async () => {
        const headers = { host, origin, "x-forwarded-for": "203.0.113.9" };
        const socket = await RawSocket.open(socketUrl(app), headers);
        void socket.follow({ answerPings: true });
        const frame = (opcode: number) => {
          return frameBytes({ opcode, fin: false, payload: new Uint8Array(CHUNK_BYTES) });
        };
        const [first, next] = [frame(OPCODE.text), frame(OPCODE.continuation)];
        let count = 0;
        try {
          while (count < chunks) {
            await within(socket.write(count === 0 ? first : next));
            count++;
            peak = Math.max(peak, residentBytes(app.pid));
          }
        } catch {
          // Cut off, or not read on: both bound it.
        }
        return { count, socket };
      }),
    );
    const ms = await serves(app, { address: "203.0.113.1" });
    const grownMb = Math.round((Math.max(peak, residentBytes(app.pid)) - before) / 1e6);
    for (const { socket } of sent) socket[Symbol.dispose]();
    const count = sent.reduce((sum, one) => sum + one.count, 0);
    return {
      tried: `${SOCKETS} sockets send ${chunks} fragments of 1 MB each and answer pings`,
      figure: `${count} MB taken, memory +${grownMb} MB, two others meet ` +
        (ms === null ? "never" : `in ${ms} ms`),
      limit: `+${LIMIT_MB} MB`,
      held: grownMb <= LIMIT_MB && ms !== null,
    };
  },
};

/** A write that nobody reads on ends the attempt. */
function within(writing: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("not read")), 3_000);
    writing.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
