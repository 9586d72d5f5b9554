/** The words of the extras in the chosen language: they come with the seat's screens, and change with it. */
import { signal } from "@preact/signals";
import { loadExtraMessages } from "../locales/extras/load.ts";
import type { ExtraMessages } from "../locales/extras/messages.ts";
import type { Locale } from "../locales/messages.ts";

const shown = signal<ExtraMessages | null>(null);
let wanted: Locale | null = null;

/** @throws {TypeError} where they cannot be fetched */
export async function loadExtraText(locale: Locale): Promise<void> {
  wanted = locale;
  const messages = await loadExtraMessages(locale);
  // Another language was chosen meanwhile.
  if (wanted === locale) shown.value = messages;
}

/** @throws {Error} before they are loaded */
export function useExtraText(): ExtraMessages {
  const { value } = shown;
  if (value === null) throw new Error("Cannot find the words of the extras: not loaded");
  return value;
}
