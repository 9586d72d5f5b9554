import { buildId, CACHE_KEY } from "../build_id.ts";

const BASE = "https://asset.invalid";

/** Adds the build's id to a path on this site, so that the file may be cached for a year. */
export function asset(path: string): string {
  if (!/^\/(?!\/)/.test(path)) return path;
  const url = URL.parse(path, BASE);
  if (url === null || url.origin !== BASE || url.searchParams.has(CACHE_KEY)) return path;
  url.searchParams.set(CACHE_KEY, buildId());
  return url.href.slice(BASE.length);
}
