import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { serves } from "../caller.ts";
import { connectTo } from "../../rig/raw_http.ts";
import { openDescriptors, startTarget } from "../target.ts";

const DESCRIPTORS = 1_024;
const LIMIT_MS = 10_000;

export const descriptors: Attack = {
  name: "out of file descriptors",
  who: "stranger",
  rule: "process: silent connections up to the last file descriptor do not end it",
  whyNot: needsLinux,
  async run({ short }) {
    await using app = await startTarget({ descriptors: DESCRIPTORS });
    const connections: Deno.TcpConn[] = [];
    for (let index = 0; index < DESCRIPTORS + 50; index++) {
      const connection = await connectTo(app.url).catch(() => null);
      if (connection !== null) connections.push(connection);
    }
    await pause(systemClock, short ? 2_000 : 10_000);
    const open = openNow(app.pid);
    for (const connection of connections) connection.close();
    const ms = await serves(app, { patienceMs: LIMIT_MS });
    const lines = app.output.split("\n").filter((line) => /file|EMFILE|descriptor/i.test(line));
    return {
      tried:
        `${connections.length} silent TCP connections to a process that may have ${DESCRIPTORS}` +
        " files open",
      figure: `${open === null ? "process ended" : `alive with ${open} open`}, serves ` +
        `${
          ms === null ? "never again" : `${ms} ms after they are gone`
        }, said in ${lines.length} lines`,
      limit: `alive, ${LIMIT_MS} ms`,
      held: open !== null && ms !== null && lines.length > 0 && lines.length <= 5,
    };
  },
};

/** `null` when the process has ended. */
function openNow(pid: number): number | null {
  try {
    return openDescriptors(pid);
  } catch {
    return null;
  }
}
