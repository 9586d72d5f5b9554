import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type Build, islandsOf, type StaticFile } from "../build.ts";
import type { Bundle } from "./bundle.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentType, digest } from "./files.ts";
import type { Sources } from "./sources.ts";

/** A build that stays in memory, for development and tests; static files are read when asked for. */
export async function memoryBuild(
  config: ResolvedBuildConfig,
  sources: Sources,
  { clientEntry, files }: Bundle,
): Promise<Build> {
  const load = (path: string) => import(pathToFileURL(path).href);
  const islands = sources.islands.map(async ({ name, file, path }) => ({
    ...{ name, file },
    mod: await load(path),
  }));
  const routes = sources.routes.map(async ({ path, ...file }) => ({
    ...file,
    mod: await load(path),
  }));
  return {
    ...{ root: config.root, id: config.buildId, clientEntry },
    islands: islandsOf(await Promise.all(islands)),
    routes: await Promise.all(routes),
    alwaysBoot: config.mode === "development",
    async readFile(pathname) {
      const body = files.get(pathname);
      if (body === undefined) return await openFirst(config.staticDir, pathname);
      return {
        ...{ body, size: body.byteLength, contentType: contentType(pathname), close: () => {} },
        hash: await digest(body),
      };
    },
  };
}

async function openFirst(dirs: readonly string[], pathname: string): Promise<StaticFile | null> {
  const parts = pathname.split("/").map(decodeURIComponent);
  if (parts.some((part) => part === ".." || /[\\/]/.test(part))) return null;
  for (const dir of dirs) {
    const file = await open(join(dir, ...parts));
    if (file !== null) return file;
  }
  return null;
}

async function open(path: string): Promise<StaticFile | null> {
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return null;
    const opened = await Deno.open(path);
    const close = () => opened.close();
    return { hash: null, size, contentType: contentType(path), body: opened.readable, close };
  } catch (error) {
    const { NotFound, NotADirectory } = Deno.errors;
    if (error instanceof NotFound || error instanceof NotADirectory) return null;
    throw error;
  }
}
