/** Follows the current connection: what its monitor sees becomes events, figures and sending limits. */
import type { Signal as PreactSignal } from "@preact/signals";
import { transceiversByLane } from "../connection/lanes.ts";
import type { Connection } from "../connection/connection.ts";
import type { ConnectionEvent } from "../machine/events.ts";
import type { Platform } from "../platform.ts";
import type { SendingWishes } from "../sending/encodings.ts";
import type { VideoPolicy } from "../sending/video_policy.ts";
import type { Figures } from "../facts.ts";
import type { Habits } from "./habits.ts";
import { findsNoPath, type Flow, type Remedy } from "./ladder.ts";
import { type Monitor, monitor } from "./monitor.ts";
import type { Sample } from "./stats.ts";

/** Figures are over this much time; shorter would flicker, ms. */
const FIGURES_MS = 2_000;
const STEER_MS = 500;
/** Packets are back for that long and the picture may still stand, waiting for a whole one, ms. */
const LATELY_MS = 3_000;

type Sending = typeof import("../sending/sending.ts");

export interface SupervisorOptions {
  readonly platform: Pick<Platform, "clock" | "reportBug" | "loadSending">;
  readonly habits: Pick<Habits, "packsAsWished">;
  readonly wishes: SendingWishes;
  readonly figures: PreactSignal<Figures | null>;
  readonly event: (event: ConnectionEvent) => void;
  readonly flow: (flow: Flow) => void;
  readonly restart: (how: { readonly freshServers: boolean; readonly anew: boolean }) => void;
  /** Whether a new connection could be agreed on now; else restarts go on. */
  readonly canStartAnew: () => boolean;
  readonly hasRelay: () => boolean;
  readonly videoPaused: (paused: boolean) => void;
  readonly quiet: () => void;
  readonly woke: () => void;
}

export interface Supervisor extends Monitor {
  wish(wishes: SendingWishes): void;
  /** Media stood still a moment ago, or does so now. */
  readonly stoodLately: boolean;
}

export function superviseConnection(
  connection: Connection,
  options: SupervisorOptions,
): Supervisor {
  const { id, pc } = connection;
  const { clock, reportBug } = options.platform;
  let { wishes } = options;
  let sending: Sending | null = null;
  let policy: VideoPolicy | null = null;
  let steeredAt = 0;
  let flowing: Flow = "starting";
  let hinted = false;
  let toldNoPath = false;
  let stoodAt = -Infinity;
  let samples: readonly Sample[] = [];
  let limiting: Promise<void> = Promise.resolve();

  function limit(keyFrame = false): void {
    limiting = limiting.then(() => limitWith(keyFrame)).catch((error) => {
      if (pc.signalingState !== "closed") reportBug("Cannot limit sending", error);
    });
  }

  /** Its code is fetched when media flow: nobody needs it to join. */
  async function limitWith(keyFrame: boolean): Promise<void> {
    sending ??= await options.platform.loadSending();
    const { limitSending, packVoice } = sending;
    const { paused = false, tight = false, lossy = false } = policy ?? {};
    const lanes = transceiversByLane(pc);
    // What is sent into a cut is asked for again after it, and so late a picture makes the friend's
    // browser hold the new ones back for a second or two. The voice goes on, to be heard by.
    const isHeard = (lanes.get("voice")?.sender.track ?? null) !== null;
    const videoPaused = paused || (flowing === "stalled" && isHeard);
    await limitSending(lanes, { ...wishes, videoPaused, tight, keyFrame });
    const { packsAsWished } = options.habits;
    if (packsAsWished) await connection.aside(() => packVoice(pc, { thin: tight, twice: lossy }));
  }

  function steer(sample: Sample): void {
    // Nothing can be learned about a way that is cut.
    if (sending === null || flowing !== "flowing" || sample.atMs - steeredAt < STEER_MS) return;
    steeredAt = sample.atMs;
    policy ??= sending.initialVideoPolicy(sample.atMs);
    const { availableBps, remoteLossShare: lossShare, roundTripMs } = sample;
    const before = policy;
    policy = sending.steerVideo(policy, { now: sample.atMs, availableBps, lossShare, roundTripMs });
    const { paused, tight, lossy } = policy;
    if (paused !== before.paused || tight !== before.tight || lossy !== before.lossy) limit();
    if (paused !== before.paused) options.videoPaused(paused);
  }

  function onFlow(flow: Flow): void {
    const stood = flowing === "stalled";
    flowing = flow;
    if (stood || flow === "stalled") stoodAt = clock.monotonic();
    if (flow === "flowing") {
      // Also after a restart: Chromium forgets the caps of a renegotiated sender.
      limit(stood);
      connection.flows();
      options.event({ type: "link-flowing", link: id });
    }
    if (flow === "weak") options.event({ type: "link-weak", link: id });
    if (flow === "stalled") {
      if (sending !== null) limit();
      options.event({ type: "link-stalled", link: id });
    }
    options.flow(flow);
  }

  function onRemedy(remedy: Exclude<Remedy, "none">): void {
    if (remedy === "fresh-servers") tellNoPath();
    if (remedy === "new-link" && options.canStartAnew()) {
      return options.event({ type: "link-failed", link: id });
    }
    options.restart({ freshServers: remedy !== "restart", anew: hinted });
    hinted = false;
  }

  function tellNoPath(): void {
    if (toldNoPath || flowing !== "starting" || options.hasRelay()) return;
    toldNoPath = true;
    options.event({ type: "link-no-path", link: id });
  }

  function onSample(sample: Sample): void {
    // ICE may go on to call it "checking"; an offer that nobody answered says nothing of the way.
    if (findsNoPath({ now: sample.atMs, agreedAt: connection.agreedAt })) tellNoPath();
    const old = samples[0];
    if (old !== undefined && sample.atMs - old.atMs >= FIGURES_MS) {
      options.figures.value = sending?.figuresBetween(old, sample) ?? null;
      samples = [...samples.filter(({ atMs }) => sample.atMs - atMs < FIGURES_MS), sample];
    } else {
      samples = [...samples, sample];
    }
    steer(sample);
  }

  const { woke, quiet } = options;
  const handlers = { flow: onFlow, remedy: onRemedy, sample: onSample, quiet, woke };
  const watching = monitor(connection, { clock, handlers });

  return {
    ...watching,
    get stoodLately() {
      return flowing === "stalled" || clock.monotonic() - stoodAt < LATELY_MS;
    },
    hint() {
      hinted = true;
      watching.hint();
    },
    wish(next) {
      wishes = next;
      limit();
    },
  };
}
