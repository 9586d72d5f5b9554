/**
 * When the screens are shown a step of the call. The browser negotiates on the thread that lays them
 * out, so that a new screen at the wrong moment holds the friend's first frame back by 50–100 ms.
 */
import type { Signal } from "@preact/signals";
import type { Clock } from "../../signaling/clock.ts";
import { type Call, hasFriend } from "./state.ts";

/** Two who see each other sooner than this after meeting need not read that they are being connected. */
export const MEETING_MS = 400;

export interface ShowingOptions {
  /** What the screens see. */
  readonly shown: Signal<Call>;
  readonly clock: Clock;
  /** An answer that is being made goes first; `null`: none is. */
  readonly urgent: () => Promise<void> | null;
}

export interface Showing {
  show(call: Call): void;
  stop(): void;
}

export function createShowing({ shown, clock, urgent }: ShowingOptions): Showing {
  let latest = shown.value;
  /** Runs while two are being connected and the screens do not say so yet. */
  let meeting: (() => void) | null = null;

  function look(): void {
    const wait = urgent();
    if (wait !== null) return void wait.then(look);
    if (isMeeting(latest, shown.value)) meeting ??= clock.after(MEETING_MS, reveal);
    else reveal();
  }

  function reveal(): void {
    stop();
    shown.value = latest;
  }

  function stop(): void {
    meeting?.();
    meeting = null;
  }

  return {
    show(call) {
      latest = call;
      look();
    },
    stop,
  };
}

/** Two are being connected, nothing is asked of anybody meanwhile, and nobody pressed anything for it. */
function isMeeting({ state }: Call, { state: shown }: Call): boolean {
  if (state.name !== "connecting" || state.asking || state.noPath) return false;
  const isLetIn = shown.name === "waiting" && shown.newcomer !== null;
  return !isLetIn && !hasFriend(shown);
}
