/** The two ways a reducer answers. */
import type { Effect, Step } from "./events.ts";
import type { Call, CallState } from "./state.ts";

/** Moves to `state` and asks for `effects`. */
export function enter(call: Call, state: CallState, ...effects: Effect[]): Step {
  return { call: { ...call, state }, effects };
}

/** Keeps the state and asks for `effects`. */
export function stay(call: Call, ...effects: Effect[]): Step {
  return { call, effects };
}
