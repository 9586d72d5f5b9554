/** Meeting the friend, being left by them, and somebody else who comes instead. */
import type { OfferSignal } from "../../signaling/protocol.ts";
import { type Effect, enter, type Moment, start, stay, type Step, stop } from "./effects.ts";
import {
  type Call,
  type Connected,
  type Connecting,
  hasFriend,
  isSeated,
  type Link,
  type Newcomer,
  type Peer,
  type Reconnecting,
  type SeatedState,
} from "./state.ts";
import { AWAY_MS, OFFER_MS, VOUCH_MS } from "./waits.ts";

/** Candidates kept of a newcomer: more than any browser gathers in one go. */
const MAX_CANDIDATES = 64;

/** How a new connection begins: with the friend's offer, or one of ours. */
export function begin(offer: OfferSignal | null, { id }: Moment): [Link, Effect] {
  return offer === null
    ? [ourLink(id), { type: "offer", link: id }]
    : [{ ...ourLink(offer.connection), ours: false, agreed: true }, { type: "answer", offer }];
}

function ourLink(id: string): Link {
  return { id, ours: true, agreed: false, stale: false };
}

/** How it begins with a friend found there: our `join` took an offer along, else they offer in time. */
export function expect(offered: string | null): [Link | null, Effect] {
  return offered === null
    ? [null, start("offer", OFFER_MS)]
    : [ourLink(offered), { type: "adopt", link: offered }];
}

/** Opposite somebody whom no call is on with yet. */
export function connecting(
  { room, seat }: Pick<Connecting, "room" | "seat">,
  { session, holder }: Peer,
  link: Link | null,
): Connecting {
  return {
    name: "connecting",
    room,
    seat,
    peer: { session, holder },
    away: false,
    link,
    noPath: false,
    asking: false,
  };
}

/** Somebody sits opposite whom we are not in a call with: a new call begins. */
export function meet(
  call: Call,
  { peer, offer, chime }: {
    readonly peer: Peer;
    readonly offer: OfferSignal | null;
    readonly chime: boolean;
  },
  moment: Moment,
): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const [link, effect] = begin(offer, moment);
  return enter(
    call,
    connecting(state, peer, link),
    ...stop("hold", "vouch", "offer"),
    effect,
    ...(chime ? [{ type: "chime" } as const] : []),
  );
}

/** Somebody has the other seat with whom no call was: met at once, unless the person wants to be asked. */
export function receive(call: Call, newcomer: Newcomer, moment: Moment): Step {
  return isStranger(call, newcomer)
    ? hold(call, newcomer)
    : meet(call, { peer: newcomer, offer: newcomer.offer, chime: true }, moment);
}

/** Whether the person wants to be asked about whoever has this seat. */
export function isStranger({ state, asksFirst, known }: Call, { holder }: Peer): boolean {
  const isExpected = isSeated(state) && state.peer?.holder === holder;
  return asksFirst && !isExpected && holder !== known;
}

/** They have the seat and nothing else: not even our answer. */
export function hold(call: Call, newcomer: Newcomer): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  if (state.name === "waiting") return ask(call, newcomer);
  const { room, seat, peer } = state;
  const waiting = {
    name: "waiting",
    room,
    seat,
    because: "dropped",
    peer,
    newcomer: null,
  } as const;
  const asked = ask({ ...call, state: waiting }, newcomer);
  const over: Effect[] = [...stop("hold", "vouch", "offer"), { type: "close-link" }];
  return { call: asked.call, effects: [...over, ...asked.effects] };
}

/** The same friend, on a new connection: a call that was on keeps its last frame. */
export function meetAgain(
  call: Call,
  { peer, offer }: { readonly peer: Peer; readonly offer: OfferSignal | null },
  moment: Moment,
): Step {
  const { state } = call;
  if (!hasFriend(state)) return stay(call);
  const [link, effect] = begin(offer, moment);
  const { room, seat } = state;
  // The same two pages know of no way until one is found.
  const noPath = state.name !== "connected" && state.noPath &&
    state.peer.session === peer.session;
  const both = { room, seat, peer, away: false, link, noPath };
  const next: SeatedState = state.name === "connecting"
    ? { ...both, name: "connecting", asking: false }
    : { ...both, name: "reconnecting", since: state.since, newcomer: state.newcomer };
  return enter(call, next, ...stop("hold", "vouch", "offer"), effect);
}

/**
 * They are there as we come back: the offer that went with our `join` is for them. Without one they
 * offer, or we do when that takes long.
 */
export function findOpposite(
  call: Call,
  { peer, offered }: { readonly peer: Peer; readonly offered: string | null },
): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const [link, expected] = expect(offered);
  const isOther = hasFriend(state) && state.peer.holder !== peer.holder;
  const wait: Effect[] = [
    ...stop("hold", "vouch", "offer"),
    // What is said on the old connection is not for somebody else.
    ...(isOther ? [{ type: "close-link" } as const] : []),
    expected,
  ];
  if (!("since" in state) || isOther) return enter(call, connecting(state, peer, link), ...wait);
  const { room, seat, since } = state;
  const both = { room, seat, peer, away: false, link, noPath: false };
  return enter(call, { ...both, name: "reconnecting", since, newcomer: null }, ...wait);
}

/** The friend who should have offered has not. */
export function onOfferLate(call: Call, moment: Moment): Step {
  const { state } = call;
  if (!hasFriend(state) || state.link !== null || state.away) return stay(call);
  return meetAgain(call, { peer: state.peer, offer: null }, moment);
}

/** The friend is gone: whoever came meanwhile is met or goes on being asked about; else we wait. */
export function alone(call: Call, because: "left" | "dropped", moment: Moment): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  const newcomer = "newcomer" in state ? state.newcomer : null;
  if (newcomer !== null && !call.asksFirst) return letIn(call, moment);
  const { room, seat, peer } = state;
  return enter(
    call,
    { name: "waiting", room, seat, because, peer: because === "dropped" ? peer : null, newcomer },
    ...stop("hold", "vouch", "offer"),
    { type: "close-link" },
  );
}

/** Somebody has the friend's seat: a call that flows goes on, and the person is asked. */
export function ask(call: Call, newcomer: Newcomer): Step {
  const { state } = call;
  if (!("newcomer" in state)) return stay(call);
  const { session, offer } = newcomer;
  const isNew = state.newcomer?.holder !== newcomer.holder;
  const isAlone = state.name === "waiting";
  return enter(
    call,
    // The friend has no seat now; should the newcomer go, they are waited for like any who is away.
    isAlone ? { ...state, newcomer } : { ...state, newcomer, away: true },
    ...(isAlone || state.away ? [] : [...stop("offer"), waitFor(state)]),
    ...(offer === null
      ? []
      : [{ type: "tell-asking", to: session, link: offer.connection } as const]),
    ...(isNew ? [{ type: "chime" } as const] : []),
  );
}

/** What a newcomer who is being asked about says meanwhile. */
export function addCandidate(
  newcomer: Newcomer,
  candidate: Newcomer["candidates"][number],
): Newcomer {
  const candidates = [...newcomer.candidates, candidate].slice(-MAX_CANDIDATES);
  return candidate.connection === newcomer.offer?.connection
    ? { ...newcomer, candidates }
    : newcomer;
}

/** The newcomer is the friend from now on. */
export function letIn(call: Call, moment: Moment): Step {
  const { state } = call;
  if (!("newcomer" in state) || state.newcomer === null) return stay(call);
  const { newcomer } = state;
  const met = meet(call, { peer: newcomer, offer: newcomer.offer, chime: false }, moment);
  const trickled = newcomer.candidates.map((signal): Effect => ({ type: "hand-over", signal }));
  return { call: met.call, effects: [{ type: "close-link" }, ...met.effects, ...trickled] };
}

/** The newcomer must go; the seat is the friend's again. */
export function turnOut(call: Call): Step {
  const { state } = call;
  if (!("newcomer" in state) || state.newcomer === null) return stay(call);
  const { session } = state.newcomer;
  return enter(call, { ...state, newcomer: null }, { type: "refuse", session });
}

/** What a friend without a socket in the room is waited for with. */
export function waitFor({ name }: Connecting | Connected | Reconnecting): Effect {
  return name === "connected" ? start("vouch", VOUCH_MS) : start("hold", AWAY_MS);
}

/** While the call flows, the friend's seat is theirs: the server is told so, again and again. */
export function onVouch(call: Call): Step {
  const { state } = call;
  if (state.name !== "connected" || !state.away) return stay(call);
  return stay(call, { type: "vouch", session: state.peer.session }, start("vouch", VOUCH_MS));
}
