/** Addresses of rooms: `/r/<name>`, and back. */

const PREFIX = "/r/";

/** The path (with query, if need be) that opens the page with `room` filled in. */
export function roomPath(room: string): string {
  // "." and ".." as path segments mean something else, even percent-encoded (WHATWG URL, 4.4).
  if (room === "." || room === "..") return `/?room=${room}`;
  return PREFIX + encodeURIComponent(room);
}

/** The room a page's address names; empty: none, or one that cannot be decoded. */
export function roomFromUrl(url: URL): string {
  if (!url.pathname.startsWith(PREFIX)) return url.searchParams.get("room") ?? "";
  try {
    return decodeURIComponent(url.pathname.slice(PREFIX.length));
  } catch {
    return "";
  }
}

/** The link without its scheme and percent signs, for people to read. */
export function readableLink(host: string, room: string): string {
  return host + (room === "." || room === ".." ? roomPath(room) : PREFIX + room);
}
