/**
 * The call's life as a pure reducer: `(call, event) → { call, effects }`. The diagram is in
 * `state.ts`, the events in `events.ts`. Four rules hold everywhere:
 *
 * 1. Whoever comes into a room offers; whoever is inside answers on a new peer connection.
 * 2. A lost socket alone never touches the peer connection.
 * 3. An answer counts only for the question it names; every wait has an end and a next step.
 * 4. Nobody who comes in ends a call that flows.
 */
import { askForSeat, askFull, askToJoin, onNoAnswer, onSocketDown, onSocketOpen } from "./ask.ts";
import { enter, type Moment, stay, type Step } from "./effects.ts";
import type { CallEvent, TimerName } from "./events.ts";
import { alone, onOfferLate, onVouch } from "./friend.ts";
import { onConnection } from "./from_connection.ts";
import { join, onPerson } from "./from_person.ts";
import { onServer } from "./from_server.ts";
import { type Call, hasFriend, isSeated, type MediaProblem, requestOf } from "./state.ts";
import { REJOIN_MS } from "./waits.ts";

/**
 * Advances a call by one event. Pure: `moment` brings the only clock and the only chance.
 *
 * @returns the next call and what the edge must do, in order
 */
export function reduce(call: Call, event: CallEvent, moment: Moment): Step {
  const step = take(call, event, moment);
  const { state, known } = step.call;
  // Whoever was met needs no asking about after a reload, theirs or ours.
  if (!hasFriend(state) || state.peer.holder === known) return step;
  return { ...step, call: { ...step.call, known: state.peer.holder } };
}

function take(call: Call, event: CallEvent, moment: Moment): Step {
  switch (event.type) {
    case "return-to":
      return onReturnTo(call, event.room);
    case "media-ready":
      return onMediaReady(call, moment);
    case "media-failed":
      return onMediaFailed(call, event.problem);
    case "socket-open":
      return onSocketOpen(call, moment);
    case "socket-down":
      return onSocketDown(call);
    case "join-sent":
      return onJoinSent(call, event);
    case "join-failed":
      return onJoinFailed(call, event.request, moment);
    case "server":
      return onServer(call, event.message, moment);
    case "timer":
      return onTimer(call, event.timer, moment);
    case "link-agreed":
    case "link-flowing":
    case "link-weak":
    case "link-stalled":
    case "link-failed":
    case "link-stale":
    case "link-no-path":
    case "link-goodbye":
    case "link-forged":
    case "link-signal":
      return onConnection(call, event, moment);
    case "try-again":
    case "join":
    case "cancel":
    case "auto-retry":
    case "leave":
    case "call-again":
    case "other-room":
    case "try-connection":
    case "let-in":
    case "keep-talking":
    case "ask-first":
      return onPerson(call, event, moment);
  }
}

function onReturnTo(call: Call, room: string): Step {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  return enter(call, { ...state, then: { room, enter: true } });
}

function onMediaReady(call: Call, moment: Moment): Step {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  const { room, enter: goIn } = state.then;
  return goIn
    ? join(call, { room, returning: true }, moment)
    : enter(call, { name: "prompt", room, notice: null });
}

function onMediaFailed(call: Call, problem: MediaProblem): Step {
  const { state } = call;
  if (state.name !== "permission" && state.name !== "blocked") return stay(call);
  return enter(call, { name: "blocked", then: state.then, problem, retrying: false });
}

function onJoinSent(before: Call, sent: Extract<CallEvent, { type: "join-sent" }>): Step {
  const { request, offered } = sent;
  const { state } = before;
  if (requestOf(state) !== request) return stay(before);
  const call = { ...before, known: sent.known ?? before.known };
  if (state.name === "joining" || state.name === "full") return enter(call, { ...state, offered });
  return isSeated(state)
    ? enter(call, { ...state, seat: { is: "asked", request, offered } })
    : stay(call);
}

/** What could not be put together now could not be at once either. */
function onJoinFailed(call: Call, request: string, moment: Moment): Step {
  return requestOf(call.state) === request ? onNoAnswer(call, REJOIN_MS, moment) : stay(call);
}

function onTimer(call: Call, timer: TimerName, moment: Moment): Step {
  const { state } = call;
  switch (timer) {
    case "answer":
      return requestOf(state) === null ? stay(call) : onNoAnswer(call, null, moment);
    case "rejoin":
      if (state.name === "joining") return askToJoin(call, state, moment);
      return isSeated(state) ? askForSeat(call, state, moment) : stay(call);
    case "retry-full":
      return state.name === "full" && state.autoRetry && state.request === null
        ? askFull(call, state, moment)
        : stay(call);
    case "hold":
      return hasFriend(state) && state.name !== "connected"
        ? alone(call, "dropped", moment)
        : stay(call);
    case "vouch":
      return onVouch(call);
    case "offer":
      return onOfferLate(call, moment);
  }
}
