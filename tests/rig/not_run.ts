/**
 * Nothing is skipped silently: whatever cannot run on this machine is noted here with its reason,
 * and `deno task test` prints the whole list at the end.
 */

/** A test or a part of one that could not run, and why. */
export interface NotRun {
  name: string;
  reason: string;
}

/** Names the file that collects the notes of every test process; set by `tools/test.ts`. */
export const NOT_RUN_FILE_VARIABLE = "DUET_NOT_RUN_FILE";

/** Notes that something could not run here. Outside `deno task test` it is printed at once. */
export function notRun(name: string, reason: string): void {
  const file = Deno.env.get(NOT_RUN_FILE_VARIABLE);
  if (!file) return console.warn(`not run: ${name} (${reason})`);
  // One short line per append, so that test files running in parallel cannot mix theirs.
  Deno.writeTextFileSync(file, `${JSON.stringify({ name, reason })}\n`, { append: true });
}

/**
 * Registers a test, or notes it as not run when there is a reason why it cannot.
 *
 * @example
 * ```ts
 * testUnless(whyNoFirefox(), "story 4: Firefox calls Chromium", async () => { … });
 * ```
 */
export function testUnless(
  whyNot: string | undefined,
  name: string,
  run: (test: Deno.TestContext) => void | Promise<void>,
): void {
  if (whyNot === undefined) return Deno.test(name, run);
  notRun(name, whyNot);
  Deno.test({ name, ignore: true, fn: run });
}

/** Reads the notes of a run, each once. A file that nobody wrote is an empty list. */
export function readNotRun(file: string): NotRun[] {
  let text: string;
  try {
    text = Deno.readTextFileSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
  const lines = new Set(text.split("\n").filter(Boolean));
  return [...lines].map((line) => JSON.parse(line) as NotRun);
}

/** The list as it is printed, grouped by reason; empty when everything ran. */
export function formatNotRun(list: NotRun[]): string {
  if (list.length === 0) return "";
  const byReason = Map.groupBy(list, ({ reason }) => reason);
  const groups = [...byReason].map(([reason, notes]) =>
    [`  ${reason}:`, ...notes.map(({ name }) => `    - ${name}`)].join("\n")
  );
  return [`Not run here (${list.length}):`, ...groups].join("\n");
}
