/** Tells people what happened to the seats: their own, and the one opposite. */
import type { OfferSignal } from "../protocol.ts";
import type { Relay } from "../relay/relay.ts";
import type { Timings } from "../timings.ts";
import type { Place, Replaced } from "./room.ts";
import type { PeerSeat } from "./seat_status.ts";
import { holderOf } from "./tokens.ts";

/** Why somebody gets up. */
export type Departure = "left" | "closing" | "lost";

/** Who sits down, and what their page is connected by. */
export interface Arrival {
  readonly seating: string;
  readonly session: string;
  readonly connection: string | null;
  readonly offer: OfferSignal | null;
}

export interface TellerOptions {
  readonly me: string;
  readonly relay: Relay;
  readonly timings: Timings;
}

export class Teller {
  readonly #options: TellerOptions;

  constructor(options: TellerOptions) {
    this.#options = options;
  }

  /** Somebody took or resumed the seat opposite. */
  arrived(
    peer: PeerSeat | null,
    { seating: from, session, connection, offer }: Arrival,
    { tokenHash, turn, resumed }: {
      readonly tokenHash: string;
      readonly turn: number;
      readonly resumed: boolean;
    },
  ): void {
    if (!peer?.present) return;
    const { me: instance, relay } = this.#options;
    const who = { from, instance, session, holder: holderOf(tokenHash), turn, resumed };
    relay.notify(peer, { kind: "arrived", ...who, connection, offer });
  }

  /**
   * These lost their seats. `elsewhere` ends a page for good: only the seating that evicted it, and
   * sits, says so.
   */
  replaced(entries: Iterable<Replaced>, me: string | null): void {
    for (const entry of entries) {
      const kind = entry.how === "elsewhere" && entry.by !== me ? "displaced" : entry.how;
      this.#options.relay.notify(entry, { kind });
    }
  }

  /** The seating opposite got up. */
  departed(peer: Place, from: string, departure: Departure): void {
    const { relay, timings } = this.#options;
    const holdMs = holdFor(departure, timings);
    relay.notify(
      peer,
      departure === "left"
        ? { kind: "left", from }
        : { kind: "away", from, reason: departure, holdMs },
    );
  }
}

/** How long a seat is held after its holder got up that way, in milliseconds. */
export function holdFor(departure: Departure, timings: Timings): number {
  switch (departure) {
    case "left":
      return 0;
    case "closing":
      return timings.holdClosingMs;
    case "lost":
      return timings.holdLostMs;
  }
}
