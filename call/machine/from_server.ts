/** What the server's messages do to a call. */
import { FIRST_OFFER, type ServerMessage } from "../../signaling/protocol.ts";
import { enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import { addCandidate, alone, ask, meetAgain, receive } from "./friend.ts";
import { onAnswer } from "./from_answer.ts";
import { onFriendSignal } from "./from_connection.ts";
import { over } from "./over.ts";
import { type Call, type FriendState, hasFriend, isSeated, keptLinkOf } from "./state.ts";
import { HOLD_GRACE_MS, VOUCH_MS } from "./waits.ts";

type Message<T extends ServerMessage["type"]> = Extract<ServerMessage, { type: T }>;

export function onServer(call: Call, message: ServerMessage, moment: Moment): Step {
  switch (message.type) {
    case "joined":
    case "full":
    case "error":
      return onAnswer(call, message, moment);
    case "arrived":
      return onArrived(call, message, moment);
    case "away":
      return onAway(call, message);
    case "left":
      return onLeft(call, message, moment);
    case "signal":
      return onSignal(call, message, moment);
    case "elsewhere":
      return isSeated(call.state) ? over(call, "elsewhere", moment) : stay(call);
    case "refused":
      return isSeated(call.state) ? over(call, "refused", moment) : stay(call);
    // Greeting, heartbeat and ICE servers are the socket's own business.
    case "welcome":
    case "ice":
    case "pong":
    case "stopping":
      return stay(call);
  }
}

function onArrived(call: Call, message: Message<"arrived">, moment: Moment): Step {
  const { state } = call;
  const { session, holder, connection, offer } = message;
  const peer = { session, holder };
  if (!isSeated(state)) return stay(call);
  // A newcomer whose socket was lost has the connection still whose offer we hold.
  const held = "newcomer" in state ? state.newcomer : null;
  const isHeld = offer === null && connection !== null && held?.offer?.connection === connection;
  const newcomer = isHeld && held !== null
    ? { ...held, ...peer }
    : { ...peer, offer, candidates: [] };
  if (state.name === "waiting") return receive(call, newcomer, moment);
  if (state.peer.holder === holder) {
    // Whoever had got their seat meanwhile has it no more.
    const back: FriendState = "newcomer" in state ? { ...state, newcomer: null } : state;
    const isSame = offer === null && connection !== null && connection === keptLinkOf(state)?.id;
    if (!isSame) return meetAgain({ ...call, state: back }, { peer, offer }, moment);
    return enter(
      call,
      { ...back, peer, away: false },
      ...stop("hold", "vouch"),
      { type: "say-again" },
    );
  }
  // Nobody who comes in ends a call that flows; one that stands because the friend dropped is over.
  const stands = state.name === "connecting" || (state.name === "reconnecting" && state.away);
  return stands ? receive(call, newcomer, moment) : ask(call, newcomer);
}

function onAway(call: Call, { session, reason, holdMs }: Message<"away">): Step {
  const { state } = call;
  if ("newcomer" in state && state.newcomer?.session === session) {
    return enter(call, { ...state, newcomer: null });
  }
  if (!hasFriend(state) || state.peer.session !== session) return stay(call);
  const hold = start("hold", holdMs + HOLD_GRACE_MS);
  if (state.name !== "connected") {
    return enter(call, { ...state, away: true }, ...stop("offer"), hold);
  }
  if (reason === "lost") {
    return enter(call, { ...state, away: true }, start("vouch", VOUCH_MS));
  }
  const { room, seat, peer, link, since, newcomer } = state;
  return enter(
    call,
    { name: "reconnecting", room, seat, peer, away: true, link, since, newcomer, noPath: false },
    ...stop("vouch"),
    hold,
  );
}

function onLeft(call: Call, { session }: Message<"left">, moment: Moment): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  if ("newcomer" in state && state.newcomer?.session === session) {
    return enter(call, { ...state, newcomer: null });
  }
  if (state.peer?.session !== session) return stay(call);
  return state.name === "waiting"
    ? enter(call, { ...state, because: "left", peer: null })
    : alone(call, "left", moment);
}

function onSignal(call: Call, { from, signal }: Message<"signal">, moment: Moment): Step {
  const { state } = call;
  if (hasFriend(state) && state.peer.session === from) return onFriendSignal(call, signal, moment);
  if (!("newcomer" in state) || state.newcomer?.session !== from) return stay(call);
  const { newcomer } = state;
  if (signal.kind === "offer") {
    // What takes the place of the offer we hold is as good as a first one. Any other restart is of a
    // connection we do not have (any more): let in, they are offered one.
    const isHeld = signal.connection === newcomer.offer?.connection;
    const offer = signal.id === FIRST_OFFER || isHeld ? signal : null;
    return ask(call, { ...newcomer, offer, candidates: [] });
  }
  if (signal.kind !== "candidate") return stay(call);
  return enter(call, { ...state, newcomer: addCandidate(newcomer, signal) });
}
