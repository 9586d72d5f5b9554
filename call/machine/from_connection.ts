/** What the news of the connection in use do to a call. */
import { FIRST_OFFER, type Signal } from "../../signaling/protocol.ts";
import { enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import type { ConnectionEvent } from "./events.ts";
import { alone, meetAgain } from "./friend.ts";
import { over } from "./over.ts";
import { type Call, hasFriend, type Link } from "./state.ts";
import { AWAY_MS, VOUCH_MS } from "./waits.ts";

export function onConnection(call: Call, event: ConnectionEvent, moment: Moment): Step {
  const { state } = call;
  // Whoever heard that the codes differ is gone before the one who said so.
  if (event.type === "link-forged" && state.name === "waiting") return over(call, "forged", moment);
  if (!hasFriend(state) || state.link === null || event.link !== state.link.id) return stay(call);
  const { link } = state;
  switch (event.type) {
    case "link-agreed":
      return onAgreed(call, { ...link, agreed: true });
    case "link-flowing":
      return onFlowing(call, moment);
    case "link-weak":
      return state.name === "connected" ? enter(call, { ...state, weak: true }) : stay(call);
    case "link-stalled":
      return onStalled(call);
    case "link-failed":
      return state.name === "connected" ? stay(call) : startAnew(call, link, moment);
    case "link-stale":
      // While somebody else has their seat the connection there is cannot be replaced.
      return "newcomer" in state && state.newcomer !== null
        ? stay(call)
        : startAnew(call, link, moment);
    case "link-no-path":
      // An offer that nobody answered (their person is being asked) says nothing of the way.
      return state.name === "connected" || !link.agreed || isBeingAsked(call)
        ? stay(call)
        : enter(call, { ...state, noPath: true });
    case "link-goodbye":
      return alone(call, "left", moment);
    case "link-forged":
      return over(call, "forged", moment);
    case "link-signal":
      return onFriendSignal(call, event.signal, moment);
  }
}

function onAgreed(call: Call, link: Link): Step {
  const { state } = call;
  if (!hasFriend(state)) return stay(call);
  // Answered: their person has let us in.
  return enter(
    call,
    state.name === "connecting" ? { ...state, link, asking: false } : { ...state, link },
  );
}

function onFlowing(call: Call, { now }: Moment): Step {
  const { state } = call;
  if (!hasFriend(state) || state.link === null) return stay(call);
  const { room, seat, peer, away } = state;
  const link = { ...state.link, agreed: true, stale: false };
  const since = "since" in state ? state.since : now;
  const newcomer = "newcomer" in state ? state.newcomer : null;
  return enter(
    call,
    { name: "connected", room, seat, peer, away, link, since, weak: false, newcomer },
    ...stop("hold", "offer"),
    ...(away ? [start("vouch", VOUCH_MS)] : []),
  );
}

function onStalled(call: Call): Step {
  const { state } = call;
  if (state.name !== "connected") return stay(call);
  const { room, seat, peer, away, link, since, newcomer } = state;
  return enter(
    call,
    { name: "reconnecting", room, seat, peer, away, link, since, newcomer, noPath: false },
    ...stop("vouch"),
    // Whoever is away and silent is waited for as long as their seat may still be held.
    ...(away ? [start("hold", AWAY_MS)] : []),
  );
}

function startAnew(call: Call, link: Link, moment: Moment): Step {
  const { state } = call;
  if (!hasFriend(state) || isBeingAsked(call)) return stay(call);
  // Their seat is somebody else's: nothing can be agreed on with them any more.
  if ("newcomer" in state && state.newcomer !== null) return alone(call, "dropped", moment);
  // Without a socket nobody says or hears an offer: a return, or the end of a hold, comes first.
  return state.away || !call.online
    ? enter(call, { ...state, link: { ...link, stale: true } })
    : meetAgain(call, { peer: state.peer, offer: null }, moment);
}

/** Nothing flows because somebody thinks about letting us in: that is no failure. */
function isBeingAsked({ state }: Call): boolean {
  return state.name === "connecting" && state.asking;
}

/** A signal of the friend's, whichever wire brought it. */
export function onFriendSignal(call: Call, signal: Signal, moment: Moment): Step {
  const { state } = call;
  if (!hasFriend(state)) return stay(call);
  const { link } = state;
  if (signal.kind === "asking") {
    const isOurs = state.name === "connecting" && link?.id === signal.connection;
    return isOurs ? enter(call, { ...state, asking: true }) : stay(call);
  }
  if (signal.connection === link?.id) return stay(call, { type: "hand-over", signal });
  if (signal.kind !== "offer") return stay(call);
  // A restart of a connection that an earlier life of this page had: there is nothing to restart.
  if (signal.id !== FIRST_OFFER) {
    const isUnderWay = link !== null && link.ours && !link.agreed;
    return isUnderWay ? stay(call) : meetAgain(call, { peer: state.peer, offer: null }, moment);
  }
  // Both began a new connection at once: the greater name wins on both sides. The friend may have
  // dropped our offer while theirs won against an earlier one of ours: it is said again.
  // Whoever lets us in by an offer of their own will not answer ours.
  const isUnanswered = link !== null && link.ours && !link.agreed && !isBeingAsked(call);
  const oursWins = isUnanswered && link.id > signal.connection;
  return oursWins
    ? stay(call, { type: "say-again" })
    : meetAgain(call, { peer: state.peer, offer: signal }, moment);
}
