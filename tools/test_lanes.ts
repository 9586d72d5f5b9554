/** Runs of `deno test` side by side, shown one after the other. */
import { countTests, type TestCounts } from "../tests/rig/test_plan.ts";

/** One run. */
export interface Lane {
  /** What follows `deno test`. */
  readonly args: readonly string[];
  /** Words before `deno`. */
  readonly prefix: readonly string[];
}

const SIGNALS: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT"]
  : ["SIGINT", "SIGTERM"];

/**
 * Starts all at once. The first is shown as it goes, each other when those before it have ended.
 * When this process is interrupted they all end, `cleanUp` is called, and it exits with 130.
 */
export async function runLanes(
  lanes: readonly Lane[],
  cleanUp: () => void,
): Promise<TestCounts[]> {
  const children = lanes.map(start);
  function stop(): void {
    children.forEach(end);
    cleanUp();
    Deno.exit(130);
  }
  SIGNALS.forEach((signal) => Deno.addSignalListener(signal, stop));
  let turn: Promise<unknown> = Promise.resolve();
  const counts = children.map((child) => {
    const shown = show(child, turn);
    turn = shown;
    return shown;
  });
  try {
    return await Promise.all(counts);
  } finally {
    SIGNALS.forEach((signal) => Deno.removeSignalListener(signal, stop));
  }
}

/** Types are the business of `deno task check`. */
function start({ args, prefix }: Lane): Deno.ChildProcess {
  const words = [...prefix, Deno.execPath(), "test", "--allow-all", "--no-check", ...args];
  const [program = "", ...rest] = words;
  const env = Deno.stdout.isTerminal() && !Deno.noColor ? { FORCE_COLOR: "1" } : {};
  return new Deno.Command(program, { args: rest, env, stdout: "piped" }).spawn();
}

/** With it everything in its namespaces ends, too. */
function end(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch {
    // It has ended already.
  }
}

/** Prints what a run prints, from its turn on. */
async function show(child: Deno.ChildProcess, turn: Promise<unknown>): Promise<TestCounts> {
  const decoder = new TextDecoder();
  let output = "";
  let printing = turn;
  for await (const chunk of child.stdout) {
    output += decoder.decode(chunk, { stream: true });
    printing = printing.then(() => Deno.stdout.write(chunk));
  }
  const { code } = await child.status;
  await printing;
  return countTests(output, code);
}
