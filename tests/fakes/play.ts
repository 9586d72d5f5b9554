/** Calls played event by event: where they come to, and what the last event asked for. */
import type { Effect } from "../../call/machine/effects.ts";
import type { CallEvent } from "../../call/machine/events.ts";
import { reduce } from "../../call/machine/reduce.ts";
import { type Call, initialCall, linkOf, requestOf } from "../../call/machine/state.ts";
import type { ErrorMessage, OfferSignal, ServerMessage, Signal } from "../../signaling/protocol.ts";
import { errorMessage, joinedMessage } from "./server_messages.ts";

/** Makes an event of the call as it is then. */
export type Answering = (call: Call) => CallEvent;
export type Move = CallEvent | Answering;

/** Wall clock of the first event, ms; each one later is 1 ms later. */
export const NOW = 1_000_000;

export const FRIEND = { session: "friend-1", holder: "holder-friend" };
/** The friend, with a socket in the room. */
export const PRESENT = { ...FRIEND, present: true };
/** The friend after a reload. */
export const BACK = { session: "friend-2", holder: FRIEND.holder };
export const STRANGER = { session: "stranger-1", holder: "holder-stranger" };

export interface Played {
  readonly call: Call;
  /** Of the last event. */
  readonly effects: readonly Effect[];
  readonly types: readonly Effect["type"][];
  /** Timers that run, with their ms. */
  readonly timers: Readonly<Record<string, number>>;
}

let ids = 0;

/** Plays `moves` from where `from` came to, or from the first page view. */
export function play(moves: readonly Move[], from?: Played): Played {
  let call = from?.call ?? initialCall({ room: "", enter: false });
  let effects: readonly Effect[] = [];
  const timers = { ...from?.timers };
  moves.forEach((move, index) => {
    const event = typeof move === "function" ? move(call) : move;
    if (event.type === "timer") delete timers[event.timer];
    const id = `id-${String(++ids).padStart(6, "0")}`;
    ({ call, effects } = reduce(call, event, { now: NOW + index, id }));
    for (const effect of effects) {
      if (effect.type === "start-timer") timers[effect.timer] = effect.ms;
      if (effect.type === "stop-timer") delete timers[effect.timer];
    }
  });
  return { call, effects, types: effects.map(({ type }) => type), timers };
}

/** The effects of one kind. */
export function asked<T extends Effect["type"]>(
  { effects }: Played,
  type: T,
): Extract<Effect, { type: T }>[] {
  return effects.filter((effect): effect is Extract<Effect, { type: T }> => effect.type === type);
}

export function server(message: ServerMessage): CallEvent {
  return { type: "server", message };
}

/** What the other side says, as the server passes it on. */
export function signal(from: string, signal: Signal): CallEvent {
  return server({ type: "signal", from, signal });
}

/** The seat that was asked for last. */
export function joined(
  more: Partial<Extract<ServerMessage, { type: "joined" }>> = {},
): Answering {
  return ({ state }) => server(joinedMessage(requestOf(state) ?? "nobody-asked", more));
}

export function full(retryInMs: number | null): Answering {
  return ({ state }) => {
    const request = requestOf(state) ?? "nobody-asked";
    return server({ type: "full", request, room: "Kitchen", retryInMs, firstInLine: false });
  };
}

export function error(code: ErrorMessage["code"], more: Partial<ErrorMessage> = {}): Answering {
  return ({ state }) => server(errorMessage(code, { request: requestOf(state), ...more }));
}

/** The `join` left with an offer. */
export function joinSent(offered: string | null, known: string | null = null): Answering {
  return ({ state }) => ({ type: "join-sent", request: requestOf(state) ?? "?", offered, known });
}

export function offerOf(connection: string): OfferSignal {
  return { kind: "offer", connection, id: "00000001", sdp: "v=0" };
}

export function arrived(
  peer: { readonly session: string; readonly holder: string },
  more: Partial<Extract<ServerMessage, { type: "arrived" }>> = {},
): CallEvent {
  const { session, holder } = peer;
  return server({
    type: "arrived",
    session,
    holder,
    resumed: false,
    connection: null,
    offer: null,
    ...more,
  });
}

export function away(session: string, reason: "closing" | "lost", holdMs = 15_000): CallEvent {
  return server({ type: "away", session, reason, holdMs });
}

export function left(session: string): CallEvent {
  return server({ type: "left", session });
}

export function timer(name: Extract<CallEvent, { type: "timer" }>["timer"]): CallEvent {
  return { type: "timer", timer: name };
}

type LinkNews = Exclude<Extract<CallEvent, { link: string }>["type"], "link-signal">;

/** News of the connection in use. */
export function link(type: LinkNews): Answering {
  return ({ state }) => ({ type, link: linkOf(state)?.id ?? "no-link" });
}

export const OPEN: CallEvent = { type: "socket-open" };
export const DOWN: CallEvent = { type: "socket-down" };
export const READY: readonly Move[] = [OPEN, { type: "media-ready" }];
export const JOINING: readonly Move[] = [...READY, { type: "join", room: "Kitchen" }];
export const WAITING: readonly Move[] = [...JOINING, joined()];
export const OFFER = offerOf("link-first-1");
export const CONNECTING: readonly Move[] = [
  ...WAITING,
  arrived(FRIEND, { connection: OFFER.connection, offer: OFFER }),
];
export const CONNECTED: readonly Move[] = [...CONNECTING, link("link-flowing")];
/** A reload: the page walks into its seat by itself. */
export const RETURNING: readonly Move[] = [
  OPEN,
  { type: "return-to", room: "Kitchen" },
  { type: "media-ready" },
];
