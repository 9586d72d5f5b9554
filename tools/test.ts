/**
 * `deno task test [paths] [deno test options]`: runs every test, or those under the given paths.
 *
 * Tests that need neither browser nor server run first, in parallel. The others run one file after the
 * other, in throw-away networks where the system allows it: then those of servers alone run beside
 * those with browsers. What could not run here is listed at the end.
 */
import { ensureChromium } from "../tests/rig/browsers.ts";
import { BUILT_VARIABLE } from "../tests/rig/build.ts";
import { type Isolation, planIsolation } from "../tests/rig/isolate.ts";
import { formatNotRun, NOT_RUN_FILE_VARIABLE, notRun, readNotRun } from "../tests/rig/not_run.ts";
import {
  findTestFiles,
  lanesOf,
  type ModuleGraph,
  parseTestArguments,
  reachable,
  type TestCounts,
} from "../tests/rig/test_plan.ts";
import { runLanes } from "./test_lanes.ts";

const ROOT = new URL("../", import.meta.url);
const DUET_FOLDER = new URL(".duet/", ROOT);
/** A test that reaches this starts browsers. */
const BROWSERS = new URL("tests/rig/deps.ts", ROOT).href;
/** A test that reaches one of these starts browsers or servers: it needs the machine for itself. */
const HEAVY = ["deps.ts", "app.ts", "networks.ts", "kv_server.ts", "turn_server.ts"]
  .map((file) => new URL(`tests/rig/${file}`, ROOT).href);
const APP_ENTRIES = ["main.ts", "dev.ts", "serve.ts"];

if (import.meta.main) Deno.exit(await main(Deno.args));

async function main(args: string[]): Promise<number> {
  Deno.chdir(ROOT);
  using scratch = makeScratch();
  const results: TestCounts[] = [];
  try {
    await runAll(args, results, scratch.folder);
  } catch (error) {
    const errors = error instanceof Error ? error.message : String(error);
    results.push({ passed: 0, failed: 1, ignored: [], errors });
  }
  return report(results);
}

async function runAll(args: string[], results: TestCounts[], scratch: string): Promise<void> {
  const { paths, flags } = parseTestArguments(args, pathExists);
  const files = (paths.length ? paths : ["."]).flatMap(findTestFiles);
  if (files.length === 0) throw new Error(`Cannot test: no test files in ${paths.join(" ")}`);
  const graph = await downloadModules(files);
  const modulesOf = (file: string) => reachable(graph, new URL(file, ROOT).href);
  const hasBrowsers = (file: string) => modulesOf(file).has(BROWSERS);
  const isHeavy = (file: string) => {
    const modules = modulesOf(file);
    return HEAVY.some((module) => modules.has(module));
  };
  const { heavy = [], light = [] } = Object.groupBy(
    files,
    (file) => isHeavy(file) ? "heavy" : "light",
  );
  const cleanUp = () => removeScratch(scratch);
  if (light.length) {
    results.push(
      ...await runLanes([{ args: ["--parallel", ...flags, ...light], prefix: [] }], cleanUp),
    );
  }
  if (heavy.length) {
    const isolation = await prepareBrowsers(heavy, graph);
    const prefix = prefixOf(isolation);
    // In a network that is shared, two runs may take each other's ports.
    const sideBySide = isolation.kind === "isolated" && navigator.hardwareConcurrency > 1;
    const lanes = (sideBySide ? lanesOf(heavy, hasBrowsers) : [heavy])
      .map((files) => ({ args: [...flags, ...files], prefix }));
    results.push(...await runLanes(lanes, cleanUp));
  }
}

/** A folder for everything temporary of this run, gone at its end even when a test is killed. */
function makeScratch(): { folder: string } & Disposable {
  const folder = Deno.makeTempDirSync({ prefix: "duet_test_" });
  for (const variable of ["TMPDIR", "TMP", "TEMP"]) Deno.env.set(variable, folder);
  Deno.env.set(NOT_RUN_FILE_VARIABLE, `${folder}/not_run.jsonl`);
  return { folder, [Symbol.dispose]: () => removeScratch(folder) };
}

function removeScratch(folder: string): void {
  try {
    Deno.removeSync(folder, { recursive: true });
  } catch {
    // A browser that was killed may still be writing: the system clears its temporary files.
  }
}

/**
 * Fetches every package the tests will ask for, while there still is a network, and returns who
 * imports whom.
 */
async function downloadModules(files: string[]): Promise<ModuleGraph> {
  Deno.mkdirSync(DUET_FOLDER, { recursive: true });
  const entry = new URL("test_modules.ts", DUET_FOLDER);
  const wanted = [...files, ...APP_ENTRIES.filter(pathExists)];
  const imports = wanted.map((file) => `import ${JSON.stringify(new URL(file, ROOT).href)};\n`);
  await Deno.writeTextFile(entry, imports.join(""));
  // A module that cannot be loaded fails again in its own test run, with its own message.
  await deno(["cache", "--quiet", entry.href], "null");
  const { stdout } = await deno(["info", "--json", entry.href], "piped");
  return JSON.parse(stdout) as ModuleGraph;
}

/** Has the browser and the app ready before the network is gone. */
async function prepareBrowsers(files: string[], graph: ModuleGraph): Promise<Isolation> {
  Deno.env.set("CHROME_PATH", await ensureChromium());
  const app = new URL("tests/rig/app.ts", ROOT).href;
  const needsApp = files.some((file) => reachable(graph, new URL(file, ROOT).href).has(app));
  if (needsApp && pathExists("dev.ts")) {
    const { code } = await deno(["task", "build"], "inherit");
    if (code !== 0) throw new Error("Cannot test: deno task build failed");
    Deno.env.set(BUILT_VARIABLE, "1");
  }
  return await planIsolation();
}

function prefixOf(isolation: Isolation): string[] {
  if (isolation.kind === "isolated") return isolation.prefix;
  notRun(
    "browser tests in a network of their own (they used the loopback interface)",
    isolation.why,
  );
  return [];
}

/** Prints what failed (again, where it is looked for), what did not run, the totals; returns the exit code. */
function report(results: TestCounts[]): number {
  const file = Deno.env.get(NOT_RUN_FILE_VARIABLE)!;
  const noted = new Set(readNotRun(file).map(({ name }) => name));
  const unexplained = results.flatMap(({ ignored }) => ignored).filter((name) => !noted.has(name));
  unexplained.forEach((name) => notRun(name, "marked as ignored in the test itself"));
  const errors = results.map((counts) => counts.errors).filter(Boolean);
  const list = formatNotRun(readNotRun(file));
  const passed = results.reduce((sum, counts) => sum + counts.passed, 0);
  const failed = results.reduce((sum, counts) => sum + counts.failed, 0);
  const parts = [...errors.map((text) => `Failed:\n${text}`), list].filter(Boolean);
  console.log(`\n${[...parts, `${passed} passed, ${failed} failed`].join("\n\n")}`);
  return failed === 0 ? 0 : 1;
}

async function deno(
  args: string[],
  stdout: "null" | "piped" | "inherit",
): Promise<{ code: number; stdout: string }> {
  const child = new Deno.Command(Deno.execPath(), { args, stdout, stderr: "inherit" });
  const output = await child.output();
  return {
    code: output.code,
    stdout: stdout === "piped" ? new TextDecoder().decode(output.stdout) : "",
  };
}

function pathExists(path: string): boolean {
  try {
    Deno.statSync(path);
    return true;
  } catch {
    return false;
  }
}
