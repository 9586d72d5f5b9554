/** What somebody asks of a room who wants to sit, and what they get. */
import type { OfferSignal } from "../protocol.ts";
import type { SeatIndex } from "./room.ts";
import type { PeerSeat } from "./seat_status.ts";
import type { Claim } from "./take.ts";

export interface SitRequest {
  readonly room: string;
  readonly seating: string;
  readonly session: string;
  readonly token: string | null;
  readonly connection: string | null;
  readonly offer: OfferSignal | null;
  readonly newcomer: Claim["newcomer"];
}

export type Sat =
  | {
    readonly kind: "seated";
    readonly seat: SeatIndex;
    readonly token: string;
    readonly tokenHash: string;
    readonly resumed: boolean;
    /** Nobody was here before. */
    readonly created: boolean;
    /** Whether two people ever were here together. */
    readonly met: boolean;
    readonly peer: PeerSeat | null;
  }
  | {
    readonly kind: "full";
    readonly retryInMs: number | null;
    readonly firstInLine: boolean;
  }
  /** A newer seating of the same holder has the seat. */
  | { readonly kind: "elsewhere" }
  /** Not allowed to be new here. */
  | { readonly kind: "unwelcome" };

/** Somebody on a seat, and what their page was last known to be connected by. */
export interface Seating {
  readonly room: string;
  readonly seating: string;
  readonly session: string;
  readonly connection: string | null;
}
