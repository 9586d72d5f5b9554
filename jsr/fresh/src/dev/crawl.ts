import { extname, relative } from "node:path";
import { pathToFileURL } from "node:url";
import type { FsItem, FsItemType } from "../fs_routes.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { listFiles, posix } from "./files.ts";
import { patternOf } from "./pattern.ts";
import { byPrecedence } from "./precedence.ts";

/** A file of the routes folder that is not loaded yet. */
export interface RouteFile extends Omit<FsItem, "mod"> {
  /** Absolute path. */
  path: string;
  /** Whether it is loaded at its first request. */
  lazy: boolean;
}

/** What a build is made from. */
export interface Sources {
  /** Absolute paths of island modules. */
  islands: string[];
  /** Route files in the order they take precedence. */
  routes: RouteFile[];
}

const CODE = /\.[jt]sx?$/;
/** Folders like `(_islands)` hold no routes. */
const PRIVATE_FOLDER = /\/\((_[^/]+)\)\//;
const SPECIAL: Record<string, FsItemType> = {
  _middleware: "middleware",
  _layout: "layout",
  _app: "app",
  _404: "notFound",
  _error: "error",
  _500: "error",
};

/** Finds an app's islands and routes. */
export async function findSources(config: ResolvedBuildConfig): Promise<Sources> {
  const { islandDir, routeDir, ignore } = config;
  const isCode = (path: string) => CODE.test(path) && !ignore.some((regex) => regex.test(path));
  const islands = (await listFiles(islandDir)).filter(isCode);
  const routes: RouteFile[] = [];
  for (const path of (await listFiles(routeDir)).filter(isCode)) {
    const folder = posix(path).match(PRIVATE_FOLDER)?.[1];
    if (folder === "_islands") islands.push(path);
    if (folder === undefined) routes.push(await routeFile(routeDir, path));
  }
  return {
    islands,
    routes: routes.sort((a, b) => byPrecedence(a.file, b.file)),
  };
}

/** A name for an island module, made from its file's. */
export function moduleName(path: string): string {
  const file = posix(path).split("/").pop() ?? "";
  return file.slice(0, -extname(file).length);
}

/** The URL a file is imported by. */
export function importUrl(path: string): string {
  return pathToFileURL(path).href;
}

async function routeFile(routeDir: string, path: string): Promise<RouteFile> {
  const file = posix(relative(routeDir, path));
  const id = file.replace(CODE, "");
  const type = SPECIAL[moduleName(path)];
  if (type === undefined) {
    const pattern = patternOf(id, true) + (/\/index$/.test(id) ? "/" : "");
    const lazy = !(await Deno.readTextFile(path)).includes("routeOverride");
    return {
      type: "route",
      file,
      path,
      pattern,
      routePattern: patternOf(id, false),
      lazy,
    };
  }
  const folder = id.split("/").slice(0, -1).join("/");
  const pattern = type === "app" || type === "notFound" ? "*" : patternOf(folder, true);
  return { type, file, path, pattern, routePattern: pattern, lazy: false };
}
