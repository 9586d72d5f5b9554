/**
 * The call's life as a pure reducer: `(call, event) → { call, effects }`. The diagram is in
 * `state.ts`, the events in `events.ts`. Two rules hold everywhere:
 *
 * 1. Whoever comes into a room offers; whoever is inside answers on a new peer connection.
 * 2. A lost socket alone never touches the peer connection.
 */
import { parseRoomName } from "../../signaling/room_name.ts";
import type { CallEvent, Effect, Step } from "./events.ts";
import { onLink } from "./from_connection.ts";
import { onServer } from "./from_server.ts";
import { type Call, type CallState, isSeated } from "./state.ts";
import { alone, enter, FULL_RETRY_MS, stay } from "./step.ts";

/**
 * Advances a call by one event. Pure: `now` (ms since the epoch) is the only clock.
 *
 * @returns the next call and what the edge must do, in order
 */
export function reduce(call: Call, event: CallEvent, now: number): Step {
  switch (event.type) {
    case "return-to":
      return onReturnTo(call, event.room);
    case "media-ready":
      return onMediaReady(call);
    case "media-failed":
      return onMediaFailed(call, event.problem);
    case "socket-open":
      return onSocketOpen({ ...call, online: true });
    case "socket-down":
      return stay({ ...call, online: false });
    case "server":
      return onServer(call, event.message, now);
    case "timer":
      return event.timer === "hold" ? onHoldOver(call) : onRetryFull(call);
    case "link-begun":
    case "link-flowing":
    case "link-weak":
    case "link-stalled":
    case "link-failed":
    case "link-no-path":
    case "link-goodbye":
      return onLink(call, event, now);
    case "try-again":
    case "join":
    case "cancel":
    case "auto-retry":
    case "leave":
    case "call-again":
    case "other-room":
      return onPerson(call, event, now);
  }
}

function onReturnTo(call: Call, room: string): Step {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  return enter(call, { ...state, then: { room, enter: true } });
}

function onMediaReady(call: Call): Step {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  const { room, enter: goIn } = state.then;
  return goIn ? join(call, room) : enter(call, { name: "prompt", room, notice: null });
}

function onMediaFailed(call: Call, problem: Extract<CallState, { name: "blocked" }>["problem"]) {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  return enter(call, { name: "blocked", then: state.then, problem, retrying: false });
}

function onSocketOpen(call: Call): Step {
  const { state } = call;
  if (state.name === "joining" || state.name === "full" || isSeated(state)) {
    return stay(call, { type: "join", room: state.room, link: call.link });
  }
  return stay(call);
}

function onRetryFull(call: Call): Step {
  const { state } = call;
  if (state.name !== "full" || !state.autoRetry) return stay(call);
  return stay(call, { type: "join", room: state.room, link: null });
}

function onHoldOver(call: Call): Step {
  const { state } = call;
  if (!isSeated(state) || state.name === "waiting" || call.flowing) return stay(call);
  return alone(call, "dropped");
}

type FromPerson = Extract<
  CallEvent,
  { type: "try-again" | "join" | "cancel" | "auto-retry" | "leave" | "call-again" | "other-room" }
>;

function onPerson(call: Call, event: FromPerson, now: number): Step {
  const { state } = call;
  switch (event.type) {
    case "try-again":
      return onTryAgain(call);
    case "join":
      return state.name === "prompt" || state.name === "full" ? join(call, event.room) : stay(call);
    case "cancel":
      return onCancel(call);
    case "auto-retry":
      return onAutoRetry(call, event.on);
    case "leave":
      return isSeated(state) ? leave(call, now) : stay(call);
    case "call-again":
    case "other-room": {
      if (state.name !== "ended") return stay(call);
      const goIn = event.type === "call-again";
      const then = { room: goIn ? state.room : "", enter: goIn };
      return enter(call, { name: "permission", then }, { type: "acquire-media" });
    }
  }
}

/** Devices once more, or a new connection where no way was found. */
function onTryAgain(call: Call): Step {
  const { state } = call;
  if (state.name === "blocked" && !state.retrying) {
    return enter(call, { ...state, retrying: true }, { type: "acquire-media" });
  }
  if ("noPath" in state && state.noPath && state.peer !== null) {
    return enter(call, { ...state, noPath: false }, { type: "offer", to: state.peer });
  }
  return stay(call);
}

function join(call: Call, typed: string): Step {
  const parsed = parseRoomName(typed);
  const quiet: Effect = { type: "stop-timer", timer: "retry-full" };
  if (!parsed.ok) {
    const notice = { kind: "bad-name", problem: parsed.problem } as const;
    return enter(call, { name: "prompt", room: typed, notice }, quiet);
  }
  const room = parsed.name.shown;
  const next: CallState = { name: "joining", room };
  return call.online
    ? enter(call, next, quiet, { type: "join", room, link: null })
    : enter(call, next, quiet);
}

function onCancel(call: Call): Step {
  const { state } = call;
  if (state.name === "joining") {
    // The answer may already be on its way: give the seat up should it come.
    return enter(
      call,
      { name: "prompt", room: state.room, notice: null },
      { type: "leave" },
      { type: "forget-seat", room: state.room },
    );
  }
  if (state.name !== "prompt" && state.name !== "full") return stay(call);
  return enter(
    call,
    { name: "prompt", room: "", notice: { kind: "cancelled" } },
    { type: "stop-timer", timer: "retry-full" },
  );
}

function onAutoRetry(call: Call, on: boolean): Step {
  const { state } = call;
  if (state.name !== "full") return stay(call);
  const timer: Effect = on
    ? { type: "start-timer", timer: "retry-full", ms: state.retryInMs ?? FULL_RETRY_MS }
    : { type: "stop-timer", timer: "retry-full" };
  return enter(call, { ...state, autoRetry: on }, timer);
}

function leave(call: Call, now: number): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const since = "since" in state ? state.since : null;
  return enter(
    { ...call, link: null, flowing: false },
    {
      name: "ended",
      room: state.room,
      because: "left",
      lastedMs: since === null ? null : now - since,
    },
    { type: "stop-timer", timer: "hold" },
    { type: "leave" },
    { type: "forget-seat", room: state.room },
    { type: "close-link" },
    { type: "release-media" },
  );
}
