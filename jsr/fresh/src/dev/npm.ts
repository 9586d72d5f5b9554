import { join } from "node:path";
import { exports, imports, legacy } from "resolve.exports";
import type { DenoGraph, NpmPackage } from "./deno_graph.ts";

/** A file inside a package, the way a browser bundle sees it. */
export async function fileInPackage(found: NpmPackage, subpath: string): Promise<string> {
  const manifest = JSON.parse(await Deno.readTextFile(join(found.localPath, "package.json")));
  const entry = subpath === "" ? "." : `./${subpath}`;
  // "import" and "default" always count; "module" is what bundlers add.
  const [exported] = exports(manifest, entry, { browser: true, conditions: ["module"] }) ?? [];
  if (exported !== undefined) return join(found.localPath, exported);
  const main = subpath === "" ? legacy(manifest, { browser: false }) : undefined;
  return join(found.localPath, typeof main === "string" ? main : subpath || "index.js");
}

/** What a bare import in a file of a package means; `undefined` if it is none of its dependencies. */
export async function importFromPackage(
  graph: DenoGraph,
  importer: NpmPackage,
  specifier: string,
): Promise<string | undefined> {
  if (specifier.startsWith("#")) {
    const manifest = JSON.parse(await Deno.readTextFile(join(importer.localPath, "package.json")));
    const [file] = imports(manifest, specifier, { browser: true }) ?? [];
    return file === undefined ? undefined : join(importer.localPath, file);
  }
  const { name, subpath } = splitSpecifier(specifier);
  if (name === importer.name) return await fileInPackage(importer, subpath);
  const candidates = importer.dependencies.map((id) => graph.packages.get(id));
  const found = candidates.find((candidate) => candidate?.name === name);
  return found === undefined ? undefined : await fileInPackage(found, subpath);
}

/** The path inside the package of a URL like `npm:/preact@10.29.0/hooks`. */
export function subpathOf(url: string): string {
  return url.match(/^npm:\/?(?:@[^/]+\/)?[^@/][^/]*\/(.*)$/)?.[1] ?? "";
}

function splitSpecifier(specifier: string): { name: string; subpath: string } {
  const parts = specifier.split("/");
  const name = parts.splice(0, specifier.startsWith("@") ? 2 : 1).join("/");
  return { name, subpath: parts.join("/") };
}
