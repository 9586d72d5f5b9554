import { dirname, join, relative } from "node:path";
import type { ResolvedBuildConfig } from "./config.ts";
import { contentType, digest, listFiles, posix, urlPath } from "./files.ts";
import type { BuildOutput } from "./output.ts";

const NOTICE = "// Written by the build. Do not edit.\n";
/** Hidden files are not served, except those of well-known URIs (RFC 8615). */
const HIDDEN = /\/\.(?!well-known)/;

type Files = Record<
  string,
  { path: string; hash: string; contentType: string }
>;

/** Writes a build to its directory: files, a snapshot of what there is, and the server's entry. */
export async function writeBuild(config: ResolvedBuildConfig, output: BuildOutput): Promise<void> {
  const { outDir, root, serverEntry } = config;
  const assets = join(outDir, "static");
  await Deno.remove(assets, { recursive: true }).catch(() => {});
  const files: Files = {};
  const add = async (pathname: string, path: string) => {
    if (pathname in files) return;
    const hash = await digest(await Deno.readFile(path));
    files[pathname] = {
      path: posix(relative(root, path)),
      hash,
      contentType: contentType(path),
    };
  };

  for (const [pathname, content] of output.files) {
    const path = join(assets, pathname);
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeFile(path, content);
    await add(pathname, path);
  }
  for (const dir of config.staticDir) {
    const shown = (await listFiles(dir)).filter((path) => !HIDDEN.test(urlPath(dir, path)));
    for (const path of shown) await add(urlPath(dir, path), path);
  }

  await Deno.writeTextFile(join(outDir, "snapshot.js"), snapshotCode(config, output, files));
  const entry = serverCode(specifier(outDir, serverEntry), posix(relative(outDir, root)));
  await Deno.writeTextFile(join(outDir, "server.js"), entry);
}

function snapshotCode(config: ResolvedBuildConfig, output: BuildOutput, files: Files): string {
  const { islands, routes, clientEntry } = output;
  const from = (path: string) => JSON.stringify(specifier(config.outDir, path));
  const imports = [
    ...islands.map(({ path }, at) => `import * as island${at} from ${from(path)};`),
    ...routes.map(({ path, lazy }, at) => lazy ? "" : `import * as route${at} from ${from(path)};`),
  ];
  const islandItems = islands.map(({ name, file }, at) =>
    `    { name: ${JSON.stringify(name)}, file: ${JSON.stringify(file)}, mod: island${at} },`
  );
  const routeItems = routes.map(({ path, lazy, ...item }, at) => {
    const mod = lazy ? `() => import(${from(path)})` : `route${at}`;
    return `    { ...${JSON.stringify(item)}, mod: ${mod} },`;
  });
  return `${NOTICE}${imports.filter((line) => line !== "").join("\n")}

export const snapshot = {
  buildId: ${JSON.stringify(config.buildId)},
  clientEntry: ${JSON.stringify(clientEntry)},
  islands: [${islandItems.join("\n")}],
  fsItems: [${routeItems.join("\n")}],
  files: ${JSON.stringify(files, null, 2)},
};
`;
}

function serverCode(serverEntry: string, root: string): string {
  return `${NOTICE}import { join } from "node:path";
import { DiskBuild, setBuild } from "fresh/internal";
import { snapshot } from "./snapshot.js";
import { app } from ${JSON.stringify(serverEntry)};

const root = join(import.meta.dirname, ${JSON.stringify(root)});
setBuild(app, new DiskBuild(root, snapshot), "production");

export default { fetch: app.handler() };
`;
}

function specifier(from: string, to: string): string {
  const path = posix(relative(from, to));
  return path.startsWith(".") ? path : `./${path}`;
}
