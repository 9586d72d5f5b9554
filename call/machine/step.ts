/** What the parts of the reducer share: the ways it answers, and being left alone in a room. */
import type { Effect, Step } from "./events.ts";
import { type Call, type CallState, isSeated } from "./state.ts";

/** When a full room is tried again by itself and nobody said when a seat may come free. */
export const FULL_RETRY_MS = 5_000;

/** Moves to `state` and asks for `effects`. */
export function enter(call: Call, state: CallState, ...effects: Effect[]): Step {
  return { call: { ...call, state }, effects };
}

/** Keeps the state and asks for `effects`. */
export function stay(call: Call, ...effects: Effect[]): Step {
  return { call, effects };
}

/** The seat is kept, the friend is gone: wait for them to come back. */
export function alone(call: Call, because: "left" | "dropped"): Step {
  const { state } = call;
  if (!isSeated(state)) return stay(call);
  return enter(
    { ...call, link: null, flowing: false },
    { name: "waiting", room: state.room, peer: null, because },
    { type: "stop-timer", timer: "hold" },
    { type: "close-link" },
  );
}
