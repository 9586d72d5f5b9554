/** A page that speaks an older protocol is told so, in the one way it can hear: by a message. */
import type { Visitor } from "../limits/addresses.ts";
import { CLOSE, encode } from "../protocol.ts";
import { errorMessage } from "./answers.ts";
import type { Leaving } from "./leaving.ts";

const OUTDATED = encode(
  errorMessage("outdated", "Cannot speak this old protocol: load the page anew"),
);

/** Accepts the socket only to say that it is too old, and closes it with 4005. */
export function turnAway(
  { socket, response }: { readonly socket: WebSocket; readonly response: Response },
  { visitor, leaving, now }: {
    readonly visitor: Visitor;
    readonly leaving: Leaving;
    readonly now: number;
  },
): Response {
  leaving.add(socket, visitor, { now });
  socket.onopen = () => {
    socket.send(OUTDATED);
    socket.close(CLOSE.outdated, "Outdated");
  };
  socket.onclose = () => leaving.gone(socket);
  // A failed socket closes too, and `onclose` tells; without a listener Deno would log the error.
  socket.onerror = (event) => event.preventDefault();
  return response;
}
