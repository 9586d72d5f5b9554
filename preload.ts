import { join, posix } from "node:path";
import type { Middleware } from "fresh";

/** Bundlers write imports of chunks as `from"./chunk-….js"` or `import"./chunk-….js"`. */
const STATIC_IMPORT = /(?:from|import)\s*"(\.\/[^"]+\.js)"/g;
const PRELOADED = /<([^>]+)>; rel="modulepreload"/g;

/**
 * Has the browser fetch a page's chunks together with the scripts that import them. Fresh preloads the
 * scripts of a page, but not what they share: that would be found one round trip later.
 */
export function preloadChunks<State>(): Middleware<State> {
  const known = new Map<string, Promise<string[]>>();
  return async (ctx) => {
    const response = await ctx.next();
    const link = response.headers.get("Link");
    if (link === null || ctx.config.mode === "development") return response;
    const scripts = Array.from(link.matchAll(PRELOADED), ([, path = ""]) => path);
    const key = scripts.join();
    const chunks = known.get(key) ?? chunksOf(scripts, join(ctx.config.root, "_fresh", "static"));
    known.set(key, chunks);
    for (const path of await chunks) {
      response.headers.append("Link", `<${path}>; rel="modulepreload"; as="script"`);
    }
    return response;
  };
}

/**
 * What built scripts import, directly or not, besides themselves.
 *
 * @param scripts URL paths.
 * @param dir Where the build has the files of those paths.
 * @returns URL paths, in the order they are found.
 */
export async function chunksOf(scripts: readonly string[], dir: string): Promise<string[]> {
  const found = new Set(scripts);
  // A set that grows is walked to its end.
  for (const path of found) {
    const code = await Deno.readTextFile(join(dir, decodeURI(path))).catch(() => "");
    for (const [, name = ""] of code.matchAll(STATIC_IMPORT)) {
      found.add(posix.join(posix.dirname(path), name));
    }
  }
  return [...found].slice(scripts.length);
}
