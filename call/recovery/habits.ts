/** Where browsers differ in how a cut shows and heals: data, so that no branch is spread over files. */
import type { Engine } from "../platform.ts";

export interface Habits {
  /**
   * `iceConnectionState` says `disconnected` within 20 ms of a change of address (Firefox 153), and
   * not only after 5 s of silence (Chromium 156): then it is news worth acting on.
   */
  readonly disconnectedIsNews: boolean;
  /**
   * After a cut a new connection is sooner back than the old one: Firefox 153 has no way to ask its
   * encoder for a whole picture, and the friend's decoder waits a second for one. In Chromium 156 the
   * old one has returned by then, and a new one would make the picture stand a second time.
   */
  readonly startsAnewAfterCut: boolean;
  /** Packs the voice as the friend's description wishes, and anew when it is read again. */
  readonly packsAsWished: boolean;
}

export const HABITS: Readonly<Record<Engine, Habits>> = {
  chromium: { disconnectedIsNews: false, startsAnewAfterCut: false, packsAsWished: true },
  firefox: { disconnectedIsNews: true, startsAnewAfterCut: true, packsAsWished: false },
  webkit: { disconnectedIsNews: false, startsAnewAfterCut: false, packsAsWished: false },
};
