/** Where browsers differ in how a cut shows and heals: data, so that no branch is spread over files. */
import type { Engine } from "../platform.ts";

export interface Habits {
  /**
   * `iceConnectionState` says `disconnected` within 20 ms of a change of address (Firefox 153), and
   * not only after 5 s of silence (Chromium 156): then it is news worth acting on.
   */
  readonly disconnectedIsNews: boolean;
}

export const HABITS: Readonly<Record<Engine, Habits>> = {
  chromium: { disconnectedIsNews: false },
  firefox: { disconnectedIsNews: true },
  webkit: { disconnectedIsNews: false },
};
