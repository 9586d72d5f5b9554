/**
 * The id of the current build, part of every cacheable URL. The browser bundle gets this module with
 * the id written in.
 *
 * @module
 */

/** Query parameter that carries the build id in `asset()` URLs. */
export const CACHE_KEY = "__frsh_c";

let current = crypto.randomUUID().replaceAll("-", "");

/** The id of the build that is running. */
export function buildId(): string {
  return current;
}

/** Adopts the id of a finished build. */
export function setBuildId(id: string): void {
  current = id;
}
