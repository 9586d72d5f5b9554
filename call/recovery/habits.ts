/** Where browsers differ in how a cut shows and heals: data, so that no branch is spread over files. */
import type { Engine } from "../platform.ts";

export interface Habits {
  /**
   * `iceConnectionState` says `disconnected` within 20 ms of a change of address (Firefox 153), and
   * not only after 5 s of silence (Chromium 156): then it is news worth acting on.
   */
  readonly disconnectedIsNews: boolean;
  /**
   * Where one of the two has it, a new connection is sooner back after a cut than the old one: Firefox
   * 153 has no way to ask its encoder for a whole picture, for which the friend's decoder waits a second,
   * and its own waits up to 3 s for one of Chromium's. Between two Chromium 156 the old one has returned
   * by then, and a new one would make the picture stand a second time.
   */
  readonly startsAnewAfterCut: boolean;
  /** Packs the voice as the friend's description wishes, and anew when it is read again. */
  readonly packsAsWished: boolean;
}

/** How Firefox begins its descriptions (RFC 8866, 5.2); others do not name themselves. */
const FIREFOX_ORIGIN = /^o=mozilla/m;

/** What the friend's description tells of theirs; `null`: it names no engine. */
export function habitsBehind(sdp: string): Habits | null {
  return FIREFOX_ORIGIN.test(sdp) ? HABITS.firefox : null;
}

export const HABITS: Readonly<Record<Engine, Habits>> = {
  chromium: { disconnectedIsNews: false, startsAnewAfterCut: false, packsAsWished: true },
  firefox: { disconnectedIsNews: true, startsAnewAfterCut: true, packsAsWished: false },
  webkit: { disconnectedIsNews: false, startsAnewAfterCut: false, packsAsWished: false },
};
