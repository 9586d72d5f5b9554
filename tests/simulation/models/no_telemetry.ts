/** Telemetry that nobody reads. */
import type { Telemetry } from "../../../signaling/telemetry/metrics.ts";

function nothing(): void {}

export const NO_TELEMETRY: Telemetry = {
  socketOpened: nothing,
  socketClosed: nothing,
  seatTaken: nothing,
  seatEmptied: nothing,
  refused: nothing,
  dropped: nothing,
  joined: nothing,
  relayed: nothing,
  challenged: nothing,
  kvConflict: nothing,
  kvFailure: nothing,
  mailDropped: nothing,
  iceProviderFailed: nothing,
};
