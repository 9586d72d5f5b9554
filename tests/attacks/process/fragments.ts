import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { Caller, meet, serves, socketUrl } from "../caller.ts";
import { frameBytes, OPCODE } from "../../rig/raw_frames.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { residentBytes } from "../../../bench/signaling/measure.ts";
import { startTarget } from "../target.ts";

const SOCKETS = 3;
const CHUNK_BYTES = 1_000_000;
/** Each socket sends so much a second: about what a good line at home can. */
const BYTES_PER_SECOND = 10_000_000;
/** `LIMIT_MEMORY_BYTES` as set here: above what the process needs anyway. */
const MEMORY_BYTES = 200_000_000;
/** What the process may hold at most: it goes on refusing beyond one and a half times the limit. */
const LIMIT = 2;
const AGAIN_MS = 15_000;

export const fragments: Attack = {
  name: "endless fragments",
  who: "stranger",
  rule:
    "process: endless fragments from senders that answer pings pin no more than the memory limit",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget({
      env: { TRUST_PROXY: "1", LIMIT_MEMORY_BYTES: String(MEMORY_BYTES) },
    });
    const { ann, bob, annToken } = await meet("tea", app, app, { address: "203.0.113.1" });
    const lastsMs = short ? 18_000 : 90_000;
    const end = performance.now() + lastsMs;
    let peak = 0;
    let sent = 0;
    await Promise.all(
      Array.from({ length: SOCKETS }, async () => {
        while (performance.now() < end) {
          sent += await sendFragments(app.url, end);
          await pause(systemClock, 100);
        }
      }).concat((async () => {
        while (performance.now() < end) {
          peak = Math.max(peak, residentBytes(app.pid));
          await pause(systemClock, 50);
        }
      })()),
    );
    const ms = await serves(app, { address: "203.0.113.1", patienceMs: AGAIN_MS });
    const back = ann.open ? null : await Caller.open(app, { address: "203.0.113.1" });
    const kept = back === null || (await back.join("tea", annToken)).type === "joined";
    for (const caller of [ann, bob, back]) caller?.[Symbol.dispose]();
    const factor = peak / MEMORY_BYTES;
    return {
      tried: `${SOCKETS} sockets at a time send fragments of 1 MB for ${lastsMs / 1_000} s, ` +
        `${BYTES_PER_SECOND / 1e6} MB a second each, answer pings and come again when dropped`,
      figure: `${sent} MB sent, at most ${Math.round(peak / 1e6)} MB held (${factor.toFixed(1)} ` +
        `times the limit set); then two meet ${ms === null ? "never" : `in ${ms} ms`}, a seat ` +
        (kept ? "kept" : "lost"),
      limit: `${LIMIT} times the limit set`,
      held: factor <= LIMIT && ms !== null && kept,
    };
  },
};

/** Sends until the server ends it, or time is up. @returns megabytes sent */
async function sendFragments(url: string, end: number): Promise<number> {
  const { host, origin } = new URL(url);
  const headers = { host, origin, "x-forwarded-for": "203.0.113.9" };
  const socket = await RawSocket.open(socketUrl({ url }), headers).catch(() => null);
  if (socket === null) return 0;
  using open = socket;
  void open.follow({ answerPings: true });
  let count = 0;
  try {
    while (open.open && performance.now() < end) {
      const opcode = count === 0 ? OPCODE.text : OPCODE.continuation;
      await open.write(frameBytes({ opcode, fin: false, payload: new Uint8Array(CHUNK_BYTES) }));
      count++;
      await pause(systemClock, CHUNK_BYTES * 1_000 / BYTES_PER_SECOND);
    }
  } catch {
    // Cut off.
  }
  return count;
}
