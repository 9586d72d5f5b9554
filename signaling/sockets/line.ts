/** A participant's way to its page, and how its time on the socket may be ended. */
import { CLOSE, type ErrorCode, type ServerMessage } from "../protocol.ts";
import type { Occupant } from "../relay/relay.ts";
import type { ErrorDetails } from "./answers.ts";

export interface Line extends Occupant {
  readonly closed: boolean;
  send(message: ServerMessage): void;
  /** Tells the page of an error it caused, and counts it. */
  mistake(code: ErrorCode, message: string, more?: ErrorDetails): void;
  /** Closes for good; the participant has already left. */
  hangUp(code: number, reason: string): void;
}

interface Ending {
  /** Said before the socket is closed; `null`: the close says enough. */
  readonly message: ServerMessage | null;
  readonly code: number;
  readonly reason: string;
}

/** How a seat is lost to somebody else, by what the page is told. */
export const ENDINGS = {
  elsewhere: {
    message: { type: "elsewhere" },
    code: CLOSE.elsewhere,
    reason: "Continued elsewhere",
  },
  /** The page reconnects with its token: it takes the seat back, or stands first in line. */
  displaced: { message: null, code: CLOSE.goingAway, reason: "Seat lost" },
  refused: { message: { type: "refused" }, code: CLOSE.refused, reason: "Refused" },
} as const satisfies Record<string, Ending>;
