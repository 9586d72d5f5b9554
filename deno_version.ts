/** Oldest version of Deno that builds and serves Duet: the one Deno Deploy documents. */
export const OLDEST_DENO = "2.5.0";

/**
 * What to tell who runs another Deno than Duet needs, `undefined` if there is nothing to tell.
 *
 * @param running As in `Deno.version.deno`, such as "2.4.4" or "2.6.0+abc".
 */
export function versionProblem(running: string): string | undefined {
  const [major = 0, minor = 0] = numbersOf(running);
  const [oldestMajor = 0, oldestMinor = 0] = numbersOf(OLDEST_DENO);
  const isNewEnough = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  if (isNewEnough) return undefined;
  return `Cannot run on Deno ${running}: Duet needs ${OLDEST_DENO} or newer ("deno upgrade", or npx -y deno).`;
}

/** Ends the process with one line if its Deno is too old. Import nothing that needs a newer one before. */
export function requireDeno(): void {
  const problem = versionProblem(Deno.version.deno);
  if (problem === undefined) return;
  console.error(problem);
  Deno.exit(1);
}

function numbersOf(version: string): number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10));
}
