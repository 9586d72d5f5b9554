/**
 * "Can they hear me?", answered by the other side: each page measures what it sends and what it plays,
 * and tells. Within three seconds both know which hop is silent. A notice says so on either page.
 */
import * as v from "valibot";
import type { Connection } from "../connection/connection.ts";
import type { Extra, ExtraContext } from "../extras/extra.ts";
import { createAlarms } from "./alarms.ts";
import { Facts } from "./facts.ts";
import { keep, measure } from "./measure.ts";
import { createGrace } from "./grace.ts";
import { NO_PLAYER, type Player } from "./player.ts";
import { readConnection, type Reading } from "./reading.ts";
import { silentHops } from "./verdict.ts";

/** How often it is measured, ms. */
export const LOOK_MS = 400;
/** Until the first picture moves, ms: a slow device needs that long. */
const FIRST_PICTURE_MS = 4_000;
/** After a microphone is switched on or changed, or a player goes on: older than this is what either page measures, ms. */
const VOICE_GRACE_MS = 1_200;
/** The same of a camera, which takes longer to wake, ms. */
const CAMERA_GRACE_MS = 2_000;

export type HearingContext = Pick<
  ExtraContext,
  "platform" | "own" | "remote" | "notices" | "say"
>;

interface Watched {
  readonly connection: Connection;
  /** Since when it has a way; `null`: it has none yet. */
  since: number | null;
  readings: readonly Reading[];
}

export function createHearing(context: HearingContext, player: Player = NO_PLAYER): Extra {
  const { platform: { clock }, own, remote } = context;
  const now = () => clock.monotonic();
  const alarms = createAlarms(now, context.notices.set);
  const voice = createGrace(now, VOICE_GRACE_MS);
  const camera = createGrace(now, CAMERA_GRACE_MS);
  const playing = createGrace(now, VOICE_GRACE_MS);
  let holder: string | null = null;
  let watched: Watched | null = null;
  let stop: (() => void) | null = null;
  let reading = false;
  let friend: Facts | null = null;
  let facts: Facts | null = null;
  /** What the friend's page knows, as JSON. */
  let said = "";

  async function look(): Promise<void> {
    const mine = watched;
    // Before there is a way, and while it is cut, nothing is sent that could be lost.
    if (mine === null || reading || !mine.connection.hasPath) return;
    reading = true;
    mine.since ??= now();
    try {
      mine.readings = keep(mine.readings, await readConnection(mine.connection.pc, now));
      if (watched !== mine) return;
      facts = factsOf(mine);
      tell();
      judge(facts);
    } catch {
      // A connection that is being closed has no statistics.
    } finally {
      reading = false;
    }
  }

  function factsOf({ readings, since }: Watched): Facts {
    const measured = measure(readings);
    const { audio, video } = own.capture.tracks();
    const { muted, cameraOff } = own.controls.peek();
    const isVoiceOff = voice.isOff({ track: audio, off: muted });
    const isCameraOff = camera.isOff({ track: video, off: cameraOff });
    const isSeen = player.isSeen();
    const stream = remote.peek();
    const plays = stream === null ? null : player.playsSound(stream);
    const isStill = playing.isOff({ track: null, off: plays !== true });
    return {
      microphone: isVoiceOff ? "muted" : audio === null ? "silent" : microphoneOf(measured),
      // Chromium decodes nothing for a player that stands still.
      voice: isStill ? "unknown" : measured.voice,
      player: plays === null ? "unknown" : plays ? "plays" : "blocked",
      camera: isCameraOff || video === null ? "off" : isSeen ? measured.camera : "unknown",
      picture: !isSeen || now() - (since ?? now()) < FIRST_PICTURE_MS
        ? "unknown"
        : measured.picture === "moves" && isBlack(stream)
        ? "black"
        : measured.picture,
    };
  }

  /** Whether it is a voice matters only to a friend who hears nothing. */
  function microphoneOf({ microphone }: ReturnType<typeof measure>): Facts["microphone"] {
    if (microphone === "voice") return "sounds";
    const isUnheard = friend?.voice === "silence" || friend?.voice === "nothing";
    return microphone === "quiet" && !isUnheard ? "sounds" : microphone;
  }

  function isBlack(stream: MediaStream | null): boolean {
    // Looking costs more than counting: only where it would be a fault.
    return stream !== null && friend?.camera === "sends" && player.isBlack(stream) === true;
  }

  function tell(): void {
    const text = JSON.stringify(facts);
    if (facts !== null && text !== said && context.say("hearing", facts)) said = text;
  }

  function judge(own: Facts): void {
    const lost = silentHops(own, friend);
    for (const direction of ["to-friend", "from-friend"] as const) {
      const { voice, picture } = lost[direction];
      // One's own player gets its button whatever else is silent, see below.
      const isOwnPlayer = direction === "from-friend" && voice === "sound-blocked";
      alarms.set(`voice ${direction}`, isOwnPlayer ? null : voice, direction);
      alarms.set(`picture ${direction}`, picture, direction);
    }
    alarms.set("player", own.player === "blocked" ? "sound-blocked" : null, "from-friend");
  }

  function release(): void {
    stop?.();
    stop = watched = facts = null;
    said = "";
    alarms.clear();
  }

  return {
    with(whom) {
      if (whom === holder) return;
      holder = whom;
      friend = null;
      said = "";
      alarms.forget();
    },
    follow(connection) {
      // What another life of their page said is of that life.
      friend = null;
      said = "";
      watched = { connection, since: null, readings: [] };
      stop ??= clock.every(LOOK_MS, () => void look());
    },
    opened() {
      said = "";
      tell();
    },
    receive(body) {
      const message = v.safeParse(Facts, body);
      // Judged when it is looked next: however often they say it, no more than that.
      if (message.success) friend = message.output;
    },
    release,
    end: release,
  };
}
