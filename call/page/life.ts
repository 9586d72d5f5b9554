/** What goes on as long as the page lives: hints, heartbeats, the memory of the seat, the goodbye. */
import type { Platform } from "../platform.ts";

/** A connection without a live microphone says "still here" this often, ms. */
const BEAT_MS = 500;
/** How often the kept seat's time is refreshed, ms. */
const KEEP_MS = 30_000;

export interface PageLife {
  readonly networkChanged: () => void;
  readonly beat: () => void;
  readonly keep: () => void;
  readonly closing: () => void;
}

/** @returns the disposer */
export function livePage({ clock, page }: Pick<Platform, "clock" | "page">, life: PageLife) {
  const disposers = [
    page.onNetworkHint(life.networkChanged),
    page.onClosing(life.closing),
    clock.every(BEAT_MS, life.beat),
    clock.every(KEEP_MS, life.keep),
  ];
  return () => disposers.forEach((dispose) => dispose());
}
