/** Asking for a seat within what the page's address may do. */
import type { Visitor } from "../limits/addresses.ts";
import type { ErrorCode, ErrorMessage, JoinMessage } from "../protocol.ts";
import { parseRoomName, type RoomName } from "../room_name.ts";
import type { Sat, SitRequest } from "../rooms/sitting.ts";
import { Unavailable } from "../store/patience.ts";
import type { JoinOutcome as Measured } from "../telemetry/metrics.ts";
import { isRejoin, type State } from "./participant_state.ts";
import type { Services } from "./services.ts";

export type Joined = Extract<Sat, { kind: "seated" }>;

export type JoinOutcome =
  | Joined
  | {
    readonly kind: "full";
    readonly retryInMs: number | null;
    readonly firstInLine: boolean;
  }
  | { readonly kind: "elsewhere" }
  | { readonly kind: "limited"; readonly words: string; readonly retryInMs: number }
  | { readonly kind: "unavailable" }
  /** Something threw that should not have; it was logged. */
  | { readonly kind: "bug" };

/** A join that need not look at any room. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly words: string;
  readonly details: Partial<Pick<ErrorMessage, "retryInMs" | "problem">>;
  /** For telemetry; `null`: a page that breaks the order. */
  readonly outcome: Measured | null;
}

/** The room a join may try, or why not. */
export function roomFor(
  message: JoinMessage,
  { visitor, state }: { readonly visitor: Visitor; readonly state: State },
): RoomName | Refusal {
  const retryInMs = visitor.spend("joins");
  if (retryInMs !== null) {
    const words = "Cannot join this often";
    return { code: "rate-limited", words, details: { retryInMs }, outcome: "limited" };
  }
  const result = parseRoomName(message.room);
  if (!result.ok) {
    const { problem } = result;
    const words = "Cannot use this room name";
    return { code: "bad-room-name", words, details: { problem }, outcome: "bad-name" };
  }
  if (state.at !== "seated" || isRejoin(message, result.name, state)) return result.name;
  const words = "Cannot join twice: leave first";
  return { code: "out-of-order", words, details: {}, outcome: null };
}

interface Circumstances {
  readonly visitor: Visitor;
  readonly services: Services;
  /** The seating has this seat already, and asks again. */
  readonly seated: boolean;
}

const TOO_MANY_NAMES = "Cannot try names this often";
const TOO_MANY_ROOMS = "Cannot make this many rooms in an hour";

/**
 * Asks for a seat. The budget for names is asked before anybody looks at the room: past it a token
 * may resume its seat, and every other name is answered alike, whatever room it is. What turns out
 * to be no guess (a resumed seat) and no new room is given back.
 *
 * A join that KV did not answer, of somebody who had no seat, is undone in the background: it may have been written.
 */
export async function askForSeat(
  request: Omit<SitRequest, "newcomer">,
  { visitor, services, seated: seatedBefore }: Circumstances,
): Promise<JoinOutcome> {
  const nameWaitMs = visitor.spend("names");
  if (nameWaitMs !== null && request.token === null) {
    return { kind: "limited", words: TOO_MANY_NAMES, retryInMs: nameWaitMs };
  }
  const roomWaitMs = visitor.spend("rooms");
  const newcomer = nameWaitMs !== null
    ? "unwelcome"
    : roomWaitMs !== null
    ? "company-only"
    : "welcome";
  const sat = await sit({ ...request, newcomer }, { services, seated: seatedBefore });
  const seated = sat.kind === "seated" ? sat : null;
  if (roomWaitMs === null && !seated?.created) visitor.giveBack("rooms");
  if (nameWaitMs === null && (seated?.resumed || sat.kind === "unavailable")) {
    visitor.giveBack("names");
  }
  if (sat.kind !== "unwelcome") return sat;
  return nameWaitMs !== null
    ? { kind: "limited", words: TOO_MANY_NAMES, retryInMs: nameWaitMs }
    : { kind: "limited", words: TOO_MANY_ROOMS, retryInMs: roomWaitMs ?? 0 };
}

/** What telemetry calls an outcome; `null`: nothing of note. */
export function outcomeOf(outcome: JoinOutcome): Measured | null {
  switch (outcome.kind) {
    case "seated":
      return outcome.resumed ? "resumed" : "new";
    case "elsewhere":
    case "bug":
      return null;
    default:
      return outcome.kind;
  }
}

async function sit(
  request: SitRequest,
  { services, seated }: Pick<Circumstances, "services" | "seated">,
): Promise<Sat | { readonly kind: "unavailable" | "bug" }> {
  if (!services.open) return { kind: "unavailable" };
  const { rooms, onBug } = services;
  try {
    return await rooms.sit(request);
  } catch (error) {
    if (!seated) {
      rooms.undo(request).catch((problem) => {
        // Whoever wants the seat finds that this seating has no socket.
        if (!(problem instanceof Unavailable)) onBug(problem);
      });
    }
    if (error instanceof Unavailable) return { kind: "unavailable" };
    onBug(error);
    return { kind: "bug" };
  }
}
