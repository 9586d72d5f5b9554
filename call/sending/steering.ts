/**
 * How much is sent over a connection, and how, by what its monitor reads; and the figures for the
 * screen. Known only of media that flow: fetched then.
 */
import type { Signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { transceiversByLane } from "../connection/lanes.ts";
import type { Figures } from "../facts.ts";
import type { Flow } from "../recovery/ladder.ts";
import { readStats, type Sample } from "./stats.ts";
import { limitSending, type SendingWishes } from "./encodings.ts";
import { figuresBetween } from "./figures.ts";
import { packVoice } from "./packing.ts";
import { initialVideoPolicy, steerVideo, type VideoPolicy } from "./video_policy.ts";

/** Figures are over this much time; shorter would flicker, ms. */
const FIGURES_MS = 2_000;
const STEER_MS = 500;

export interface SteeringOptions {
  /** What the person wants, and how media come, at this moment. */
  readonly now: () => { readonly wishes: SendingWishes; readonly flow: Flow };
  /** Handed in, so that the part of the page that is there already stays one. */
  readonly transceiversByLane: typeof transceiversByLane;
  /** Packs the voice as the friend's description wishes (`recovery/habits.ts`). */
  readonly packsAsWished: boolean;
  readonly figures: Signal<Figures | null>;
  readonly videoPaused: (paused: boolean) => void;
  readonly failed: (error: unknown) => void;
}

export interface Steering {
  /** Sends as is wished now; with a whole picture first, where the friend's has stood. */
  limit(keyFrame?: boolean): void;
  /** The monitor has looked. */
  look(report: RTCStatsReport, atMs: number): void;
}

export function createSteering(connection: Connection, options: SteeringOptions): Steering {
  const { pc } = connection;
  let policy: VideoPolicy | null = null;
  let steeredAt = 0;
  let samples: readonly Sample[] = [];
  let limiting: Promise<void> = Promise.resolve();

  function limit(keyFrame = false): void {
    limiting = limiting.then(() => limitWith(keyFrame)).catch(options.failed);
  }

  async function limitWith(keyFrame: boolean): Promise<void> {
    const { wishes, flow } = options.now();
    const { paused = false, tight = false, lossy = false } = policy ?? {};
    const lanes = options.transceiversByLane(pc);
    // What is sent into a cut is asked for again after it, and so late a picture makes the friend's
    // browser hold the new ones back for a second or two. The voice goes on, to be heard by.
    const isHeard = (lanes.get("voice")?.sender.track ?? null) !== null;
    const videoPaused = paused || (flow === "stalled" && isHeard);
    await limitSending(lanes, { ...wishes, videoPaused, tight, keyFrame });
    if (!options.packsAsWished) return;
    await connection.aside(() => packVoice(pc, { thin: tight, twice: lossy }));
  }

  function steer(sample: Sample): void {
    // Nothing can be learned about a way that is cut.
    if (options.now().flow !== "flowing" || sample.atMs - steeredAt < STEER_MS) return;
    steeredAt = sample.atMs;
    const before = policy ?? initialVideoPolicy(sample.atMs);
    const { availableBps, remoteLossShare: lossShare, roundTripMs } = sample;
    policy = steerVideo(before, { now: sample.atMs, availableBps, lossShare, roundTripMs });
    const { paused, tight, lossy } = policy;
    if (paused !== before.paused || tight !== before.tight || lossy !== before.lossy) limit();
    if (paused !== before.paused) options.videoPaused(paused);
  }

  return {
    limit,
    look(report, atMs) {
      const lanes = Array.from(options.transceiversByLane(pc), ([lane, { mid }]) => {
        return [mid, lane] as const;
      });
      const sample = readStats(report, atMs, new Map(lanes));
      const old = samples[0];
      if (old !== undefined && sample.atMs - old.atMs >= FIGURES_MS) {
        options.figures.value = figuresBetween(old, sample);
        samples = samples.filter(({ atMs }) => sample.atMs - atMs < FIGURES_MS);
      }
      samples = [...samples, sample];
      steer(sample);
    },
  };
}
