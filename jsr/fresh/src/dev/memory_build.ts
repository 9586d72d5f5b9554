import { join } from "node:path";
import type { Build, Island, StaticFile } from "../build.ts";
import type { FsItem } from "../fs_routes.ts";
import { registerIslands } from "../islands.ts";
import type { ResolvedBuildConfig } from "./config.ts";
import { importUrl } from "./crawl.ts";
import { contentType, digest } from "./files.ts";
import type { BuildOutput } from "./output.ts";

/** A build that stays in memory, for development and tests; static files are read when asked for. */
export class MemoryBuild implements Build {
  readonly root: string;
  readonly clientEntry: string;
  readonly alwaysBoot: boolean;
  islands: ReadonlyMap<unknown, Island> = new Map();
  #items: FsItem[] = [];
  readonly #config: ResolvedBuildConfig;
  readonly #output: BuildOutput;

  constructor(config: ResolvedBuildConfig, output: BuildOutput) {
    this.root = config.root;
    this.clientEntry = output.clientEntry;
    this.alwaysBoot = config.mode === "development";
    this.#config = config;
    this.#output = output;
  }

  /** Imports islands and routes. */
  async load(): Promise<void> {
    const { islands, routes } = this.#output;
    const modules = islands.map(async ({ name, file, path }) => ({
      ...{ name, file },
      mod: await import(importUrl(path)),
    }));
    this.islands = registerIslands(await Promise.all(modules));
    this.#items = await Promise.all(
      routes.map(async ({ path, lazy, ...item }) => ({
        ...item,
        mod: lazy ? () => import(importUrl(path)) : await import(importUrl(path)),
      })),
    );
  }

  fsItems(): readonly FsItem[] {
    return this.#items;
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const bundled = this.#output.files.get(pathname);
    if (bundled !== undefined) {
      return {
        hash: await digest(bundled),
        size: bundled.byteLength,
        contentType: contentType(pathname),
        body: bundled,
        close: () => {},
      };
    }
    for (const dir of this.#config.staticDir) {
      const file = await openFile(dir, pathname);
      if (file !== null) return file;
    }
    return null;
  }
}

async function openFile(dir: string, pathname: string): Promise<StaticFile | null> {
  const parts = pathname.split("/").map(decodeURIComponent);
  if (parts.some((part) => part === ".." || /[\\/]/.test(part))) return null;
  const path = join(dir, ...parts);
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return null;
    const opened = await Deno.open(path);
    return {
      ...{ hash: null, size, contentType: contentType(path) },
      body: opened.readable,
      close: () => opened.close(),
    };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return null;
    }
    throw error;
  }
}
