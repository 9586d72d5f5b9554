/** Asking for a seat: every question has a name, an answer that brings it back, and an end. */
import { type Effect, enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import {
  type Call,
  type Full,
  isSeated,
  type Joining,
  keptLinkOf,
  type SeatedState,
} from "./state.ts";
import { ANSWER_MS, FULL_RETRY_MS, REJOIN_MS, SOONEST_RETRY_MS } from "./waits.ts";

/** Asks for a seat in `room`, or as soon as the socket is open. */
export function askToJoin(
  call: Call,
  { room, returning }: Pick<Joining, "room" | "returning">,
  { id }: Moment,
): Step {
  const request = call.online ? id : null;
  const next: Joining = { name: "joining", room, request, offered: null, returning };
  return enter(call, next, ...stop("retry-full", "rejoin"), ...question(request, room, null));
}

/** Asks a full room once more. */
export function askFull(call: Call, state: Full, { id }: Moment): Step {
  const request = call.online ? id : null;
  return enter(call, { ...state, request, offered: null }, ...question(request, state.room, null));
}

/** Asks for the seat we have, or had: the socket is new, or the server could not say. */
export function askForSeat(call: Call, state: SeatedState, { id }: Moment): Step {
  if (!call.online) return stay(call);
  const next = { ...state, seat: { is: "asked", request: id, offered: null } } as const;
  return enter(
    call,
    next,
    ...stop("rejoin"),
    ...question(id, state.room, keptLinkOf(state)?.id ?? null),
  );
}

function question(request: string | null, room: string, link: string | null): Effect[] {
  if (request === null) return [];
  return [{ type: "join", request, room, link }, start("answer", ANSWER_MS)];
}

/** The socket is open: whatever waits to be asked is asked. */
export function onSocketOpen(before: Call, moment: Moment): Step {
  const call = { ...before, online: true };
  const { state } = call;
  if (state.name === "joining") return askToJoin(call, state, moment);
  if (state.name === "full") return state.autoRetry ? askFull(call, state, moment) : stay(call);
  return isSeated(state) ? askForSeat(call, state, moment) : stay(call);
}

/** No question outlives its socket; the peer connection does. */
export function onSocketDown(before: Call): Step {
  const call = { ...before, online: false };
  const { state } = call;
  const quiet = stop("answer", "rejoin");
  if (state.name === "joining" || state.name === "full") {
    return enter(call, { ...state, request: null, offered: null }, ...quiet);
  }
  return isSeated(state) ? enter(call, { ...state, seat: { is: "unsure" } }, ...quiet) : stay(call);
}

/** The question could not be answered now: ask again after a while, or tell the person. */
export function onNoAnswer(call: Call, retryInMs: number | null, moment: Moment): Step {
  const { state } = call;
  if (state.name === "full") {
    const rested = rest(call, state, retryInMs);
    // Unanswered, it may still be granted: the seat is given up should it come.
    return retryInMs === null
      ? { call: rested.call, effects: [{ type: "leave" }, ...rested.effects] }
      : rested;
  }
  if (state.name === "joining") {
    if (!state.returning) {
      const { room } = state;
      return enter(
        call,
        { name: "prompt", room, notice: { kind: "unavailable" } },
        ...stop("answer"),
        { type: "leave" },
      );
    }
    return enter(
      call,
      { ...state, request: null, offered: null },
      ...stop("answer"),
      { type: "leave" },
      start("rejoin", retryInMs ?? REJOIN_MS),
    );
  }
  if (!isSeated(state)) return stay(call);
  // Unanswered, it may have been lost: asking again does no harm, for the token is the seat's.
  if (retryInMs === null) return askForSeat(call, state, moment);
  return enter(
    call,
    { ...state, seat: { is: "unsure" } },
    ...stop("answer"),
    start("rejoin", retryInMs),
  );
}

/** A full room is asked again after a while if the person agreed, never given up for an error. */
export function rest(call: Call, state: Full, retryInMs: number | null): Step {
  const next = { ...state, request: null, offered: null };
  const again = start("retry-full", Math.max(SOONEST_RETRY_MS, retryInMs ?? FULL_RETRY_MS));
  return enter(call, next, ...stop("answer"), ...(state.autoRetry ? [again] : []));
}
