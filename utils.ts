/** What every route shares. */
import { createDefine } from "fresh";

/** Nothing is carried from one middleware to the next yet. */
export type State = Record<never, never>;

export const define = createDefine<State>();
