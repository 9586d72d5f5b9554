/** Sitting down and getting up: the seat rules applied to KV, and everybody concerned told. */
import type { Clock } from "../clock.ts";
import { type Checker, FREE_AT_ONCE } from "./reachability.ts";
import type { OfferSignal } from "../protocol.ts";
import type { Relay } from "../relay/relay.ts";
import { hold, peerOf, type PeerSeat, release, seatOf, take } from "./seat_rules.ts";
import type { Claim, Holds, Place, Room, SeatIndex, Taken } from "./seat_rules.ts";
import type { RoomStore } from "../store/room_store.ts";
import type { Timings } from "../timings.ts";
import { hashToken, holderOf, type Secrets } from "./tokens.ts";

export interface SitRequest {
  readonly room: string;
  readonly seating: string;
  readonly session: string;
  readonly token: string | null;
  readonly connection: string | null;
  readonly offer: OfferSignal | null;
}

export type Sat =
  | {
    readonly kind: "seated";
    readonly seat: SeatIndex;
    readonly token: string;
    readonly tokenHash: string;
    readonly resumed: boolean;
    readonly peer: PeerSeat | null;
  }
  | { readonly kind: "full"; readonly retryInMs: number | null };

/** Why somebody gets up. */
export type Departure = "left" | "closing" | "lost";

export interface SeatingOptions {
  readonly me: string;
  readonly rooms: RoomStore;
  readonly relay: Relay;
  readonly checker: Checker;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly secrets: Secrets;
}

export class Seating {
  readonly #options: SeatingOptions;

  constructor(options: SeatingOptions) {
    this.#options = options;
  }

  /**
   * Takes or resumes a seat, and tells the other person, one's own older socket, and whoever was
   * found dead. The seating must be registered with the relay before.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async sit(request: SitRequest): Promise<Sat> {
    const { me, rooms, checker, clock, timings, secrets } = this.#options;
    const newSeatToken = secrets.newToken();
    const claim: Claim = {
      instance: me,
      seating: request.seating,
      session: request.session,
      tokenHash: request.token === null ? null : hashToken(request.token),
      newTokenHash: hashToken(newSeatToken),
    };
    function credentialOf(resumed: boolean): Pick<Seated, "token" | "tokenHash"> {
      const { token } = request;
      const { tokenHash, newTokenHash } = claim;
      if (resumed && token !== null && tokenHash !== null) return { token, tokenHash };
      return { token: newSeatToken, tokenHash: newTokenHash };
    }
    const deadline = clock.now() + timings.joinPatienceMs;
    const holds = new Map<string, number>();
    const alive = new Set<string>();
    while (true) {
      const taken = await rooms.update(request.room, (room, now) => {
        const result = take(room, claim, this.#holdsIn(room, holds), now);
        return { room: result.kind === "seated" ? result.room : null, result };
      }, { patienceMs: deadline - clock.now(), lazy: false });
      if (taken.kind === "seated") {
        const credential = credentialOf(taken.resumed);
        return { ...this.#announce(request, taken, credential.tokenHash), ...credential };
      }
      const unknown = taken.present.filter(({ seating }) => !alive.has(seating));
      if (unknown.length === 0) return { kind: "full", retryInMs: taken.retryInMs };
      await Promise.all(unknown.map(async (place) => {
        const verdict = await checker.check(place);
        if (verdict === null) alive.add(place.seating);
        else holds.set(place.seating, verdict);
      }));
    }
  }

  /**
   * Finds out whether the other person, present as far as the room knows, still is.
   *
   * @returns for how many milliseconds their seat is still kept, or `null` when they are there
   */
  async absence(peer: Place): Promise<number | null> {
    const verdict = await this.#options.checker.check(peer);
    return verdict === null ? null : Math.max(0, verdict - this.#options.clock.now());
  }

  /**
   * Frees or holds the seat, unless a newer seating has it. The known peer hears at once, whatever
   * KV does; somebody who arrived meanwhile hears when the room is written.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async depart(room: string, seating: string, departure: Departure, peer: Place | null) {
    const { rooms, relay, clock, timings } = this.#options;
    const holdMs = holdFor(departure, timings);
    const until = departure === "left" ? FREE_AT_ONCE : clock.now() + holdMs;
    relay.depart(seating, until);
    if (peer !== null) this.#sayGoodbye(peer, seating, departure);
    const found = await rooms.update<Place | null>(room, (before, now) => {
      const index = seatOf(before, seating);
      if (index === null) return { room: null, result: null };
      const after = departure === "left" ? release(before, seating) : hold(before, seating, until);
      const result = peerOf(before, index, NO_HOLDS, now);
      return { room: after, result: result?.present ? result : null };
    }, { patienceMs: timings.departPatienceMs, lazy: true }).finally(() =>
      relay.unregister(seating)
    );
    if (found !== null && found.seating !== peer?.seating) {
      this.#sayGoodbye(found, seating, departure);
    }
  }

  /** Writes the room as it is, so that it does not expire under somebody who sits there for days. */
  async renew(room: string, seating: string): Promise<void> {
    const { rooms, timings } = this.#options;
    await rooms.update<void>(room, (before) => {
      const mine = seatOf(before, seating) !== null;
      return { room: mine ? before : null, result: undefined };
    }, { patienceMs: timings.departPatienceMs, lazy: true });
  }

  /** What was found out, and what this instance knows by itself. */
  #holdsIn(room: Room, found: Holds): Holds {
    const holds = new Map(found);
    for (const seat of room.seats) {
      if (seat === null || seat.heldUntil !== null) continue;
      const verdict = this.#options.checker.glance(seat);
      if (typeof verdict === "number") holds.set(seat.seating, verdict);
    }
    return holds;
  }

  #announce(request: SitRequest, taken: Extract<Taken, { kind: "seated" }>, tokenHash: string) {
    const { me, relay } = this.#options;
    const { seat, resumed, peer, evicted, displaced } = taken;
    if (evicted !== null) relay.notify(evicted, { kind: "elsewhere" });
    if (displaced !== null) relay.notify(displaced, { kind: "displaced" });
    if (peer?.present) {
      const { seating: from, session, connection, offer } = request;
      const holder = holderOf(tokenHash);
      const who = { from, instance: me, session, holder, resumed };
      relay.notify(peer, { kind: "arrived", ...who, connection, offer });
    }
    return { kind: "seated", seat, resumed, peer } as const;
  }

  #sayGoodbye(peer: Place, from: string, departure: Departure): void {
    const holdMs = holdFor(departure, this.#options.timings);
    this.#options.relay.notify(
      peer,
      departure === "left"
        ? { kind: "left", from }
        : { kind: "away", from, reason: departure, holdMs },
    );
  }
}

type Seated = Extract<Sat, { kind: "seated" }>;

const NO_HOLDS: ReadonlyMap<string, number> = new Map();

function holdFor(departure: Departure, timings: Timings): number {
  switch (departure) {
    case "left":
      return 0;
    case "closing":
      return timings.holdClosingMs;
    case "lost":
      return timings.holdLostMs;
  }
}
