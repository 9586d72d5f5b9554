/** What every socket of an instance shares. */
import type { Clock } from "../clock.ts";
import type { Limits } from "../limits/limits.ts";
import type { IceConfig } from "../ice/ice_servers.ts";
import type { IceProvider } from "../ice/provider.ts";
import type { Leaving } from "./leaving.ts";
import type { Relay } from "../relay/relay.ts";
import type { Rooms } from "../rooms/rooms.ts";
import type { SocketRates } from "../limits/socket_rates.ts";
import type { Secrets } from "../rooms/tokens.ts";
import type { Telemetry } from "../telemetry/metrics.ts";
import type { Timings } from "../timings.ts";

export interface Services {
  readonly clock: Clock;
  readonly timings: Timings;
  readonly limits: Limits;
  readonly rates: SocketRates;
  readonly secrets: Secrets;
  readonly telemetry: Telemetry;
  readonly relay: Relay;
  /** Whether KV was opened; before that, reading `rooms` throws `Unavailable`. */
  readonly open: boolean;
  readonly rooms: Rooms;
  /** Sockets given up and not gone yet. */
  readonly leaving: Leaving;
  /** The system's own wall clock, for what other programs compare with theirs. */
  readonly wall: Clock;
  readonly ice: IceConfig;
  /** Who brings relays besides our own; `null`: nobody. */
  readonly provider: IceProvider | null;
  /** Something threw that should not have. */
  onBug(error: unknown): void;
}
