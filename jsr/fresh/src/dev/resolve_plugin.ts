import type { Plugin } from "esbuild";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { exports, legacy } from "resolve.exports";

const BUILD_ID_MODULE = fileURLToPath(new URL("../build_id.ts", import.meta.url));

interface Manifest {
  name: string;
}

interface Package {
  /** Its directory. */
  dir: string;
  manifest: Manifest;
}

/**
 * Lets esbuild find packages the way Deno does: in our sources through the import map of `deno.json`,
 * in a package among its own dependencies. In both it takes what the package exports to browsers.
 */
export function denoResolver(): Plugin {
  return {
    name: "deno-resolver",
    setup(build) {
      build.onResolve({ filter: /^[^./]/ }, async ({ path, importer, kind }) => {
        if (kind === "entry-point") return undefined;
        const owner = await packageOf(importer);
        const found = owner === undefined
          ? import.meta.resolve(path)
          : pathToFileURL(createRequire(importer).resolve(path)).href;
        if (!found.startsWith("file:")) {
          throw new Error(`Cannot use ${path} in a browser: it is ${found}, not a file`);
        }
        return { path: await forBrowsers(fileURLToPath(found), path) };
      });
    },
  };
}

/** Writes the build's id into the browser's copy of `build_id.ts`. */
export function buildIdWriter(id: string): Plugin {
  return {
    name: "build-id",
    setup(build) {
      build.onLoad({ filter: /build_id\.ts$/ }, async ({ path }) => {
        if (path !== BUILD_ID_MODULE) return undefined;
        const source = await Deno.readTextFile(path);
        const random = 'crypto.randomUUID().replaceAll("-", "")';
        return { contents: source.replace(random, JSON.stringify(id)), loader: "ts" };
      });
    },
  };
}

/** Deno resolves for itself, as a server: browsers may be given another file of the same package. */
async function forBrowsers(path: string, specifier: string): Promise<string> {
  const found = await packageOf(path, specifier);
  if (found === undefined) return path;
  const { dir, manifest } = found;
  const entry = specifier.replace(manifest.name, ".");
  // "import" and "default" always count; "module" is what bundlers add.
  const options = { browser: true, conditions: ["module"] };
  const [exported] = exports(manifest, entry, options) ?? [];
  if (exported !== undefined) return join(dir, exported);
  const main = entry === "." ? legacy(manifest, { browser: false }) : undefined;
  return typeof main === "string" ? join(dir, main) : path;
}

/**
 * The npm package a file belongs to, `undefined` for our own files. Folders inside a package may have a
 * package.json of another name: `specifier` tells which is meant.
 */
async function packageOf(path: string, specifier?: string): Promise<Package | undefined> {
  for (let dir = dirname(path); dir !== dirname(dir); dir = dirname(dir)) {
    if (await read(join(dir, "deno.json")) !== undefined) return undefined;
    const { name, ...rest }: Partial<Manifest> = JSON.parse(
      await read(join(dir, "package.json")) ?? "{}",
    );
    if (name === undefined) continue;
    if (specifier === undefined || `${specifier}/`.startsWith(`${name}/`)) {
      return { dir, manifest: { name, ...rest } };
    }
  }
}

async function read(path: string): Promise<string | undefined> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
