/** What the answers to a `join` do to a call; an answer to a question nobody asks any more: nothing. */
import type { ErrorMessage, ServerMessage } from "../../signaling/protocol.ts";
import { onNoAnswer, rest } from "./ask.ts";
import { type Effect, enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import { alone, ask, connecting, expect, findOpposite, waitFor } from "./friend.ts";
import {
  type Call,
  type Full,
  isSeated,
  type Joining,
  requestOf,
  type SeatedState,
  type Waiting,
} from "./state.ts";
import { FULL_RETRY_MS, SOONEST_RETRY_MS, VOUCH_MS } from "./waits.ts";

type Message<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;
type Answer = Message<"joined" | "full"> | ErrorMessage;

export function onAnswer(call: Call, message: Answer, moment: Moment): Step {
  const request = requestOf(call.state);
  if (request === null || message.request !== request) return stay(call);
  switch (message.type) {
    case "joined":
      return onJoined(call, message, moment);
    case "full":
      return onFull(call, message);
    case "error":
      return onError(call, message, moment);
  }
}

function onJoined(call: Call, message: Message<"joined">, moment: Moment): Step {
  const { state } = call;
  const { room, token } = message;
  const known: Effect[] = [...stop("answer", "retry-full", "rejoin"), {
    type: "remember-seat",
    room,
    token,
  }];
  const step = state.name === "joining" || state.name === "full"
    ? sitDown(call, state, message)
    : sitAgain(call, message, moment);
  return { call: step.call, effects: [...known, ...step.effects] };
}

function sitDown(call: Call, { offered }: Joining | Full, message: Message<"joined">): Step {
  const { room, peer } = message;
  const seat = { is: "kept" } as const;
  if (peer === null || !peer.present) {
    const held = peer && { session: peer.session, holder: peer.holder };
    const because = held === null ? "first" : "dropped";
    return enter(call, { name: "waiting", room, seat, because, peer: held } satisfies Waiting);
  }
  const [link, expected] = expect(offered);
  return enter(call, connecting({ room, seat }, peer, link), expected);
}

/** Our socket came back. The other side compares connections, and offers anew if it must. */
function sitAgain(before: Call, { peer }: Message<"joined">, moment: Moment): Step {
  if (!isSeated(before.state)) return stay(before);
  const { seat } = before.state;
  const offered = seat.is === "asked" ? seat.offered : null;
  const call: Call = { ...before, state: opposite(before.state, peer) };
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  if (peer === null) {
    if (state.name === "waiting") return enter(call, { ...state, peer: null });
    if (state.name !== "connected") return alone(call, "dropped", moment);
    return enter(call, { ...state, away: true }, start("vouch", VOUCH_MS));
  }
  const { session, holder } = peer;
  const other = { session, holder };
  if (state.name === "waiting") {
    return peer.present
      ? findOpposite(call, { peer: other, offered })
      : enter(call, { ...state, peer: other });
  }
  if (state.peer.holder !== holder) {
    if ("newcomer" in state && state.newcomer !== null) return stay(call);
    if (state.name === "connected") {
      if (peer.present) return ask(call, { ...other, offer: null, candidates: [] });
      return enter(call, { ...state, away: true }, start("vouch", VOUCH_MS));
    }
    return peer.present
      ? findOpposite(call, { peer: other, offered })
      : alone(call, "dropped", moment);
  }
  if (!peer.present) {
    return enter(
      call,
      { ...state, peer: other, away: true },
      ...stop("offer"),
      waitFor(state),
    );
  }
  if (state.link === null) return findOpposite(call, { peer: other, offered });
  return enter(call, { ...state, peer: other, away: false }, ...stop("hold", "vouch"), {
    type: "say-again",
  });
}

/** The seat is ours, and of whoever was asked about only somebody who still sits there is. */
function opposite(state: SeatedState, peer: Message<"joined">["peer"]): SeatedState {
  const seat = { is: "kept" } as const;
  if (!("newcomer" in state)) return { ...state, seat };
  const isThere = peer?.present === true && state.newcomer?.session === peer.session;
  return { ...state, seat, newcomer: isThere ? state.newcomer : null };
}

function onFull(call: Call, { room, retryInMs, firstInLine }: Message<"full">): Step {
  const { state } = call;
  if (state.name === "connected") {
    const ms = Math.max(SOONEST_RETRY_MS, Math.min(retryInMs ?? FULL_RETRY_MS, FULL_RETRY_MS));
    const next = { ...state, seat: { is: "taken" } } as const;
    return enter(call, next, ...stop("answer"), start("rejoin", ms));
  }
  const before = state.name === "full" ? state : null;
  const hadSeat = isSeated(state);
  const autoRetry = before?.autoRetry ?? (hadSeat || (state.name === "joining" && state.returning));
  const attempt = (before?.attempt ?? 0) + 1;
  const next: Full = {
    name: "full",
    room,
    retryInMs,
    firstInLine,
    autoRetry,
    attempt,
    request: null,
    offered: null,
  };
  const rested = rest(call, next, retryInMs);
  const gone: Effect[] = hadSeat ? [...stop("hold", "vouch", "offer"), { type: "close-link" }] : [];
  return { call: rested.call, effects: [...gone, ...rested.effects] };
}

function onError(call: Call, message: ErrorMessage, moment: Moment): Step {
  const { code, problem, retryInMs } = message;
  const { state } = call;
  if (state.name === "joining" && !(state.returning && code !== "bad-room-name")) {
    const { room } = state;
    const quiet = stop("answer");
    if (code === "bad-room-name") {
      const notice = { kind: "bad-name", problem: problem ?? "blank" } as const;
      return enter(call, { name: "prompt", room, notice }, ...quiet);
    }
    if (code === "rate-limited") {
      const notice = { kind: "too-many", retryInMs } as const;
      return enter(call, { name: "prompt", room, notice }, ...quiet);
    }
  }
  return onNoAnswer(call, retryInMs ?? FULL_RETRY_MS, moment);
}
