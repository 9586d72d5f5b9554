import * as esbuild from "esbuild";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ResolvedBuildConfig } from "./config.ts";
import { buildIdWriter, denoResolver } from "./resolve_plugin.ts";
import type { IslandSource } from "./sources.ts";

/** Name of the script that hydrates islands. */
const CLIENT_ENTRY = "fresh-runtime";

/** The browser's JavaScript. */
export interface Bundle {
  /** URL path of the script that hydrates islands. */
  clientEntry: string;
  /** By URL path. */
  files: Map<string, Uint8Array<ArrayBuffer>>;
}

/** Bundles the client script and the islands, with what they share in chunks of its own. */
export async function bundle(
  config: ResolvedBuildConfig,
  islands: readonly IslandSource[],
): Promise<Bundle> {
  const dev = config.mode === "development";
  const client = new URL(dev ? "../client/dev.ts" : "../client/mod.ts", import.meta.url);
  const entries = [
    [CLIENT_ENTRY, fileURLToPath(client)],
    ...islands.map(({ name, path }) => [name, path]),
  ];
  // What they import is known to Deno from here on, and in its cache.
  await Promise.all(islands.map(({ path }) => import(pathToFileURL(path).href)));
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
    charset: "utf8",
    jsx: "automatic",
    jsxImportSource: "preact",
    tsconfigRaw: {},
    logLevel: "error",
    define: { "process.env.NODE_ENV": JSON.stringify(config.mode) },
    plugins: [buildIdWriter(config.buildId), denoResolver()],
  });
  const prefix = `/_fresh/js/${config.buildId}/`;
  return {
    clientEntry: `${prefix}${CLIENT_ENTRY}.js`,
    files: new Map(outputFiles.map(({ path, contents }) => [
      prefix + basename(path),
      new Uint8Array(contents),
    ])),
  };
}
