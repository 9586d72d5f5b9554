import { join } from "node:path";
import type { Build, Island, StaticFile } from "./build.ts";
import { setBuildId } from "./build_id.ts";
import type { FsItem } from "./fs_routes.ts";
import { type IslandModule, registerIslands } from "./islands.ts";

/** What a build writes down for the server. */
export interface Snapshot {
  buildId: string;
  clientEntry: string;
  islands: IslandModule[];
  fsItems: FsItem[];
  /** Files by their percent-encoded URL path; `path` is relative to the project. */
  files: Record<string, { path: string; hash: string; contentType: string }>;
}

/** A finished build, read from disk. */
export class DiskBuild implements Build {
  readonly islands: ReadonlyMap<unknown, Island>;
  readonly clientEntry: string;
  readonly alwaysBoot = false;
  readonly #snapshot: Snapshot;

  constructor(readonly root: string, snapshot: Snapshot) {
    setBuildId(snapshot.buildId);
    this.#snapshot = snapshot;
    this.islands = registerIslands(snapshot.islands);
    this.clientEntry = snapshot.clientEntry;
  }

  fsItems(): readonly FsItem[] {
    return this.#snapshot.fsItems;
  }

  async readFile(pathname: string): Promise<StaticFile | null> {
    const { files } = this.#snapshot;
    const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
    if (file === undefined) return null;
    const opened = await Deno.open(join(this.root, file.path));
    const { size } = await opened.stat();
    const { hash, contentType } = file;
    return {
      hash,
      contentType,
      size,
      body: opened.readable,
      close: () => opened.close(),
    };
  }
}
