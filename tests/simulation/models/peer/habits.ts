/** In what browsers differ, measured on Chromium 156 and Firefox ESR 153. */
import type { Engine } from "../../../../call/platform.ts";

export interface Habits {
  readonly engine: Engine;
  /** After a rolled-back ICE restart the friend's video is decoded and never shown again. */
  readonly rollbackFreezesVideo: boolean;
  /**
   * DTLS dies when the data channel is written while this side has no working address: ICE comes
   * back, and nothing is ever sent again.
   */
  readonly writingWithoutPathKillsDtls: boolean;
  /** How soon `disconnected` tells of an own lost link or new address, ms; `null`: like any cut. */
  readonly noticesOwnLossMs: number | null;
  /** So long after it has changed does a connection gather a new address; one of a new window at once, ms. */
  readonly learnsMovesMs: number;
  /** A restart that both agreed on ends the old path at once, also one that works. */
  readonly restartDropsOldPath: boolean;
  /** After failed sockets the next one is delayed by up to this, ms. */
  readonly socketDelayMs: number;
}

export const HABITS: Readonly<Record<"chromium" | "firefox", Habits>> = {
  chromium: {
    engine: "chromium",
    rollbackFreezesVideo: true,
    writingWithoutPathKillsDtls: false,
    noticesOwnLossMs: null,
    learnsMovesMs: 2_050,
    restartDropsOldPath: false,
    socketDelayMs: 0,
  },
  firefox: {
    engine: "firefox",
    rollbackFreezesVideo: false,
    writingWithoutPathKillsDtls: true,
    noticesOwnLossMs: 20,
    learnsMovesMs: 0,
    restartDropsOldPath: true,
    socketDelayMs: 1_500,
  },
};
