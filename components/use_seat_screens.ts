import { asset } from "fresh/runtime";
import { useEffect, useState } from "preact/hooks";
import type { CallState } from "../call/machine/state.ts";

/** The part of the page for people with a seat, once it is there. */
export type SeatScreens = typeof import("./seat_screens.ts");

/** Written by the build (`styles.ts`): the rules only the seat's screens need. */
const STYLESHEET = "/seat.css";

/** The server may be back by then: the person cannot do anything before. */
const TRY_AGAIN_MS = 1_000;

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
  const [screens, setScreens] = useState<SeatScreens | null>(null);

  useEffect(() => {
    if (!isNeeded || screens !== null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let done = false;
    async function fetchScreens() {
      try {
        const [loaded] = await Promise.all([import("./seat_screens.ts"), loadStyles()]);
        if (!done) setScreens(loaded);
      } catch {
        if (!done) timer = setTimeout(fetchScreens, TRY_AGAIN_MS);
      }
    }
    fetchScreens();
    return () => {
      done = true;
      clearTimeout(timer);
    };
  }, [isNeeded, screens]);
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
