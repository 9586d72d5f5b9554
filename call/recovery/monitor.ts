/** Watches one connection: reads its statistics, asks the ladder, and reports what changed. */
import { readArrivals } from "./arrivals.ts";
import { climb, type Flow, QUIET_MS, type Remedy } from "./ladder.ts";
import type { Clock } from "../../signaling/clock.ts";
import type { Connection } from "../connection/connection.ts";

/** How often the packet counters are read, ms: a stall shows a quarter second late at most. */
export const TICK_MS = 250;
/** And so soon again when no more have come, ms: whether it is a silence should not wait. */
const SOON_MS = 100;
/** A gap between ticks this long means that the page slept (closed lid, frozen tab), ms. */
const SLEPT_MS = 3_000;

export interface MonitorHandlers {
  readonly flow: (flow: Flow) => void;
  /** Nothing comes, for a moment so far; once for each silence. */
  readonly quiet: () => void;
  readonly remedy: (remedy: Exclude<Remedy, "none">) => void;
  /** The statistics were read, at `atMs` of the monotonic clock. */
  readonly look: (report: RTCStatsReport, atMs: number) => void;
  /** The page was not running for a while. */
  readonly woke: () => void;
}

export interface Monitor {
  /** Something else than RTP came from the friend. */
  heard(): void;
  /** The network may have changed: look closely, now. */
  hint(): void;
  connection(state: RTCPeerConnectionState): void;
  /** Nothing came lately; `false` as long as nothing ever has. */
  isQuiet(): boolean;
  stop(): void;
}

/** Starts watching. */
export function monitor(
  connection: Connection,
  { clock, handlers }: { readonly clock: Clock; readonly handlers: MonitorHandlers },
): Monitor {
  const now = () => clock.monotonic();
  const begunAt = now();
  let heardAt: number | null = null;
  /** A packet was the last sign of life, and the silence since was not told. */
  let expectsPackets = false;
  let restartedAt: number | null = null;
  let failedAt: number | null = null;
  let hintAt: number | null = null;
  let packets = 0;
  let flow: Flow = "starting";
  let lastTickAt = begunAt;
  let reading = false;
  let stopped = false;
  let cancelSoon = () => {};

  async function tick(): Promise<void> {
    const at = now();
    if (at - lastTickAt > SLEPT_MS) {
      hintAt = at;
      handlers.woke();
    }
    lastTickAt = at;
    if (reading) return;
    reading = true;
    try {
      const report = await connection.pc.getStats();
      if (stopped) return;
      const arrivals = readArrivals(report);
      if (arrivals.packets > packets) {
        heardAt = now() - Math.min(arrivals.quietMs, TICK_MS);
        expectsPackets = true;
      } else if (expectsPackets) {
        cancelSoon();
        cancelSoon = clock.after(SOON_MS, tick);
      }
      packets = arrivals.packets;
      handlers.look(report, now());
    } catch {
      // A connection that is being closed has no statistics; the next tick finds it stopped.
    } finally {
      reading = false;
    }
    if (!stopped) judge();
  }

  function isQuiet(): boolean {
    return heardAt !== null && now() - heardAt >= QUIET_MS;
  }

  function judge(): void {
    const at = now();
    const { agreedAt } = connection;
    const verdict = climb({
      now: at,
      begunAt,
      heardAt,
      restartedAt,
      agreedAt,
      failedAt,
      hintAt,
    });
    if (expectsPackets && isQuiet()) {
      expectsPackets = false;
      handlers.quiet();
    }
    if (verdict.flow !== flow) {
      flow = verdict.flow;
      if (flow === "flowing") failedAt = null;
      handlers.flow(flow);
    }
    if (verdict.remedy === "none" || stopped) return;
    restartedAt = at;
    handlers.remedy(verdict.remedy);
  }

  const cancel = clock.every(TICK_MS, () => void tick());
  return {
    heard() {
      heardAt = now();
      expectsPackets = false;
      if (flow !== "flowing") judge();
    },
    hint() {
      hintAt = now();
      void tick();
    },
    connection(state) {
      if (state === "failed") failedAt ??= now();
      if (state === "connected") {
        failedAt = null;
        // The first frame should not wait for the next tick.
        void tick();
      }
    },
    isQuiet,
    stop() {
      stopped = true;
      cancel();
      cancelSoon();
    },
  };
}
