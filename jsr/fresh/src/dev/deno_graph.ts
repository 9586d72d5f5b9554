import { fileURLToPath, pathToFileURL } from "node:url";

/** A module as `deno info --json` describes it. */
export interface GraphModule {
  specifier: string;
  kind?: string;
  /** Where it is on this machine. */
  local?: string;
  mediaType?: string;
  error?: string;
  npmPackage?: string;
  dependencies?: { specifier: string; code?: { specifier?: string } }[];
}

/** A package from npm in Deno's cache. */
export interface NpmPackage {
  name: string;
  localPath: string;
  dependencies: string[];
}

interface Info {
  modules: GraphModule[];
  redirects: Record<string, string>;
  npmPackages: Record<string, NpmPackage>;
}

/**
 * Everything some modules import, resolved by Deno itself: through the import map, links and lock file,
 * downloading what is not in the cache yet.
 */
export class DenoGraph {
  readonly packages: Map<string, NpmPackage> = new Map();
  readonly #modules = new Map<string, GraphModule>();
  readonly #redirects = new Map<string, string>();

  /** Adds a file and everything it imports, by the `deno.json` of the current directory. */
  async add(path: string): Promise<void> {
    const info = await denoInfo(path);
    for (const module of info.modules) {
      this.#modules.set(module.specifier, module);
    }
    for (const [from, to] of Object.entries(info.redirects)) {
      this.#redirects.set(from, to);
    }
    for (const [id, found] of Object.entries(info.npmPackages)) {
      this.packages.set(id, found);
    }
  }

  /** The module a URL leads to. */
  module(specifier: string): GraphModule | undefined {
    let current = specifier;
    for (let next = this.#redirects.get(current); next !== undefined;) {
      current = next;
      next = this.#redirects.get(current);
    }
    return this.#modules.get(current);
  }

  /** What `specifier` means in the file or URL `importer`. */
  resolve(specifier: string, importer: string): GraphModule | undefined {
    const url = importer.includes("://") ? importer : pathToFileURL(importer).href;
    const found = this.module(url)?.dependencies?.find((item) => item.specifier === specifier);
    const target = found?.code?.specifier;
    return target === undefined ? undefined : this.module(target);
  }

  /** The package a file belongs to. */
  packageOf(path: string): NpmPackage | undefined {
    return [...this.packages.values()].find(({ localPath }) =>
      path.startsWith(`${localPath}/`) || path.startsWith(`${localPath}\\`)
    );
  }
}

async function denoInfo(path: string): Promise<Info> {
  const command = new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", path],
    env: { NO_COLOR: "1" },
    stderr: "piped",
  });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  if (!success) {
    throw new Error(
      `Cannot resolve the imports of ${path}: ${decoder.decode(stderr)}`,
    );
  }
  const info: Info = JSON.parse(decoder.decode(stdout));
  const broken = info.modules.find((module) => module.error !== undefined);
  if (broken !== undefined) {
    throw new Error(`Cannot load ${broken.specifier}: ${broken.error}`);
  }
  return info;
}

/** A module's path on this machine. */
export function localPath({ specifier, local }: GraphModule): string | undefined {
  return specifier.startsWith("file://") ? fileURLToPath(specifier) : local;
}
