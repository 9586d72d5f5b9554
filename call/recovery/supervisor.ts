/** Follows the current connection: what its monitor sees becomes events, remedies, figures and limits. */
import type { Signal as PreactSignal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import { transceiversByLane } from "../connection/lanes.ts";
import type { ConnectionEvent } from "../machine/events.ts";
import type { Connect, Platform } from "../platform.ts";
import type { SendingWishes } from "../sending/encodings.ts";
import type { Steering } from "../sending/steering.ts";
import type { Figures } from "../facts.ts";
import type { Habits } from "./habits.ts";
import { findsNoPath, type Flow, type Remedy } from "./ladder.ts";
import { type Monitor, monitor } from "./monitor.ts";

/** Packets are back for that long and the picture may still stand, waiting for a whole one, ms. */
const LATELY_MS = 3_000;

export interface SupervisorOptions {
  readonly platform: Pick<Platform, "clock" | "reportBug" | "loadUpkeep">;
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
  /** Media flowed, and nothing comes, or could. */
  isCut(): boolean;
  /** Looks whether this machine has moved since the connection was made (`Upkeep`). Never rejects. */
  findMove(): Promise<Connect | null>;
}

export function superviseConnection(
  connection: Connection,
  options: SupervisorOptions,
): Supervisor {
  const { id, pc } = connection;
  const { clock, reportBug, loadUpkeep } = options.platform;
  let { wishes } = options;
  let steering: Steering | null = null;
  let flowing: Flow = "starting";
  let hinted = false;
  let toldNoPath = false;
  let stoodAt = -Infinity;

  function failed(error: unknown): void {
    if (pc.signalingState !== "closed") reportBug("Cannot limit sending", error);
  }

  /** Its code is fetched when media flow: nobody needs it to join. */
  async function limit(keyFrame = false): Promise<void> {
    const { createSteering } = await loadUpkeep();
    steering ??= createSteering(connection, {
      now: () => ({ wishes, flow: flowing }),
      transceiversByLane,
      packsAsWished: options.habits.packsAsWished,
      figures: options.figures,
      videoPaused: options.videoPaused,
      failed,
    });
    steering.limit(keyFrame);
  }

  function onFlow(flow: Flow): void {
    const stood = flowing === "stalled";
    flowing = flow;
    if (stood || flow === "stalled") stoodAt = clock.monotonic();
    if (flow === "flowing") {
      // Also after a restart: Chromium forgets the caps of a renegotiated sender.
      limit(stood).catch(failed);
      connection.flows();
      options.event({ type: "link-flowing", link: id });
    }
    if (flow === "weak") options.event({ type: "link-weak", link: id });
    if (flow === "stalled") {
      steering?.limit();
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

  function onLook(report: RTCStatsReport, atMs: number): void {
    // ICE may go on to call it "checking"; an offer that nobody answered says nothing of the way.
    if (findsNoPath({ now: atMs, agreedAt: connection.agreedAt })) tellNoPath();
    steering?.look(report, atMs);
  }

  const { woke, quiet } = options;
  const handlers = { flow: onFlow, remedy: onRemedy, look: onLook, quiet, woke };
  const watching = monitor(connection, { clock, handlers });

  return {
    ...watching,
    get stoodLately() {
      return flowing === "stalled" || clock.monotonic() - stoodAt < LATELY_MS;
    },
    isCut: () => watching.isQuiet() || (flowing !== "starting" && !connection.hasPath),
    findMove: () => loadUpkeep().then(({ findMove }) => findMove(connection.addresses), () => null),
    hint() {
      hinted = true;
      watching.hint();
    },
    wish(next) {
      wishes = next;
      if (flowing !== "starting") limit().catch(failed);
    },
  };
}
