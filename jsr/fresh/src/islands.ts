import type { ComponentType } from "preact";
import type { Island } from "./build.ts";

/** A module of islands and where the browser finds it. */
export interface IslandModule {
  /** Unique name, made from the file's. */
  name: string;
  /** URL path of its JavaScript. */
  file: string;
  mod: Record<string, unknown>;
}

/** Lists the islands of modules by component; every exported function is one. */
export function registerIslands(modules: readonly IslandModule[]): Map<unknown, Island> {
  const islands = new Map<unknown, Island>();
  const name = uniqueNamer();
  for (const { name: moduleName, file, mod } of modules) {
    for (const [exportName, fn] of Object.entries(mod)) {
      if (typeof fn !== "function") continue;
      islands.set(fn, {
        name: name(exportName === "default" ? moduleName : exportName),
        exportName,
        file,
        fn: fn as ComponentType,
        css: [],
      });
    }
  }
  return islands;
}

/** Makes identifiers out of names, a different one every time. */
export function uniqueNamer(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const identifier = name.replaceAll(/[^A-Za-z0-9_$]+/g, "_").replace(/^(?=\d)/, "_");
    const count = seen.get(identifier) ?? 0;
    seen.set(identifier, count + 1);
    return count === 0 ? identifier : `${identifier}_${count}`;
  };
}
