/** Answers as the page gets them. */
import type { ErrorCode, ErrorMessage, Ice, ServerMessage } from "../protocol.ts";
import { holderOf } from "../rooms/tokens.ts";
import type { Joined } from "./joining.ts";
import type { Asked } from "./participant_state.ts";

export type ErrorDetails = Partial<Pick<ErrorMessage, "request" | "retryInMs" | "problem">>;

/** An `error` message; what does not apply is `null`. */
export function errorMessage(
  code: ErrorCode,
  message: string,
  more: ErrorDetails = {},
): ErrorMessage {
  return { type: "error", request: null, code, message, retryInMs: null, problem: null, ...more };
}

/** Tells the page of its seat and of who sits opposite. */
export function joinedMessage(
  { token, seat, resumed, peer }: Joined,
  { message: { request }, room }: Asked,
  { ice }: { readonly ice: Ice },
): ServerMessage {
  return {
    ...{ type: "joined", request, room: room.shown, seat, token, resumed, ice },
    peer: peer &&
      { session: peer.session, holder: holderOf(peer.tokenHash), present: peer.present },
  };
}
