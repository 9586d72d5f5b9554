/** What happens when media stops: watches the connection in use, and repairs it step by step. */
import { type ReadonlySignal, signal } from "@preact/signals";
import type { Connection } from "../connection/connection.ts";
import type { ConnectionEvent } from "../machine/events.ts";
import type { Connect, Platform } from "../platform.ts";
import type { Figures } from "../facts.ts";
import type { SendingWishes } from "../sending/encodings.ts";
import { HABITS, habitsBehind } from "./habits.ts";
import { superviseConnection, type Supervisor } from "./supervisor.ts";

export interface RecoveryOptions {
  readonly platform: Pick<Platform, "clock" | "engine" | "loadUpkeep" | "reportBug">;
  readonly event: (event: ConnectionEvent) => void;
  /** Media flows through this connection (again). */
  readonly flows: (connection: Connection) => void;
  /** Asks whether the socket still lives. */
  readonly probeSocket: () => void;
  /** The page slept: everything may have changed. */
  readonly woke: () => void;
  /** This machine is elsewhere: what makes connections that know where. */
  readonly moved: (connect: Connect) => void;
  /** So its socket is dead, whatever it seems. */
  readonly replaceSocket: () => void;
  /** Whether a new connection could be agreed on now; else restarts go on. */
  readonly canStartAnew: () => boolean;
  readonly iceServers: () => RTCIceServer[];
  /** Asks the server for fresh ones. */
  readonly renewServers: () => void;
  /** Our own picture pauses, or goes on. */
  readonly videoPaused: (paused: boolean) => void;
}

export interface Recovery {
  readonly figures: ReadonlySignal<Figures | null>;
  /** Our own picture is paused because the line carries only the voice. */
  readonly videoPaused: boolean;
  /** This connection is the one in use from now on. */
  follow(connection: Connection): void;
  /** None is. */
  release(): void;
  /** The friend said something that is no media. */
  heard(): void;
  /** The network may have changed. */
  hint(): void;
  /** The server gave us our seat back: friend and server can be reached again. */
  returned(): void;
  connection(state: RTCPeerConnectionState): void;
  ice(state: RTCIceConnectionState): void;
  /** What the person wants sent from now on. */
  wish(change: Partial<SendingWishes>): void;
}

export function createRecovery(options: RecoveryOptions): Recovery {
  const { platform, event, probeSocket } = options;
  const habits = HABITS[platform.engine];
  const figures = signal<Figures | null>(null);
  let supervisor: Supervisor | null = null;
  let current: Connection | null = null;
  let videoPaused = false;
  let wishes: SendingWishes = { lowData: false, sharing: false };

  function setVideoPaused(paused: boolean): void {
    if (paused === videoPaused) return;
    videoPaused = paused;
    options.videoPaused(paused);
  }

  function release(): void {
    supervisor?.stop();
    supervisor = null;
    current = null;
    figures.value = null;
    setVideoPaused(false);
  }

  /** Looks whether this machine has moved from under the connection in use. */
  async function hasMoved(): Promise<boolean> {
    const looked = supervisor;
    if (!looked?.isCut()) return false;
    const connect = await looked.findMove();
    // Media may have come meanwhile, or another connection.
    if (connect === null || supervisor !== looked || !looked.isCut()) return false;
    options.moved(connect);
    return true;
  }

  /** Nothing comes: who has moved comes back at once, with a new connection; else the server is asked. */
  async function lookAround(): Promise<void> {
    if (await hasMoved()) {
      options.replaceSocket();
      startAnew();
    } else if (supervisor?.isCut()) probeSocket();
  }

  function startAnew(): void {
    if (current !== null) event({ type: "link-stale", link: current.id });
  }

  /** A new connection shows the two each other sooner than the one over which media stood lately. */
  function isSoonerAnew(): boolean {
    const friends = habitsBehind(current?.friendsDescription ?? "");
    return [habits, friends].some((each) => each?.startsAnewAfterCut);
  }

  function hasRelay(): boolean {
    return options.iceServers().some(({ urls }) => /\bturns?:/.test(String(urls)));
  }

  return {
    figures,
    get videoPaused() {
      return videoPaused;
    },
    follow(connection) {
      release();
      current = connection;
      supervisor = superviseConnection(connection, {
        platform,
        habits,
        wishes,
        figures,
        event,
        flow(flow) {
          if (flow === "flowing") options.flows(connection);
          else if (flow === "stalled") probeSocket();
        },
        restart({ freshServers, anew }) {
          if (freshServers) options.renewServers();
          connection.restart(options.iceServers(), anew);
        },
        canStartAnew: options.canStartAnew,
        hasRelay,
        videoPaused: setVideoPaused,
        quiet: lookAround,
        woke: options.woke,
      });
    },
    release,
    heard: () => supervisor?.heard(),
    hint: () => supervisor?.hint(),
    returned() {
      if (supervisor?.stoodLately && isSoonerAnew()) return startAnew();
      void hasMoved().then((moved) => moved && startAnew());
    },
    connection: (state) => supervisor?.connection(state),
    ice(state) {
      if (state !== "disconnected" || !habits.disconnectedIsNews) return;
      void lookAround();
      supervisor?.hint();
    },
    wish(change) {
      wishes = { ...wishes, ...change };
      supervisor?.wish(wishes);
    },
  };
}
