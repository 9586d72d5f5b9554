/** What goes on as long as the page lives: hints, heartbeats, the memory of the seat, the goodbye. */
import { watchNetworkHints } from "./hints.ts";

/** A link without a live microphone says "still here" this often, ms. */
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
export function livePage({ networkChanged, beat, keep, closing }: PageLife): () => void {
  const unwatch = watchNetworkHints(networkChanged);
  const timers = [setInterval(beat, BEAT_MS), setInterval(keep, KEEP_MS)];
  addEventListener("pagehide", closing);
  return () => {
    unwatch();
    timers.forEach((timer) => clearInterval(timer));
    removeEventListener("pagehide", closing);
  };
}
