/**
 * Whether the sound that comes with a screen may be sent. Sound of the whole system has the friend's
 * own voice in it: they would hear themselves. So only sound goes that surely has not, by what the
 * browser says of its tracks (W3C Screen Capture, 5.4 and 5.5); what it does not say counts against.
 */

/** Not all in TypeScript's DOM library. */
export interface CaptureSettings {
  /** `browser`: one tab; `window`, `monitor`. */
  readonly displaySurface?: string | undefined;
  /** What this very page plays is taken out. */
  readonly restrictOwnAudio?: boolean | undefined;
}

export interface CapturedTracks {
  readonly screen: CaptureSettings;
  readonly sound: CaptureSettings;
  /** The captured tab is this page; `null`: the browser does not tell. */
  readonly isThisPage: boolean | null;
}

/** `false`: it may carry the call back. */
export function isFreeOfCall({ screen, sound, isThisPage }: CapturedTracks): boolean {
  if (sound.restrictOwnAudio === true) return true;
  return screen.displaySurface === "browser" && isThisPage === false;
}
