/** A running process, as far as the rig cares. */
export interface ProcessInfo {
  pid: number;
  parent: number;
  commandLine: string;
}

/** Every process this user may see. Not on Windows, where trees are killed by `taskkill`. */
export function listProcesses(): ProcessInfo[] {
  return Deno.build.os === "linux" ? readProc() : askPs();
}

/**
 * The processes whose command line contains a text, and all their descendants.
 */
export function processTree(processes: ProcessInfo[], text: string): number[] {
  const tree = new Set(
    processes.filter(({ commandLine }) => commandLine.includes(text)).map(({ pid }) => pid),
  );
  let size: number;
  do {
    size = tree.size;
    processes.filter(({ parent }) => tree.has(parent)).forEach(({ pid }) => tree.add(pid));
  } while (tree.size > size);
  tree.delete(Deno.pid);
  return [...tree];
}

/** Ends processes as a crash would: at once, without a chance to say goodbye. */
export function killAll(pids: number[]): void {
  for (const pid of pids) {
    try {
      Deno.kill(pid, "SIGKILL");
    } catch (error) {
      // A child of one killed before it may be gone already.
      if (!(error instanceof Deno.errors.NotFound) && !isNoSuchProcess(error)) throw error;
    }
  }
}

/** Ends a process and its descendants on Windows. */
export async function killTreeOnWindows(pid: number): Promise<void> {
  await new Deno.Command("taskkill", { args: ["/PID", String(pid), "/T", "/F"] }).output();
}

function isNoSuchProcess(error: unknown): boolean {
  return error instanceof Error && /ESRCH|No such process/.test(error.message);
}

function readProc(): ProcessInfo[] {
  const processes: ProcessInfo[] = [];
  for (const { name } of Deno.readDirSync("/proc")) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    try {
      const stat = Deno.readTextFileSync(`/proc/${pid}/stat`);
      // The program's name stands in brackets and may contain anything; the parent follows it.
      const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
      const words = Deno.readTextFileSync(`/proc/${pid}/cmdline`).split("\0");
      processes.push({ pid, parent, commandLine: words.join(" ") });
    } catch {
      // It ended while we were reading.
    }
  }
  return processes;
}

function askPs(): ProcessInfo[] {
  const { stdout } = new Deno.Command("ps", { args: ["-axo", "pid=,ppid=,args="] }).outputSync();
  return new TextDecoder().decode(stdout).split("\n").flatMap((line) => {
    const fields = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
    if (!fields) return [];
    return { pid: Number(fields[1]), parent: Number(fields[2]), commandLine: fields[3]! };
  });
}
