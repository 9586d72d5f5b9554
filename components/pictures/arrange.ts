/** Which picture is large, and how much of it is seen: pure rules. */

/** The large picture; the others are small, in a corner. */
export type Large = "friend" | "self" | "screen";

export interface Arrangement {
  /** The person wants the other one large. */
  readonly isSwapped: boolean;
  /** The friend shares a screen. */
  readonly hasScreen: boolean;
}

/** A screen is there to be read, else the friend to be seen; swapped, a face takes its place. */
export function largePicture({ isSwapped, hasScreen }: Arrangement): Large {
  if (hasScreen) return isSwapped ? "friend" : "screen";
  return isSwapped ? "self" : "friend";
}

/**
 * How a picture takes the room there is. `auto`: cut as long as little is lost. `fill`: cut as much
 * as it needs. `fit`: never cut.
 */
export const FITS = ["auto", "fill", "fit"] as const;
export type Fit = typeof FITS[number];

/** At most this share of a picture's width or height is cut off to fill the frame. */
const MAX_CUT = 0.45;

export interface Fitting {
  /** Width divided by height. */
  readonly picture: number;
  readonly frame: number;
}

/**
 * The aspect a picture is shown with. `auto` is its frame's, if that cuts off little enough, else as
 * near to it as allowed: so a phone's upright picture is neither cut to a strip nor tiny in a wide
 * window.
 */
export function shownAspect({ picture, frame }: Fitting, fit: Fit = "auto"): number {
  if (fit === "fill") return frame;
  if (fit === "fit") return picture;
  const kept = 1 - MAX_CUT;
  return Math.min(Math.max(frame, picture * kept), picture / kept);
}

/** What the person gets who wants it otherwise: all of a cut picture, or the room filled. */
export function otherFit(isFilled: boolean): Fit {
  return isFilled ? "fit" : "fill";
}
