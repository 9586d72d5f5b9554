/**
 * Ends the TCP connection under a WebSocket that was closed and whose peer does not confirm it.
 *
 * Deno (2.9) has no API for this. Once `close()` was called it waits for the peer, without an end
 * and without pings, and goes on collecting a fragmented message meanwhile. What its own timeout
 * does is to let go of the socket's resource; from 2.9 on that ends the connection. So do we, where
 * the resource can be found; elsewhere nothing happens, and the socket stays counted until it is
 * gone.
 *
 * @returns whether it could be tried
 */
export function sever(socket: WebSocket): boolean {
  const resource = resourceOf(socket);
  const core = internalCore();
  if (resource === null || core === null) return false;
  const tryClose: unknown = Reflect.get(core, "tryClose");
  if (typeof tryClose !== "function") return false;
  tryClose.call(core, resource);
  return true;
}

function resourceOf(socket: WebSocket): number | null {
  const symbol = Object.getOwnPropertySymbols(socket)
    .find(({ description }) => description === "[[rid]]");
  const resource: unknown = symbol === undefined ? undefined : Reflect.get(socket, symbol);
  return typeof resource === "number" ? resource : null;
}

function internalCore(): object | null {
  const symbol: unknown = Reflect.get(Deno, "internal");
  const internals: unknown = typeof symbol === "symbol" ? Reflect.get(Deno, symbol) : undefined;
  if (typeof internals !== "object" || internals === null) return null;
  const core: unknown = Reflect.get(internals, "core");
  return typeof core === "object" ? core : null;
}
