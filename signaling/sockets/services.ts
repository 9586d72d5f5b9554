/** What every socket of an instance shares. */
import type { Clock } from "../clock.ts";
import type { Limits } from "../limits/limits.ts";
import type { Ice } from "../protocol.ts";
import type { Relay } from "../relay/relay.ts";
import type { Seating } from "../rooms/rooms.ts";
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
  readonly seating: Seating;
  /** ICE servers for one page, with credentials of its own. */
  ice(): Ice;
  /** Something threw that should not have. */
  onBug(error: unknown): void;
}
