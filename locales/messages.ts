/** The shape every language fills; a missing or unknown key fails the type check. */
import type { en } from "./en.ts";

/** Texts instead of the English words themselves. */
export type Widened<T> = T extends string ? string
  : T extends readonly string[] ? readonly string[]
  : { readonly [K in keyof T]: Widened<T[K]> };

export type Messages = Widened<typeof en>;

/** In the order of the language menu. */
export const LOCALES = ["en", "es", "it", "pt", "uk"] as const;
export type Locale = typeof LOCALES[number];

/** What each language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = {
  en: "English",
  es: "Español",
  it: "Italiano",
  pt: "Português",
  uk: "Українська",
};

export function isLocale(text: string): text is Locale {
  return (LOCALES as readonly string[]).includes(text);
}
