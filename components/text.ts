/** The chosen language's messages, for every component below the island. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale, Messages } from "../locales/messages.ts";

export interface Text {
  readonly locale: Locale;
  readonly messages: Messages;
}

const TextContext = createContext<Text | null>(null);

export const TextProvider = TextContext.Provider;

/** @throws {Error} outside a `TextProvider` */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error("Cannot find messages: no TextProvider above");
  return text;
}
