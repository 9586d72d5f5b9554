import { uniqueNamer } from "../islands.ts";
import { bundle, CLIENT_ENTRY } from "./bundle.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { findSources, moduleName, type RouteFile } from "./crawl.ts";

/** An island module and its JavaScript. */
export interface BuiltIsland {
  name: string;
  /** URL path of its JavaScript. */
  file: string;
  /** Absolute path of its source. */
  path: string;
}

/** Everything a build produced, not yet written anywhere. */
export interface BuildOutput {
  clientEntry: string;
  islands: BuiltIsland[];
  routes: RouteFile[];
  /** The browser's JavaScript by URL path. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Bundles an app's islands and lists its routes. */
export async function produce(config: ResolvedBuildConfig): Promise<BuildOutput> {
  const sources = await findSources(config);
  const prefix = `/_fresh/js/${config.buildId}/`;
  const name = uniqueNamer();
  const entries = new Map(sources.islands.map((path) => [name(moduleName(path)), path]));
  const files = await bundle(config, entries);
  return {
    clientEntry: `${prefix}${CLIENT_ENTRY}.js`,
    islands: Array.from(
      entries,
      ([name, path]) => ({ name, path, file: `${prefix}${name}.js` }),
    ),
    routes: sources.routes,
    files: new Map(files.map((file) => [prefix + file.name, file.content])),
  };
}
