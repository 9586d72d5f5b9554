/** Requests that cannot be read: answered with a page of ours, not by a stack. */
import { isHandshake } from "../signaling/mod.ts";

/** Where a malformed request is answered; the app has a route there. */
export const MALFORMED_PATH = "/malformed";

/** Where pages ask for their WebSocket. */
export const SOCKET_PATH = "/ws";
/** What the answering page needs to know of the request; nothing of it reaches a log. */
const KEPT_HEADERS = ["accept-language", "cookie", "x-forwarded-proto"];

/**
 * Whether routers can read a request's address: a URL (a `Host` such as `[` makes none) whose path
 * is percent-encoded UTF-8 (RFC 3986, 2.1).
 */
export function isWellFormed(address: string): boolean {
  return hasReadablePath(URL.parse(address));
}

function hasReadablePath(url: URL | null): url is URL {
  if (url === null) return false;
  try {
    decodeURIComponent(url.pathname);
    return true;
  } catch {
    return false;
  }
}

/**
 * Leads requests with an unreadable address, and requests for a WebSocket that are none, to
 * {@linkcode MALFORMED_PATH}; and those that are straight to `sockets`, past all the app does for
 * pages. Passes others on.
 */
export function guardRequests(
  handler: Deno.ServeHandler,
  sockets: Deno.ServeHandler = handler,
): Deno.ServeHandler {
  return (request, info) => {
    const url = URL.parse(request.url);
    if (!hasReadablePath(url)) return handler(standIn(request), info);
    if (request.method !== "GET" || url.pathname !== SOCKET_PATH) return handler(request, info);
    return isHandshake(request.headers) ? sockets(request, info) : handler(standIn(request), info);
  };
}

function standIn(request: Request): Request {
  const headers = new Headers();
  for (const name of KEPT_HEADERS) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  const method = request.method === "HEAD" ? "HEAD" : "GET";
  return new Request(`http://localhost${MALFORMED_PATH}`, { method, headers });
}
