/** A page that speaks an older protocol is told so, in the one way it can hear: by a message. */
import type { Visitor } from "../limits/addresses.ts";
import { CLOSE, encode } from "../protocol.ts";
import { errorMessage } from "./answers.ts";

const OUTDATED = encode(
  errorMessage("outdated", "Cannot speak this old protocol: load the page anew"),
);

/** Accepts the socket only to say that it is too old, and closes it with 4005. */
export function turnAway(
  { socket, response }: { readonly socket: WebSocket; readonly response: Response },
  visitor: Visitor,
): Response {
  socket.onopen = () => {
    socket.send(OUTDATED);
    socket.close(CLOSE.outdated, "Outdated");
  };
  socket.onclose = () => visitor.release();
  // A failed socket closes too, and `onclose` tells; without a listener Deno would log the error.
  socket.onerror = (event) => event.preventDefault();
  return response;
}
