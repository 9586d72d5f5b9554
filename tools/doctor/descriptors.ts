import { type Finding, wordsOf } from "./finding.ts";

/** Files, KV and listening take some besides the sockets. */
const OTHERS = 100;

/** Whether the process may open as many sockets as `LIMIT_SOCKETS` says. */
export function checkDescriptors(sockets: number): Finding {
  const what = "descriptors";
  let limits: string;
  try {
    limits = Deno.readTextFileSync("/proc/self/limits");
  } catch (error) {
    return { what, verdict: "left-out", said: `this system does not tell (${wordsOf(error)})` };
  }
  return judgeDescriptors(limits, sockets);
}

/** Reads Linux' `/proc/self/limits`. */
export function judgeDescriptors(limits: string, sockets: number): Finding {
  const what = "descriptors";
  const soft = /^Max open files\s+(\d+|unlimited)/m.exec(limits)?.[1];
  if (soft === undefined) return { what, verdict: "left-out", said: "no limit was found" };
  const allowed = soft === "unlimited" ? Infinity : Number(soft);
  const needed = sockets + OTHERS;
  if (allowed >= needed) {
    return { what, verdict: "ok", said: `${soft}, enough for ${sockets} sockets` };
  }
  return {
    what,
    verdict: "bad",
    said: `${soft}, but LIMIT_SOCKETS=${sockets} needs ${needed}: LimitNOFILE= or ulimit -n`,
  };
}
