/** What the answers to a `join` do to a call; an answer to a question nobody asks any more: nothing. */
import type { ErrorMessage, ServerMessage } from "../../signaling/protocol.ts";
import { onNoAnswer, rest } from "./ask.ts";
import { type Effect, enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import {
  alone,
  ask,
  connecting,
  expect,
  findOpposite,
  hold,
  isStranger,
  meetAgain,
  waitFor,
} from "./friend.ts";
import {
  type Call,
  type Full,
  isSeated,
  type Joining,
  keptLinkOf,
  type Newcomer,
  type Peer,
  requestOf,
  type SeatedState,
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
  const waiting = { name: "waiting", room, seat, newcomer: null } as const;
  if (peer === null || !peer.present) {
    const held = peer && { session: peer.session, holder: peer.holder };
    const because = held === null ? "first" : "dropped";
    return enter(call, { ...waiting, because, peer: held });
  }
  if (message.resumed && isStranger(call, peer)) {
    // Somebody came while this page was away.
    const alone = { ...call, state: { ...waiting, because: "first", peer: null } } as const;
    return holdFound(alone, peer, offered);
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
    if (!peer.present) return enter(call, { ...state, peer: other });
    return isStranger(call, peer)
      ? holdFound(call, state.newcomer ?? peer, offered)
      : findOpposite(call, { peer: other, offered });
  }
  if (state.peer.holder !== holder) {
    if ("newcomer" in state && state.newcomer !== null) return stay(call);
    if (state.name === "connected") {
      if (peer.present) return ask(call, newcomerOf(peer));
      return enter(call, { ...state, away: true }, start("vouch", VOUCH_MS));
    }
    if (!peer.present) return alone(call, "dropped", moment);
    return isStranger(call, peer)
      ? holdFound(call, peer, offered)
      : findOpposite(call, { peer: other, offered });
  }
  if (!peer.present) {
    return enter(
      call,
      { ...state, peer: other, away: true },
      ...stop("offer"),
      waitFor(state),
    );
  }
  if (keptLinkOf(state) === null) {
    // One that is stale is followed until another takes its place: it cannot wait for theirs.
    return state.link === null || offered !== null
      ? findOpposite(call, { peer: other, offered })
      : meetAgain(call, { peer: other, offer: null }, moment);
  }
  return enter(call, { ...state, peer: other, away: false }, ...stop("hold", "vouch"), {
    type: "say-again",
  });
}

/** Asks about whoever is found there. What our `join` offered them they answer in vain: it is said. */
function holdFound(call: Call, found: Peer | Newcomer, offered: string | null): Step {
  if (offered === null) return hold(call, "offer" in found ? found : newcomerOf(found));
  const held = hold(call, newcomerOf(found));
  const say = { type: "tell-asking", to: found.session, link: offered } as const;
  return { call: held.call, effects: [...held.effects, say] };
}

/** Their offer, if they have one, comes by itself. */
function newcomerOf({ session, holder }: Peer): Newcomer {
  return { session, holder, offer: null, candidates: [] };
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
