/** Messages of the server with everything that does not matter filled in. */
import type { ErrorMessage, ServerMessage } from "../../signaling/protocol.ts";

type Message<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

export function joinedMessage(
  request: string,
  more: Partial<Message<"joined">> = {},
): Message<"joined"> {
  const ice = { servers: [], renewInMs: null };
  const token = "token-0123456789";
  const rest = { room: "Kitchen", seat: 0, token, resumed: false, peer: null, ice } as const;
  return { type: "joined", request, ...rest, ...more };
}

export function errorMessage(
  code: ErrorMessage["code"],
  more: Partial<ErrorMessage> = {},
): ErrorMessage {
  const rest = { request: null, message: "", retryInMs: null, problem: null };
  return { type: "error", code, ...rest, ...more };
}
