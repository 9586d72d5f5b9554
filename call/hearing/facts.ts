/**
 * What each page measures of the way from one person's mouth to the other's ear, and from camera to
 * eye. Both tell each other theirs; `verdict.ts` finds the silent hop from the two together.
 */
import * as v from "valibot";

/** `unknown` everywhere: the browser does not tell, or it is too early to say. */
export const Facts = v.strictObject({
  /** What one's own microphone gives; `quiet`: less than a voice, while the friend hears nothing. */
  microphone: v.picklist(["muted", "silent", "quiet", "sounds", "unknown"]),
  /** What arrives of the friend's voice; `nothing`: not a packet. */
  voice: v.picklist(["sound", "silence", "nothing", "unknown"]),
  /** Whether what arrives is played; `blocked`: stopped, or without sound. */
  player: v.picklist(["plays", "blocked", "unknown"]),
  /** What one's own camera gives; `stuck`: no frames; `held`: the line has no room for them. */
  camera: v.picklist(["off", "stuck", "held", "sends", "unknown"]),
  /** What arrives of the friend's picture. */
  picture: v.picklist(["moves", "still", "black", "unknown"]),
});
export type Facts = Readonly<v.InferOutput<typeof Facts>>;

export const NOTHING_KNOWN: Facts = {
  microphone: "unknown",
  voice: "unknown",
  player: "unknown",
  camera: "unknown",
  picture: "unknown",
};
