import { asset } from "fresh/runtime";
import { useEffect } from "preact/hooks";
import type { CallState } from "../call/machine/state.ts";
import type { Locale } from "../locales/messages.ts";
import { useText } from "./text.ts";
import { usePart } from "./use_part.ts";

/** The part of the page for people with a seat, once it is there. */
export type SeatScreens = typeof import("./seat_screens.ts");

/** Written by the build (`styles.ts`): the rules only the seat's screens need. */
const STYLESHEET = "/seat.css";

/** Whether the part is wanted: not before camera and microphone were asked for. */
export function needsSeatScreens(state: CallState): boolean {
  if (state.name === "blocked") return false;
  // Whoever comes back to a room is not asked, and has the seat soon.
  return state.name !== "permission" || state.then.enter;
}

/**
 * Fetches the part with its stylesheet while the person types a room's name: early enough for what
 * is said in a `status` to find it on the page, late enough not to stand before the prompt.
 */
export function useSeatScreens(isNeeded: boolean): SeatScreens | null {
  const { locale } = useText();
  const screens = usePart(isNeeded, () => loadScreens(locale));
  useEffect(() => {
    // Where they cannot be had, the words stay as they were.
    screens?.loadExtraText(locale).catch(() => {});
  }, [locale]);
  return screens;
}

/** The part with its words and its stylesheet: it cannot be shown without them. */
async function loadScreens(locale: Locale): Promise<SeatScreens> {
  const [screens] = await Promise.all([import("./seat_screens.ts"), loadStyles()]);
  await screens.loadExtraText(locale);
  return screens;
}

/** @throws {Error} where the stylesheet cannot be had */
async function loadStyles(): Promise<void> {
  const href = asset(STYLESHEET);
  if (document.querySelector(`link[href="${href}"]`) !== null) return;
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = href;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  link.onload = () => resolve();
  link.onerror = () => reject(new Error(`Cannot load ${href}`));
  document.head.append(link);
  await promise.catch((error) => {
    link.remove();
    throw error;
  });
}
