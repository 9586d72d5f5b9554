import type { Widened } from "../messages.ts";
import type { en } from "./en.ts";

/** The shape every language fills: a missing or unknown key fails the type check. */
export type ExtraMessages = Widened<typeof en>;
