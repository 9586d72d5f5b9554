/** One page's facts: what is measured, seen in the light of what the person and the page do. */
import type { ExtraContext } from "../extras/extra.ts";
import type { Facts } from "./facts.ts";
import { createGrace } from "./grace.ts";
import { measure, type Measured } from "./measure.ts";
import type { Player } from "./player.ts";
import type { Reading } from "./reading.ts";

/** Until the first picture moves, ms: a slow device needs that long. */
const FIRST_PICTURE_MS = 4_000;
/**
 * Since a microphone was switched on or changed, or a player went on, ms: what either page measures
 * is of that time only after this.
 */
const VOICE_GRACE_MS = 1_200;
/** The same of a camera, which takes longer to wake, ms. */
const CAMERA_GRACE_MS = 2_000;
/** How often a picture that moves is looked at, ms: Chromium keeps a copy of each one drawn. */
const BLACK_LOOK_MS = 1_200;

export interface GatherOptions extends Pick<ExtraContext, "own" | "remote"> {
  readonly player: Player;
  readonly now: () => number;
}

/** What a picture was when it was looked at last. */
interface Look {
  readonly stream: MediaStream;
  readonly at: number;
  readonly black: boolean;
}

export interface Gathering {
  /** Of one connection, the newest last. */
  readonly readings: readonly Reading[];
  /** Since when it has a way, by the monotonic clock. */
  readonly since: number;
  /** What the friend's page said last. */
  readonly friend: Facts | null;
}

export function createGatherer(
  { own, remote, player, now }: GatherOptions,
): (gathering: Gathering) => Facts {
  const voice = createGrace(now, VOICE_GRACE_MS);
  const camera = createGrace(now, CAMERA_GRACE_MS);
  const playing = createGrace(now, VOICE_GRACE_MS);
  let looked: Look | null = null;

  function isBlackNow(stream: MediaStream): boolean {
    if (looked === null || looked.stream !== stream || now() - looked.at >= BLACK_LOOK_MS) {
      looked = { stream, at: now(), black: player.isBlack(stream) === true };
    }
    return looked.black;
  }

  return ({ readings, since, friend }) => {
    const measured = measure(readings);
    const { audio, video } = own.capture.tracks();
    const { muted, cameraOff } = own.controls.peek();
    const stream = remote.peek();
    const plays = stream === null ? null : player.playsSound(stream);
    const isVoiceOff = voice.isOff({ track: audio, off: muted });
    const isCameraOff = camera.isOff({ track: video, off: cameraOff });
    // Chromium decodes nothing for a player that stands still.
    const isStill = playing.isOff({ track: null, off: plays !== true });
    const isSeen = player.isSeen();
    const isEarly = now() - since < FIRST_PICTURE_MS;
    // Looking costs more than counting: only where it would be a fault.
    const isBlack = stream !== null && friend?.camera === "sends" &&
      measured.picture === "moves" && isBlackNow(stream);
    return {
      microphone: isVoiceOff ? "muted" : audio === null ? "silent" : microphoneOf(measured, friend),
      voice: isStill ? "unknown" : measured.voice,
      player: plays === null ? "unknown" : plays ? "plays" : "blocked",
      camera: isCameraOff || video === null ? "off" : isSeen ? measured.camera : "unknown",
      picture: !isSeen || isEarly ? "unknown" : isBlack ? "black" : measured.picture,
    };
  };
}

/** Whether it is a voice matters only to a friend who hears nothing. */
function microphoneOf({ microphone }: Measured, friend: Facts | null): Facts["microphone"] {
  if (microphone === "voice") return "sounds";
  const isUnheard = friend?.voice === "silence" || friend?.voice === "nothing";
  return microphone === "quiet" && !isUnheard ? "sounds" : microphone;
}
