/**
 * What a build's generated `server.js` uses.
 *
 * @module
 */
import { join } from "node:path";
import { type Build, type IslandModule, islandsOf, type RouteFile } from "./build.ts";

export { setBuild } from "./build.ts";

/** What a build writes down for the server. */
export interface Snapshot {
  id: string;
  clientEntry: string;
  islands: IslandModule[];
  routes: RouteFile[];
  /** Files by their percent-encoded URL path; `path` is relative to the project. */
  files: Record<string, { path: string; hash: string; contentType: string }>;
}

/** A finished build, read from disk. */
export function diskBuild(root: string, snapshot: Snapshot): Build {
  const { id, clientEntry, routes, files } = snapshot;
  return {
    ...{ root, id, clientEntry, routes, alwaysBoot: false },
    islands: islandsOf(snapshot.islands),
    async readFile(pathname) {
      const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
      if (file === undefined) return null;
      const opened = await Deno.open(join(root, file.path));
      const { size } = await opened.stat();
      const { hash, contentType } = file;
      return { hash, contentType, size, body: opened.readable, close: () => opened.close() };
    },
  };
}
