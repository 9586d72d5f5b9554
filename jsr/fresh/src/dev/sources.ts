import { basename, extname, relative } from "node:path";
import type { RouteFile, RouteFileType } from "../build.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { listFiles, posix } from "./files.ts";

/** A file of the routes folder that is not loaded yet. */
export interface RouteSource extends Omit<RouteFile, "mod"> {
  /** Absolute path. */
  path: string;
}

/** An island module and its JavaScript. */
export interface IslandSource {
  name: string;
  /** URL path of its JavaScript. */
  file: string;
  /** Absolute path of its source. */
  path: string;
}

/** What a build is made from. */
export interface Sources {
  islands: IslandSource[];
  /** The app wrapper and the error pages before the routes. */
  routes: RouteSource[];
}

const CODE = /(?<![._]test)\.[jt]sx?$/;
const SPECIAL: ReadonlyMap<string, RouteFileType> = new Map([
  ["_app", "app"],
  ["_404", "notFound"],
  ["_error", "error"],
]);

/** Finds an app's islands and routes. */
export async function findSources(config: ResolvedBuildConfig): Promise<Sources> {
  const { islandDir, routeDir, buildId } = config;
  const codeIn = async (dir: string) => (await listFiles(dir)).filter((path) => CODE.test(path));
  const islands = (await codeIn(islandDir)).map((path) => {
    const name = moduleName(path);
    return { name, path, file: `/_fresh/js/${buildId}/${name}.js` };
  });
  const routes = (await codeIn(routeDir)).map((path) => routeSource(routeDir, path));
  const rank = ({ type }: RouteSource) => type === "route" ? 1 : 0;
  return { islands, routes: routes.sort((a, b) => rank(a) - rank(b)) };
}

/**
 * The URL pattern of a path below the routes folder, without extension: `blog/[slug]` is `/blog/:slug`.
 *
 * @throws {SyntaxError} for what the stand-in does not have: layouts, middlewares, groups, catch-alls.
 */
export function patternOf(path: string): string {
  const parts = path.split("/");
  if (parts.at(-1) === "index") parts.pop();
  const pattern = parts.map((part) => part.replace(/^\[(\w+)\]$/, ":$1"));
  if (pattern.every((part) => /^:?[\w.-]+$/.test(part) && !part.startsWith("_"))) {
    return `/${pattern.join("/")}`;
  }
  throw new SyntaxError(
    `Cannot use the route file "${path}": the stand-in in jsr/ has no such kind`,
  );
}

function routeSource(routeDir: string, path: string): RouteSource {
  const id = posix(relative(routeDir, path)).replace(CODE, "");
  const special = SPECIAL.get(id);
  return special === undefined
    ? { type: "route", path, pattern: patternOf(id) }
    : { type: special, path, pattern: "*" };
}

/** A name for a module's default import, made from the file's; refuses what would need another. */
function moduleName(path: string): string {
  const name = basename(path, extname(path));
  if (/^[A-Za-z_]\w*$/.test(name)) return name;
  throw new SyntaxError(`Cannot use the island file "${name}": its name must be an identifier`);
}
