/** A WebSocket that tells pages which run of the server they talk to; a new one makes them reload. */
const ALIVE_PATH = "/_frsh/alive";

const revision = crypto.randomUUID();

/** Answers the pages' live reload sockets, `undefined` for any other request. */
export function liveReload(request: Request): Response | undefined {
  if (new URL(request.url).pathname !== ALIVE_PATH) return undefined;
  if (request.headers.get("upgrade") !== "websocket") {
    return new Response(null, { status: 426 });
  }
  const { socket, response } = Deno.upgradeWebSocket(request);
  socket.onopen = () => socket.send(revision);
  return response;
}
