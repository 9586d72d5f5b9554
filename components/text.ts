/** The chosen language's messages, for every component below the island. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Locale, Messages } from "../locales/messages.ts";

export interface Text {
  readonly locale: Locale;
  readonly messages: Messages;
}

/** @returns `false` where the language cannot be loaded: then it stays as it was */
export type ChooseLanguage = (locale: Locale) => Promise<boolean>;

const TextContext = createContext<Text | null>(null);
const ChooseContext = createContext<ChooseLanguage | null>(null);

export const TextProvider = TextContext.Provider;
export const ChooseProvider = ChooseContext.Provider;

/** @throws {Error} outside a `TextProvider` */
export function useText(): Text {
  const text = useContext(TextContext);
  if (text === null) throw new Error("Cannot find messages: no TextProvider above");
  return text;
}

/** @throws {Error} outside a `ChooseProvider` */
export function useChooseLanguage(): ChooseLanguage {
  const choose = useContext(ChooseContext);
  if (choose === null) throw new Error("Cannot change the language: no ChooseProvider above");
  return choose;
}
