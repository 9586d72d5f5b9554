import { type Attack, needsLinux } from "../attack.ts";
import { Caller, socketUrl } from "../caller.ts";
import { answerTo, join } from "../messages.ts";
import { RawSocket } from "../../rig/raw_socket.ts";
import { residentBytes } from "../../../bench/signaling/measure.ts";
import { startTarget } from "../target.ts";

const ENV = { LIMIT_MESSAGES_PER_SECOND: "100000", LIMIT_BYTES_PER_SECOND: "1000000000" };
const LIMIT_MB = 64;

export const slowReader: Attack = {
  name: "friend who reads nothing",
  who: "hostile friend",
  rule: "limits: who does not read what is sent is cut off before it costs memory",
  whyNot: needsLinux,
  async run() {
    await using app = await startTarget({ env: ENV });
    const { host, origin } = new URL(app.url);
    using slow = await RawSocket.open(socketUrl(app), { host, origin });
    await slow.sendText(join({ room: "tea", session: "session-slow" }));
    await slow.readUntil("joined");
    using bob = await Caller.open(app);
    await bob.sit("tea");
    const before = residentBytes(app.pid);
    const text = answerTo("session-slow", "x".repeat(20_000));
    let sent = 0;
    let cut = false;
    while (!cut && sent < 3_000) {
      await bob.write(text);
      sent++;
      cut = bob.heard.some(({ type }) => type === "away");
    }
    cut ||= await bob.wait(["away"], 5_000) !== null;
    const grownMb = Math.max(0, Math.round((residentBytes(app.pid) - before) / 1e6));
    return {
      tried: `${sent} signals of 20 kB to a friend who reads nothing`,
      figure: `${cut ? "cut off" : "not cut off"}, memory +${grownMb} MB`,
      limit: `cut off, +${LIMIT_MB} MB`,
      held: cut && grownMb <= LIMIT_MB,
    };
  },
};
