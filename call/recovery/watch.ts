/** Follows the current link: what its monitor sees becomes events, figures and sending limits. */
import type { Signal as PreactSignal } from "@preact/signals";
import type { LinkEvent } from "../machine/events.ts";
import type { Flow } from "./ladder.ts";
import type { Link } from "../connection/connection.ts";
import { type Monitor, monitor } from "./monitor.ts";
import { initialVideoPolicy, steerVideo, type VideoPolicy } from "../sending/video_policy.ts";
import { limitSending } from "../sending/encodings.ts";
import { figuresBetween, type Sample } from "./stats.ts";
import type { Figures } from "../view.ts";

/** Figures are over this much time; shorter would flicker, ms. */
const FIGURES_MS = 2_000;
const STEER_MS = 1_000;

export interface WatchOptions {
  readonly figures: PreactSignal<Figures | null>;
  readonly event: (event: LinkEvent) => void;
  readonly flow: (flow: Flow) => void;
  readonly restart: (how: { readonly freshServers: boolean; readonly anew: boolean }) => void;
  /** Whether a new link could be agreed on now; else restarts go on. */
  readonly canStartAnew: () => boolean;
  readonly hasRelay: () => boolean;
  readonly videoPaused: (paused: boolean) => void;
  readonly woke: () => void;
}

export interface Watch {
  readonly monitor: Monitor;
  setLowData(on: boolean): void;
  stop(): void;
}

export function watchLink(link: Link, lowDataNow: boolean, options: WatchOptions): Watch {
  const { id } = link;
  let lowData = lowDataNow;
  let policy: VideoPolicy | null = null;
  let steeredAt = 0;
  let flowing: Flow = "starting";
  let hinted = false;
  let samples: readonly Sample[] = [];
  let limiting: Promise<void> = Promise.resolve();

  function limit(keyFrame = false): void {
    const limits = { lowData, videoPaused: policy?.paused ?? false, keyFrame };
    limiting = limiting.then(() => limitSending(link.pc, limits)).catch((error) => {
      if (link.pc.signalingState !== "closed") console.error("Duet: cannot limit sending", error);
    });
  }

  function steer(sample: Sample): void {
    // Nothing can be learned about a way that is cut.
    if (policy === null || flowing !== "flowing" || sample.atMs - steeredAt < STEER_MS) return;
    steeredAt = sample.atMs;
    const { availableBps, remoteLossShare } = sample;
    const before = policy.paused;
    policy = steerVideo(policy, { now: sample.atMs, availableBps, lossShare: remoteLossShare });
    if (policy.paused === before) return;
    limit();
    options.videoPaused(policy.paused);
  }

  const watching = monitor(link, {
    flow(flow) {
      const stood = flowing === "stalled";
      flowing = flow;
      if (flow === "flowing") {
        policy ??= initialVideoPolicy(performance.now());
        // Also after a restart: Chromium forgets the caps of a renegotiated sender.
        limit(stood);
        link.content();
        options.event({ type: "link-flowing", link: id });
      }
      if (flow === "weak") options.event({ type: "link-weak", link: id });
      if (flow === "stalled") options.event({ type: "link-stalled", link: id });
      options.flow(flow);
    },
    remedy(remedy) {
      // Chromium may still call it "connecting" when the first try is given up.
      const never = flowing === "starting" && remedy !== "restart";
      if (never && !options.hasRelay()) options.event({ type: "link-no-path", link: id });
      if (remedy === "new-link" && options.canStartAnew()) {
        options.event({ type: "link-failed", link: id });
      } else {
        options.restart({ freshServers: remedy !== "restart", anew: hinted });
        hinted = false;
      }
    },
    sample(sample) {
      const old = samples[0];
      if (old !== undefined && sample.atMs - old.atMs >= FIGURES_MS) {
        options.figures.value = figuresBetween(old, sample);
        samples = [...samples.filter(({ atMs }) => sample.atMs - atMs < FIGURES_MS), sample];
      } else {
        samples = [...samples, sample];
      }
      steer(sample);
    },
    woke: options.woke,
  });

  return {
    monitor: {
      ...watching,
      hint() {
        hinted = true;
        watching.hint();
      },
    },
    setLowData(on) {
      lowData = on;
      limit();
    },
    stop: () => watching.stop(),
  };
}
