import { HttpError } from "./error.ts";

/** What to do with a WebSocket's events. */
export interface WebSocketHandlers {
  /** The connection is established. */
  open?(socket: WebSocket): void;
  /** A message arrived. */
  message?(socket: WebSocket, event: MessageEvent): void;
  /** The connection closed. */
  close?(socket: WebSocket, code: number, reason: string): void;
  /** Something went wrong. */
  error?(socket: WebSocket, event: Event | ErrorEvent): void;
}

/** Options passed on to `Deno.upgradeWebSocket()`. */
export interface WebSocketUpgradeOptions {
  /** Seconds without an answer to a ping after which the connection is closed. */
  idleTimeout?: number;
  /** The sub-protocol to agree on. */
  protocol?: string;
}

/** Tells handlers from options: only handlers have functions under these names. */
export function isHandlers(
  value: WebSocketHandlers | WebSocketUpgradeOptions | undefined,
): value is WebSocketHandlers {
  if (value === undefined) return false;
  return Object.entries(value).some(([name, field]) =>
    ["open", "message", "close", "error"].includes(name) &&
    typeof field === "function"
  );
}

/**
 * Upgrades a request to a WebSocket.
 *
 * @throws {HttpError} 400 if the request does not ask for a WebSocket.
 */
export function upgrade(
  request: Request,
  options: WebSocketUpgradeOptions | undefined,
): { socket: WebSocket; response: Response } {
  if (request.headers.get("upgrade")?.toLowerCase() !== "websocket") {
    throw new HttpError(400, "Expected a WebSocket upgrade request");
  }
  return Deno.upgradeWebSocket(request, options);
}

/** Calls the handlers for a socket's events. */
export function connectHandlers(socket: WebSocket, handlers: WebSocketHandlers): void {
  socket.addEventListener("open", () => handlers.open?.(socket));
  socket.addEventListener("message", (event) => handlers.message?.(socket, event));
  socket.addEventListener("close", ({ code, reason }) => handlers.close?.(socket, code, reason));
  socket.addEventListener("error", (event) => handlers.error?.(socket, event));
}
