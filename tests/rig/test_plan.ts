/** What `deno task test` has to run: pure parts of `tools/test.ts`. */

/** The command line, taken apart. */
export interface TestArguments {
  /** Files and folders to look for tests in; empty means everywhere. */
  paths: string[];
  /** Everything else, handed to `deno test` as it came. */
  flags: string[];
}

// Options of `deno test` whose value may follow as a word of its own.
const OPTIONS_WITH_VALUE = new Set(["--filter", "--retry", "--seed", "--reporter", "--junit-path"]);

/** Tells paths from options; `isPath` says whether something with that name is there. */
export function parseTestArguments(
  args: string[],
  isPath: (name: string) => boolean,
): TestArguments {
  const paths: string[] = [];
  const flags: string[] = [];
  args.forEach((arg, index) => {
    const isValue = OPTIONS_WITH_VALUE.has(args[index - 1] ?? "");
    if (isValue || arg.startsWith("-")) return flags.push(arg);
    if (!isPath(arg)) throw new Error(`Cannot find tests in ${arg}: there is no such path`);
    return paths.push(arg);
  });
  return { paths, flags };
}

const SKIPPED_FOLDERS = new Set(["node_modules", "_fresh", "coverage"]);
const TEST_FILE = /[_.]test\.(?:ts|tsx|mts|js|jsx|mjs)$/;

/** The test files under a path, sorted; a file is taken as it is. */
export function findTestFiles(path: string): string[] {
  if (Deno.statSync(path).isFile) return [path];
  const files: string[] = [];
  for (const entry of Deno.readDirSync(path)) {
    if (entry.name.startsWith(".") || SKIPPED_FOLDERS.has(entry.name)) continue;
    const inner = path === "." ? entry.name : `${path.replace(/[\\/]$/, "")}/${entry.name}`;
    if (entry.isDirectory) files.push(...findTestFiles(inner));
    else if (TEST_FILE.test(entry.name)) files.push(inner);
  }
  return files.sort();
}

/**
 * Files that run beside each other: those with browsers, one after the other, take a machine's time;
 * those with servers alone mostly wait.
 */
export function lanesOf(files: string[], hasBrowsers: (file: string) => boolean): string[][] {
  const { browsers = [], servers = [] } = Object.groupBy(
    files,
    (file) => hasBrowsers(file) ? "browsers" : "servers",
  );
  return [browsers, servers].filter((lane) => lane.length > 0);
}

/** The part of `deno info --json` that is read here. */
export interface ModuleGraph {
  modules: { specifier: string; dependencies?: Dependency[] }[];
}

interface Dependency {
  code?: { specifier?: string };
}

/** Everything a module imports, directly or not, and itself. */
export function reachable(graph: ModuleGraph, root: string): Set<string> {
  const imports = new Map(
    graph.modules.map(({ specifier, dependencies }) => [
      specifier,
      (dependencies ?? []).map(({ code }) => code?.specifier).filter((name) => name !== undefined),
    ]),
  );
  const seen = new Set([root]);
  for (const module of seen) imports.get(module)?.forEach((next) => seen.add(next));
  return seen;
}

/** What one `deno test` run said in its last line and on the way. */
export interface TestCounts {
  passed: number;
  failed: number;
  /** Names of tests that were marked as ignored. */
  ignored: string[];
  /** What the failed tests said, as `deno test` lists it; empty when none failed. */
  errors: string;
}

/**
 * Reads the counts out of what `deno test` printed. A run that ended badly before its summary, say
 * on a syntax error, counts as one failure.
 */
export function countTests(output: string, exitCode: number): TestCounts {
  // deno-lint-ignore no-control-regex
  const plain = output.replaceAll(/\x1b\[[0-9;]*m/g, "");
  const summary = [...plain.matchAll(/^(?:ok|FAILED) \| (\d+) passed.*?\| (\d+) failed/gm)].at(-1);
  const passed = Number(summary?.[1] ?? 0);
  const failed = Number(summary?.[2] ?? 0);
  // Parallel runs put the file before the name.
  const ignored = [...plain.matchAll(/^(?:\S+ => )?(.+) \.\.\. ignored\b/gm)]
    .map((line) => line[1]!.trim());
  const errors =
    /^ ERRORS *\n([^]*?)(?=^ FAILURES |^FAILED \| |$(?![^]))/m.exec(plain)?.[1]?.trim() ?? "";
  return { passed, failed: exitCode !== 0 ? Math.max(failed, 1) : failed, ignored, errors };
}
