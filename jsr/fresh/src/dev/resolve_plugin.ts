import type { Loader, OnResolveResult, Plugin } from "esbuild";
import { fileURLToPath } from "node:url";
import { type DenoGraph, type GraphModule, localPath } from "./deno_graph.ts";
import { fileInPackage, importFromPackage, subpathOf } from "./npm.ts";

const REMOTE = "deno-remote";
const LOADERS: Record<string, Loader> = {
  TypeScript: "ts",
  TSX: "tsx",
  JSX: "jsx",
  Json: "json",
  JavaScript: "js",
};
const BUILD_ID_MODULE = fileURLToPath(new URL("../build_id.ts", import.meta.url));

/** Lets esbuild resolve and load modules the way Deno does. */
export function denoResolver(graph: DenoGraph): Plugin {
  return {
    name: "deno-resolver",
    setup(build) {
      build.onResolve({ filter: /.*/ }, async ({ path, importer, kind }) => {
        if (kind === "entry-point") return { path };
        const module = graph.resolve(path, importer);
        if (module !== undefined) return await locate(graph, module);
        const owner = graph.packageOf(importer);
        if (owner === undefined || path.startsWith(".") || path.startsWith("/")) return undefined;
        const found = await importFromPackage(graph, owner, path);
        return found === undefined ? undefined : { path: found };
      });
      build.onLoad({ filter: /.*/, namespace: REMOTE }, async ({ path }) => {
        const module = graph.module(path);
        if (module?.local === undefined) return undefined;
        const loader = LOADERS[module.mediaType ?? ""] ?? "js";
        return { contents: await Deno.readTextFile(module.local), loader };
      });
    },
  };
}

/** Writes the build's id into the browser's copy of `build_id.ts`. */
export function buildIdWriter(id: string): Plugin {
  return {
    name: "build-id",
    setup(build) {
      build.onLoad({ filter: /build_id\.ts$/ }, async ({ path }) => {
        if (path !== BUILD_ID_MODULE) return undefined;
        const contents = await Deno.readTextFile(path);
        const random = 'crypto.randomUUID().replaceAll("-", "")';
        return {
          contents: contents.replace(random, JSON.stringify(id)),
          loader: "ts",
        };
      });
    },
  };
}

async function locate(graph: DenoGraph, module: GraphModule): Promise<OnResolveResult> {
  if (module.npmPackage !== undefined) {
    const found = graph.packages.get(module.npmPackage);
    if (found === undefined) {
      throw new Error(`No such package: ${module.npmPackage}`);
    }
    return { path: await fileInPackage(found, subpathOf(module.specifier)) };
  }
  if (module.kind === "external" || module.specifier.startsWith("node:")) {
    throw new Error(`Cannot use ${module.specifier} in a browser`);
  }
  const path = localPath(module);
  return module.specifier.startsWith("file:") && path !== undefined
    ? { path }
    : { path: module.specifier, namespace: REMOTE };
}
