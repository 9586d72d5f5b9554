/** What the person set up for themselves; remembered by this browser. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Corner } from "./movable.ts";
import { type Remembered, useRemembered } from "./use_remembered.ts";

/** Kept under this name; the engine wants to know before there is a screen. */
export const ASK_FIRST = "ask-first";

export interface Preferences {
  /** Whether to be asked about whoever comes in while one waits. */
  readonly askFirst: Remembered<"off" | "on">;
  readonly shortcuts: Remembered<"on" | "off">;
  readonly selfView: Remembered<"shown" | "hidden">;
  readonly corner: Remembered<Corner>;
}

const PreferencesContext = createContext<Preferences | null>(null);

export const PreferencesProvider = PreferencesContext.Provider;

export function useStoredPreferences(): Preferences {
  return {
    askFirst: useRemembered(ASK_FIRST, ["off", "on"]),
    shortcuts: useRemembered("shortcuts", ["on", "off"]),
    selfView: useRemembered("self-view", ["shown", "hidden"]),
    corner: useRemembered("corner", ["bottom-right", "bottom-left", "top-right", "top-left"]),
  };
}

/** @throws {Error} outside a `PreferencesProvider` */
export function usePreferences(): Preferences {
  const preferences = useContext(PreferencesContext);
  if (preferences === null) {
    throw new Error("Cannot find preferences: no PreferencesProvider above");
  }
  return preferences;
}
