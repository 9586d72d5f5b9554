/** The words of the extras in one language: each is a chunk of its own. */
import type { Locale } from "../messages.ts";
import type { ExtraMessages } from "./messages.ts";

const LOADERS: Readonly<Record<Locale, () => Promise<ExtraMessages>>> = {
  en: async () => (await import("./en.ts")).en,
  es: async () => (await import("./es.ts")).es,
  it: async () => (await import("./it.ts")).it,
  pt: async () => (await import("./pt.ts")).pt,
  uk: async () => (await import("./uk.ts")).uk,
};

/** @throws {TypeError} where they cannot be fetched */
export function loadExtraMessages(locale: Locale): Promise<ExtraMessages> {
  return LOADERS[locale]();
}
