import type { PersonEvent } from "../call/machine/events.ts";
import type { CallState, StateName } from "../call/machine/state.ts";

export type StateOf<Name extends StateName> = Extract<CallState, { readonly name: Name }>;
export type Dispatch = (event: PersonEvent) => void;
