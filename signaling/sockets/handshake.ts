/** The base64 of sixteen bytes. */
const KEY = /^[A-Za-z0-9+/]{22}==$/;

/**
 * Whether a request's headers ask for a WebSocket (RFC 6455, 4.2.1); Deno throws at any other.
 */
export function isHandshake(headers: Headers): boolean {
  return listOf(headers, "upgrade").includes("websocket") &&
    listOf(headers, "connection").includes("upgrade") &&
    KEY.test(headers.get("sec-websocket-key") ?? "") &&
    headers.get("sec-websocket-version") === "13";
}

function listOf(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? "").toLowerCase().split(",").map((part) => part.trim());
}
