import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Mode } from "../build.ts";
import { buildId } from "../build_id.ts";

/** Options of `new Builder()`; paths are relative to `root`. */
export interface BuildOptions {
  /** Browsers the code has to run in, as esbuild names them. */
  target?: string | string[];
  /** The project's directory, by default the current one. */
  root?: string;
  /** Where builds are written, by default `_fresh`. */
  outDir?: string;
  /** Folder of static files, by default `static`. */
  staticDir?: string;
}

/** A builder's options with every default filled in and every path absolute. */
export interface ResolvedBuildConfig {
  target: string | string[];
  root: string;
  outDir: string;
  staticDir: string[];
  islandDir: string;
  routeDir: string;
  /** The module that exports `app`. */
  serverEntry: string;
  mode: Mode;
  buildId: string;
}

const TARGET = ["chrome99", "firefox99", "safari15"];

/** Fills in the defaults of a builder's options. */
export function resolveBuildConfig(options: BuildOptions): ResolvedBuildConfig {
  const root = absolute(options.root ?? ".", Deno.cwd());
  return {
    root,
    target: options.target ?? TARGET,
    outDir: absolute(options.outDir ?? "_fresh", root),
    staticDir: [absolute(options.staticDir ?? "static", root)],
    islandDir: join(root, "islands"),
    routeDir: join(root, "routes"),
    serverEntry: join(root, "main.ts"),
    mode: "production",
    buildId: buildId(),
  };
}

function absolute(path: string, base: string): string {
  if (path.startsWith("file://")) return fileURLToPath(path);
  return isAbsolute(path) ? path : join(base, path);
}
