import { buildId, CACHE_KEY } from "../build_id.ts";

const BASE = "https://asset.invalid";

/** Adds the build's id to a path on this site, so that the file may be cached for a year. */
export function asset(path: string): string {
  if (!/^\/(?!\/)/.test(path)) return path;
  const url = URL.parse(path, BASE);
  if (url === null || url.origin !== BASE || url.searchParams.has(CACHE_KEY)) {
    return path;
  }
  url.searchParams.set(CACHE_KEY, buildId());
  return url.href.slice(BASE.length);
}

/** Applies {@linkcode asset} to every URL of a `srcset` attribute. */
export function assetSrcSet(srcset: string): string {
  const parts = srcset.split(",");
  if (srcset.includes("(") || parts.some((part) => part.trim() === "")) {
    return srcset;
  }
  return parts.map((part) => part.replace(/^(\s*)(\S+)/, (_, space, url) => space + asset(url)))
    .join(",");
}

/** Makes the URLs of an `<img>` or `<source>` cacheable, unless it opts out. */
export function lockImage(props: object): void {
  const image: {
    src?: unknown;
    srcset?: unknown;
    "data-fresh-disable-lock"?: unknown;
  } = props;
  if (image["data-fresh-disable-lock"]) return;
  if (typeof image.src === "string") image.src = asset(image.src);
  if (typeof image.srcset === "string") {
    image.srcset = assetSrcSet(image.srcset);
  }
}
