import type { PersonEvent } from "../call/events.ts";
import type { CallState, StateName } from "../call/state.ts";

export type StateOf<Name extends StateName> = Extract<CallState, { readonly name: Name }>;
export type Dispatch = (event: PersonEvent) => void;
