/** What the end of a socket says about the person who used it. */
import { CLOSE } from "../protocol.ts";
import type { Departure } from "../rooms/teller.ts";

/** Deno's own close reason when a WebSocket ping stayed unanswered; its code is 1001 too. */
const NO_PONG = "No response from ping frame.";

/** Whether Deno gave the socket up by itself; its connection may end later. */
export function isUnanswered(reason: string): boolean {
  return reason === NO_PONG;
}

/** How a page went that closed its socket, or lost it. */
export function departureFor(code: number, reason: string): Departure {
  if (code === CLOSE.left) return "left";
  if (code === CLOSE.pageClosing) return "closing";
  return code === CLOSE.goingAway && !isUnanswered(reason) ? "closing" : "lost";
}
