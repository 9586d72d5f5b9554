import * as esbuild from "esbuild";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ResolvedBuildConfig } from "./config.ts";
import { DenoGraph } from "./deno_graph.ts";
import { buildIdWriter, denoResolver } from "./resolve_plugin.ts";

/** A file of the browser's JavaScript. */
export interface BundledFile {
  name: string;
  content: Uint8Array<ArrayBuffer>;
}

/** Name of the script that hydrates islands. */
export const CLIENT_ENTRY = "fresh-runtime";

/**
 * Bundles the client script and the islands, with what they share in chunks of its own.
 *
 * @param islands Paths of island modules by the name of their output.
 */
export async function bundle(
  config: ResolvedBuildConfig,
  islands: ReadonlyMap<string, string>,
): Promise<BundledFile[]> {
  const dev = config.mode === "development";
  const client = new URL(dev ? "../client/dev.ts" : "../client/mod.ts", import.meta.url);
  const entries = new Map([[CLIENT_ENTRY, fileURLToPath(client)], ...islands]);
  const graph = new DenoGraph();
  await Promise.all([...entries.values()].map((path) => graph.add(path)));

  const { outputFiles } = await esbuild.build({
    entryPoints: Object.fromEntries(entries),
    absWorkingDir: config.root,
    outdir: join(config.root, "unwritten"),
    write: false,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    target: config.target,
    minify: !dev,
    sourcemap: dev ? "inline" : false,
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: {},
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify(config.mode) },
    plugins: [buildIdWriter(config.buildId), denoResolver(graph)],
  });
  return outputFiles.map(({ path, contents }) => ({
    name: basename(path),
    content: new Uint8Array(contents),
  }));
}
