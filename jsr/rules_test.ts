/** What `docs/JSR.md` promises of this folder, besides what the conformance tests show. */
import { assert, assertEquals } from "@std/assert";

const ROOT = new URL("../", import.meta.url);
const JSR = new URL("./", import.meta.url).href;
/** Half of what there once was. */
const MAX_LINES = 3_900;
const SKIPPED = new Set([".git", ".duet", "_fresh", "node_modules", "coverage"]);
const IMPORT = /(?:from|import)\s*\(?\s*"(\.[^"]+)"/g;

async function* filesBelow(folder: URL): AsyncGenerator<URL> {
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (SKIPPED.has(name)) continue;
    const url = new URL(encodeURIComponent(name) + (isDirectory ? "/" : ""), folder);
    if (isDirectory) yield* filesBelow(url);
    else yield url;
  }
}

/** The modules below a folder, with what each imports by path. */
async function importsBelow(folder: URL): Promise<Map<string, string[]>> {
  const modules = new Map<string, string[]>();
  for await (const file of filesBelow(folder)) {
    if (!/\.tsx?$/.test(file.pathname)) continue;
    const found = (await Deno.readTextFile(file)).matchAll(IMPORT);
    modules.set(file.href, Array.from(found, ([, path = ""]) => new URL(path, file).href));
  }
  return modules;
}

Deno.test("jsr/: no more lines than half of what it once had", async () => {
  let lines = 0;
  for await (const file of filesBelow(new URL(JSR))) {
    lines += (await Deno.readTextFile(file)).split("\n").length - 1;
  }
  assert(lines <= MAX_LINES, `${lines} lines`);
});

Deno.test("jsr/: nothing outside imports from it by path", async () => {
  const modules = await importsBelow(ROOT);
  const outside = [...modules].filter(([file]) => !file.startsWith(JSR));
  const guilty = outside.filter(([, paths]) => paths.some((path) => path.startsWith(JSR)));
  assertEquals(guilty.map(([file]) => file), []);
  assert(outside.length > 100);
});

Deno.test("jsr/: no circle of modules, types included", async () => {
  const modules = await importsBelow(new URL(JSR));
  const clear = new Set<string>();
  function walk(file: string, trail: readonly string[]): void {
    assert(!trail.includes(file), `A circle: ${[...trail, file].join("\n  ")}`);
    if (clear.has(file)) return;
    for (const next of modules.get(file) ?? []) walk(next, [...trail, file]);
    clear.add(file);
  }
  for (const file of modules.keys()) walk(file, []);
  assert(clear.size > 10);
});
