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

/**
 * The link as people read it and may copy it by hand: letters of every script stay (RFC 3987), what
 * would end or change an address is percent-encoded.
 */
export function readableLink(origin: string, room: string): string {
  const path = roomPath(room).replace(/(?:%[89a-f][0-9a-f])+/gi, (encoded) => {
    return decodeURIComponent(encoded).replace(/[^\p{L}\p{M}\p{N}]/gu, encodeURIComponent);
  });
  return origin + path;
}
