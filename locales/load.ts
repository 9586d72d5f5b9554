/** The messages of another language, fetched when somebody chooses it: each is a chunk of its own. */
import type { Locale, Messages } from "./messages.ts";

const LOADERS: Readonly<Record<Locale, () => Promise<Messages>>> = {
  en: async () => (await import("./en.ts")).en,
  es: async () => (await import("./es.ts")).es,
  it: async () => (await import("./it.ts")).it,
  pt: async () => (await import("./pt.ts")).pt,
  uk: async () => (await import("./uk.ts")).uk,
};

/** @throws {TypeError} where it cannot be fetched */
export function loadMessages(locale: Locale): Promise<Messages> {
  return LOADERS[locale]();
}
