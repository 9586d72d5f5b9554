import { pause, systemClock } from "../../../signaling/clock.ts";
import { type Attack, needsLinux } from "../attack.ts";
import { findTool, thisMachine } from "../../rig/machine.ts";
import { startTarget } from "../target.ts";

const PATIENCE_MS = 10_000;

export const fullDisk: Attack = {
  name: "full disk",
  who: "network",
  rule: "store: a disk on which nothing can be written is not ready, and is again with room",
  whyNot: () =>
    needsLinux() ?? (findTool("prlimit", thisMachine()) ? undefined : "prlimit not found"),
  async run() {
    // Without the trap the kernel would end the process, which a full disk does not.
    await using app = await startTarget({ before: "trap '' XFSZ" });
    const before = await readiness(app.url);
    await limitFiles(app.pid, "0:unlimited");
    const full = await until(503, app.url);
    await limitFiles(app.pid, "unlimited:unlimited");
    const after = await until(200, app.url);
    return {
      tried: "files of the process limited to 0 bytes (as a full disk), then not",
      figure: `/readyz ${before}, then ${full}, then ${after}`,
      limit: "200, 503, 200",
      held: before === 200 && full === 503 && after === 200,
    };
  },
};

async function limitFiles(pid: number, limit: string): Promise<void> {
  const args = ["--pid", String(pid), `--fsize=${limit}`];
  const { success } = await new Deno.Command("prlimit", { args }).output();
  if (!success) throw new Error("Cannot limit the files of a process");
}

/** Asks until the wanted answer comes, or time is up; returns the last. */
async function until(wanted: number, url: string): Promise<number> {
  const end = performance.now() + PATIENCE_MS;
  let status = await readiness(url);
  while (status !== wanted && performance.now() < end) {
    await pause(systemClock, 500);
    status = await readiness(url);
  }
  return status;
}

async function readiness(url: string): Promise<number> {
  const response = await fetch(`${url}readyz`);
  await response.body?.cancel();
  return response.status;
}
