import { dirname, join, relative } from "node:path";
import type { Bundle } from "./bundle.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentType, digest, listFiles, posix, urlPath } from "./files.ts";
import type { Sources } from "./sources.ts";

const NOTICE = "// Written by the build. Do not edit.\n";
/** Hidden files are not served, except those of well-known URIs (RFC 8615). */
const HIDDEN = /\/\.(?!well-known)/;

type Files = Record<string, { path: string; hash: string; contentType: string }>;

/** Writes a build to its directory: files, a snapshot of what there is, and the server's entry. */
export async function writeBuild(
  config: ResolvedBuildConfig,
  sources: Sources,
  bundle: Bundle,
): Promise<void> {
  const { outDir, root, serverEntry } = config;
  const assets = join(outDir, "static");
  await Deno.remove(assets, { recursive: true }).catch(() => {});
  const files: Files = {};
  const add = async (pathname: string, path: string) => {
    const hash = await digest(await Deno.readFile(path));
    files[pathname] ??= { path: specifier(root, path), hash, contentType: contentType(path) };
  };
  for (const [pathname, content] of bundle.files) {
    const path = join(assets, pathname);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, content);
    await add(pathname, path);
  }
  for (const dir of config.staticDir) {
    for (const path of await listFiles(dir)) {
      const pathname = urlPath(dir, path);
      if (!HIDDEN.test(pathname)) await add(pathname, path);
    }
  }
  await Deno.writeTextFile(
    join(outDir, "snapshot.js"),
    snapshotCode(config, sources, bundle, files),
  );
  const entry = serverCode(specifier(outDir, serverEntry), posix(relative(outDir, root)));
  await Deno.writeTextFile(join(outDir, "server.js"), entry);
}

function snapshotCode(
  config: ResolvedBuildConfig,
  { islands, routes }: Sources,
  { clientEntry }: Bundle,
  files: Files,
): string {
  const from = (path: string) => JSON.stringify(specifier(config.outDir, path));
  const items = (name: string, sources: readonly { path: string }[]) =>
    sources.map(({ path: _, ...item }, at) => {
      return `    { ...${JSON.stringify(item)}, mod: ${name}${at} },\n`;
    }).join("");
  return `${NOTICE}${
    islands.map(({ path }, at) => `import * as island${at} from ${from(path)};\n`).join("")
  }${routes.map(({ path }, at) => `import * as route${at} from ${from(path)};\n`).join("")}
export const snapshot = {
  id: ${JSON.stringify(config.buildId)},
  clientEntry: ${JSON.stringify(clientEntry)},
  islands: [
${items("island", islands)}  ],
  routes: [
${items("route", routes)}  ],
  files: ${JSON.stringify(files, null, 2)},
};
`;
}

function serverCode(serverEntry: string, root: string): string {
  return `${NOTICE}import { join } from "node:path";
import { diskBuild, setBuild } from "fresh/internal";
import { snapshot } from "./snapshot.js";
import { app } from ${JSON.stringify(serverEntry)};

const root = join(import.meta.dirname, ${JSON.stringify(root)});
setBuild(app, diskBuild(root, snapshot), "production");

export default { fetch: app.handler() };
`;
}

function specifier(from: string, to: string): string {
  const path = posix(relative(from, to));
  return path.startsWith(".") ? path : `./${path}`;
}
