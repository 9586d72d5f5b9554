/** What the reducer asks the edge to do (`run_effect.ts` does it), and how it answers. */
import type { OfferSignal, Signal } from "../../signaling/protocol.ts";
import type { TimerName } from "./events.ts";
import type { Call, CallState } from "./state.ts";

export type Effect =
  | { readonly type: "acquire-media" }
  | { readonly type: "release-media" }
  /** Sends `join`, with the prepared offer unless connection `link` still lives. */
  | {
    readonly type: "join";
    readonly request: string;
    readonly room: string;
    readonly link: string | null;
  }
  | { readonly type: "leave" }
  | { readonly type: "vouch"; readonly session: string }
  | { readonly type: "refuse"; readonly session: string }
  /** The offer that went with `join` has somebody to answer it: it is the connection from now on. */
  | { readonly type: "adopt"; readonly link: string }
  /** Answers the friend's offer on a new connection. */
  | { readonly type: "answer"; readonly offer: OfferSignal }
  /** Starts a new connection and offers it. */
  | { readonly type: "offer"; readonly link: string }
  /** Says again what the other may have missed while a socket was down. */
  | { readonly type: "say-again" }
  /** Gives the connection in use a signal of the friend's. */
  | { readonly type: "hand-over"; readonly signal: Signal }
  /** Tells a newcomer that our person is being asked. */
  | { readonly type: "tell-asking"; readonly to: string; readonly link: string }
  | { readonly type: "close-link" }
  | { readonly type: "remember-seat"; readonly room: string; readonly token: string }
  | { readonly type: "forget-seat"; readonly room: string }
  | { readonly type: "start-timer"; readonly timer: TimerName; readonly ms: number }
  | { readonly type: "stop-timer"; readonly timer: TimerName }
  | { readonly type: "chime" };

/** One step of the call. */
export interface Step {
  readonly call: Call;
  readonly effects: readonly Effect[];
}

/** What a step may use besides call and event. */
export interface Moment {
  /** ms since the epoch. */
  readonly now: number;
  /** A name never used before, for one thing this step brings into being. */
  readonly id: string;
}

/** Moves to `state` and asks for `effects`. */
export function enter(call: Call, state: CallState, ...effects: Effect[]): Step {
  return { call: { ...call, state }, effects };
}

/** Keeps the state and asks for `effects`. */
export function stay(call: Call, ...effects: Effect[]): Step {
  return { call, effects };
}

export function start(timer: TimerName, ms: number): Effect {
  return { type: "start-timer", timer, ms };
}

export function stop(...timers: readonly TimerName[]): Effect[] {
  return timers.map((timer) => ({ type: "stop-timer", timer }));
}
