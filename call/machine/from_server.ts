/** What the server's messages do to a call. */
import type { ErrorMessage, OfferSignal, ServerMessage } from "../../signaling/protocol.ts";
import type { Effect, Step } from "./events.ts";
import { type Call, type CallState, isSeated } from "./state.ts";
import { alone, enter, FULL_RETRY_MS, stay } from "./step.ts";

/** Time beyond the server's hold in which a friend who dropped may still be on the way back, ms. */
export const HOLD_GRACE_MS = 3_000;

/** How long to expect a friend back whose seat was already held when our socket returned, ms. */
export const AWAY_MS = 18_000;

type Message<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

export function onServer(call: Call, message: ServerMessage, now: number): Step {
  switch (message.type) {
    case "joined":
      return onJoined(call, message);
    case "full":
      return onFull(call, message);
    case "arrived":
      return onArrived(call, message);
    case "away":
      return onAway(call, message);
    case "left":
      return isPeer(call, message.session) ? alone(call, "left") : stay(call);
    case "signal":
      if (!isPeer(call, message.from)) return stay(call);
      return stay(call, { type: "hand-over", signal: message.signal, from: message.from });
    case "elsewhere":
      return onElsewhere(call, now);
    case "error":
      return onError(call, message);
    // Greeting, heartbeat and ICE servers are the socket's own business.
    case "welcome":
    case "ice":
    case "pong":
    case "stopping":
      return stay(call);
  }
}

function onJoined(call: Call, { room, token, peer }: Message<"joined">): Step {
  const { state } = call;
  const remember: Effect = { type: "remember-seat", room, token };
  const session = peer?.session ?? null;
  if (state.name === "joining" || state.name === "full") {
    const seated = { room, peer: session };
    const next: CallState = peer?.present
      ? { name: "connecting", noPath: false, ...seated }
      : { name: "waiting", because: "first", ...seated };
    const quiet: Effect = { type: "stop-timer", timer: "retry-full" };
    return peer?.present
      ? enter(call, next, quiet, remember, { type: "adopt", to: peer.session })
      : enter(call, next, quiet, remember);
  }
  // Cancelled while the answer was on its way: the `leave` already sent frees the seat.
  if (!isSeated(state)) return stay(call);
  if (peer === null) {
    return call.flowing || state.name === "waiting" ? stay(call, remember) : alone(call, "left");
  }
  // Our socket came back. The other side compares links and offers anew if it must.
  if (!peer.present) {
    const hold: Effect = { type: "start-timer", timer: "hold", ms: AWAY_MS };
    return enter(call, { ...state, peer: session }, remember, ...(call.flowing ? [] : [hold]));
  }
  if (call.link === null) {
    const next = meeting(state, peer.session);
    return enter(call, next, remember, { type: "adopt", to: peer.session });
  }
  const address: Effect = { type: "address", to: peer.session };
  return enter(call, { ...state, peer: session }, remember, address, { type: "repeat" });
}

function onFull(call: Call, { room, retryInMs }: Message<"full">): Step {
  const { state } = call;
  const before = state.name === "full" ? state : null;
  const lostSeat = isSeated(state) && !call.flowing;
  if (state.name !== "joining" && before === null && !lostSeat) return stay(call);
  const autoRetry = before?.autoRetry ?? false;
  const attempt = (before?.attempt ?? 0) + 1;
  const timer: Effect = {
    type: "start-timer",
    timer: "retry-full",
    ms: retryInMs ?? FULL_RETRY_MS,
  };
  return enter(
    { ...call, link: null, flowing: false },
    { name: "full", room, retryInMs, autoRetry, attempt },
    ...(lostSeat ? [{ type: "close-link" } as const] : []),
    ...(autoRetry ? [timer] : []),
  );
}

function onArrived(call: Call, { session, link, offer }: Message<"arrived">): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const quiet: Effect = { type: "stop-timer", timer: "hold" };
  const address: Effect = { type: "address", to: session };
  if (offer === null && link !== null && link === call.link) {
    return enter(call, { ...state, peer: session }, quiet, address, { type: "repeat" });
  }
  return enter(call, meeting(state, session), quiet, address, ...introduce(state, session, offer));
}

function introduce(state: CallState, session: string, offer: OfferSignal | null): Effect[] {
  const begin: Effect = offer === null
    ? { type: "offer", to: session }
    : { type: "answer", offer, to: session };
  return state.name === "waiting" ? [begin, { type: "chime" }] : [begin];
}

/** The state in which a new link is being made: a call that was on keeps its last frame. */
function meeting(state: CallState, peer: string): CallState {
  if (state.name === "connected" || state.name === "reconnecting") {
    const { room, since } = state;
    return { name: "reconnecting", because: "away", noPath: false, room, since, peer };
  }
  return { name: "connecting", noPath: false, room: isSeated(state) ? state.room : "", peer };
}

function onAway(call: Call, { session, reason, holdMs }: Message<"away">): Step {
  const { state } = call;
  if (!isSeated(state) || state.peer !== session || state.name === "waiting") return stay(call);
  const hold: Effect = { type: "start-timer", timer: "hold", ms: holdMs + HOLD_GRACE_MS };
  if (state.name !== "connected" || reason === "lost") return stay(call, hold);
  const { room, since, peer } = state;
  return enter(
    { ...call, flowing: false },
    { name: "reconnecting", because: "away", noPath: false, room, since, peer },
    hold,
  );
}

function onElsewhere(call: Call, now: number): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const lastedMs = "since" in state ? now - state.since : null;
  return enter(
    { ...call, link: null, flowing: false },
    { name: "ended", room: state.room, because: "elsewhere", lastedMs },
    { type: "stop-timer", timer: "hold" },
    { type: "close-link" },
    { type: "release-media" },
  );
}

function onError(call: Call, { code, problem, retryInMs }: ErrorMessage): Step {
  const { state } = call;
  if (state.name !== "joining") return stay(call);
  const { room } = state;
  switch (code) {
    case "bad-room-name":
      return enter(call, {
        name: "prompt",
        room,
        notice: { kind: "bad-name", problem: problem ?? "blank" },
      });
    case "rate-limited":
      return enter(call, { name: "prompt", room, notice: { kind: "too-many", retryInMs } });
    default:
      return enter(call, { name: "prompt", room, notice: { kind: "unavailable" } });
  }
}

function isPeer({ state }: Call, session: string): boolean {
  return isSeated(state) && state.peer === session;
}
