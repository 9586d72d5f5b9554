import { isAbsolute, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildId } from "../build_id.ts";

/** Options of `new Builder()`; paths are relative to `root`. */
export interface BuildOptions {
  /** Browsers the code has to run in, as esbuild names them. */
  target?: string | string[];
  /** The project's directory, by default the current one. */
  root?: string;
  /** Where builds are written, by default `_fresh`. */
  outDir?: string;
  /** Folders of static files, by default `static`; the first that has a file wins. */
  staticDir?: string | string[];
  /** Folder of islands, by default `islands`. */
  islandDir?: string;
  /** Folder of routes, by default `routes`. */
  routeDir?: string;
  /** The module that exports `app`, by default `main.ts`. */
  serverEntry?: string;
  /** Files that are neither routes nor islands, by default tests. */
  ignore?: RegExp[];
}

/** A builder's options with every default filled in and every path absolute. */
export interface ResolvedBuildConfig extends Required<Omit<BuildOptions, "staticDir">> {
  staticDir: string[];
  mode: "development" | "production";
  buildId: string;
}

const TESTS = /[._]test\.(?:[tj]sx?|[mc][tj]s)$/;
const TARGET = ["chrome99", "firefox99", "safari15"];

/** Fills in the defaults of a builder's options. */
export function resolveBuildConfig(options: BuildOptions): ResolvedBuildConfig {
  const root = absolute(options.root ?? ".", Deno.cwd());
  const staticDir = options.staticDir ?? "static";
  return {
    root,
    target: options.target ?? TARGET,
    outDir: absolute(options.outDir ?? "_fresh", root),
    staticDir: [staticDir].flat().map((dir) => absolute(dir, root)),
    islandDir: absolute(options.islandDir ?? "islands", root),
    routeDir: absolute(options.routeDir ?? "routes", root),
    serverEntry: absolute(options.serverEntry ?? "main.ts", root),
    ignore: options.ignore ?? [TESTS],
    mode: "production",
    buildId: buildId(),
  };
}

function absolute(path: string, base: string): string {
  if (path.startsWith("file://")) return fileURLToPath(path);
  return isAbsolute(path) ? path : join(base, path);
}
