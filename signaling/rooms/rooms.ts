/** Sitting down and getting up: the seat rules applied to KV, and everybody concerned told. */
import type { Clock } from "../clock.ts";
import { MIN_TOKEN_LENGTH } from "../protocol.ts";
import type { Relay } from "../relay/relay.ts";
import type { RoomStore } from "../store/room_store.ts";
import type { Timings } from "../timings.ts";
import { Finder } from "./finder.ts";
import { type Checker, FREE_AT_ONCE } from "./reachability.ts";
import { indexOf, type Place, type Replaced, seatOf } from "./room.ts";
import { affirm, expel, hold, release, vouch } from "./seat_rules.ts";
import { type Finding, peerOf, type SeatSpans } from "./seat_status.ts";
import type { Sat, Seating, SitRequest } from "./sitting.ts";
import { type Claim, take, type Taken } from "./take.ts";
import { type Departure, holdFor, Teller } from "./teller.ts";
import { hashToken, sameHash, type Secrets } from "./tokens.ts";

type Announced = Extract<Taken, { kind: "seated" }>;

export interface RoomsOptions {
  readonly me: string;
  readonly store: RoomStore;
  readonly relay: Relay;
  readonly checker: Checker;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly secrets: Secrets;
}

const NO_FINDINGS: ReadonlyMap<string, Finding> = new Map();
/** Whoever asks for a seat waits for the holders' word for this part of the join's patience. */
const ASKING_PART = 0.5;

export class Rooms {
  readonly #options: RoomsOptions;
  readonly #finder: Finder;
  readonly #teller: Teller;
  readonly #spans: SeatSpans;

  constructor(options: RoomsOptions) {
    this.#options = options;
    this.#finder = new Finder(options);
    this.#teller = new Teller(options);
    const { holdLostMs, holdClosingMs, lineMs, lineRetryMs } = options.timings;
    this.#spans = { holdMs: Math.max(holdLostMs, holdClosingMs), lineMs, lineRetryMs };
  }

  /**
   * Takes or resumes a seat, and tells the other person and whoever lost a seat by it. The seating
   * must be registered with the relay before.
   *
   * @throws {Unavailable} when KV does not answer in time; the seat may have been taken: {@linkcode undo}
   */
  async sit(request: SitRequest): Promise<Sat> {
    const { store, clock, timings, secrets } = this.#options;
    const proposed = request.token !== null && request.token.length >= MIN_TOKEN_LENGTH;
    const newSeatToken = proposed && request.token !== null ? request.token : secrets.newToken();
    const claim = this.#claimOf(request, newSeatToken);
    const started = clock.monotonic();
    const findings = new Map<string, Finding>();
    let created = false;
    while (true) {
      const taken = await store.update(request.room, (room, now) => {
        const here = { now, spans: this.#spans, findings: this.#finder.known(room, findings) };
        const result = take(room, claim, here);
        // Also when the answer is lost and the next reading finds it done.
        created ||= result.kind === "seated" && result.created;
        const changed = result.kind === "seated" || result.kind === "full" ? result.room : null;
        return { room: changed, result };
      }, { patienceMs: timings.joinPatienceMs - (clock.monotonic() - started), lazy: false });
      switch (taken.kind) {
        case "seated": {
          const { seat, tokenHash, turn, resumed, met, peer } = taken;
          this.#teller.replaced(taken.replaced, request.seating);
          this.#teller.arrived(peer, request, { tokenHash, turn, resumed });
          // Leaves with the arrival, in one write; whoever wants to know joins the question.
          if (peer?.present) void this.#options.checker.check(peer);
          const token = tokenHash === claim.tokenHash ? request.token : null;
          return {
            ...{ kind: "seated", seat, tokenHash, resumed, created, met, peer },
            token: token ?? newSeatToken,
          };
        }
        case "ask": {
          const leftMs = timings.joinPatienceMs * ASKING_PART - (clock.monotonic() - started);
          const found = await this.#finder.ask(request.room, taken.places, leftMs);
          // Who cannot be heard in time is asked on; another try finds what came of it.
          if (found === null) {
            return { kind: "full", retryInMs: timings.holdLostMs, firstInLine: false };
          }
          for (const [seating, finding] of found) findings.set(seating, finding);
          break;
        }
        case "full":
          return { kind: "full", retryInMs: taken.retryInMs, firstInLine: taken.firstInLine };
        case "elsewhere":
        case "unwelcome":
          return taken;
      }
    }
  }

  /**
   * A join that was given up may have been written, or may still be: gets up from it, and tells
   * whoever lost a seat by it.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async undo(request: SitRequest): Promise<void> {
    const { store, relay, clock, timings } = this.#options;
    const { room, seating, token } = request;
    const tokenHash = token === null ? null : hashToken(token);
    const until = clock.now() + timings.holdLostMs;
    const told = new Map<string, Replaced>();
    relay.depart(seating, token === null ? FREE_AT_ONCE : until);
    try {
      await store.update<void>(room, (before) => {
        for (const entry of before.replaced) told.set(entry.seating, entry);
        const index = seatOf(before, seating);
        const mine = index !== null && before.seats[index]?.tokenHash === tokenHash;
        const after = mine ? hold(before, seating, until) : release(before, seating);
        // Writing it in any case makes the write that was given up too late.
        return { room: after ?? before, result: undefined };
      }, { patienceMs: timings.undoPatienceMs, lazy: false });
    } finally {
      relay.unregister(seating);
      this.#teller.replaced(told.values(), null);
    }
  }

  /**
   * Finds out whether the other person, present as far as the room knows, still is. If not, their
   * seat is held.
   *
   * @returns for how many milliseconds their seat is still kept, or `null` when they are there
   */
  async absence(room: string, peer: Place): Promise<number | null> {
    const finding = await this.#finder.find(room, peer);
    return finding.kind === "alive" ? null : Math.max(0, finding.until - this.#options.clock.now());
  }

  /**
   * Frees or holds the seat, unless a newer seating has it. The known peer hears at once, whatever
   * KV does; somebody who arrived meanwhile hears when the room is written.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async depart(
    { room, seating }: Pick<Seating, "room" | "seating">,
    departure: Departure,
    { peer }: { readonly peer: Place | null },
  ): Promise<void> {
    const { store, relay, clock, timings } = this.#options;
    const until = departure === "left" ? FREE_AT_ONCE : clock.now() + holdFor(departure, timings);
    relay.depart(seating, until);
    if (peer !== null) this.#teller.departed(peer, seating, departure);
    const present = new Map<string, Place>();
    await store.update<void>(room, (before, now) => {
      const index = seatOf(before, seating);
      if (index === null) return { room: null, result: undefined };
      const opposite = peerOf(before, index, { now, findings: NO_FINDINGS });
      // Remembered: if the answer is lost, the next reading no longer says whose peer this was.
      if (opposite?.present) present.set(opposite.seating, opposite);
      const after = departure === "left" ? release(before, seating) : hold(before, seating, until);
      return { room: after, result: undefined };
    }, { patienceMs: timings.departPatienceMs, lazy: true }).finally(() =>
      relay.unregister(seating)
    );
    if (peer !== null) present.delete(peer.seating);
    for (const place of present.values()) this.#teller.departed(place, seating, departure);
  }

  /**
   * Writes the room as it is, so that it does not expire under somebody who sits there for days, and
   * says that they live, in case they were doubted.
   *
   * @returns whether the seat is still this seating's
   * @throws {Unavailable} when KV does not answer in time
   */
  async renew(seated: Seating): Promise<boolean> {
    const { store, timings } = this.#options;
    const told = new Map<string, Replaced>();
    const back: Pick<Announced, "tokenHash" | "turn" | "peer">[] = [];
    const mine = await store.update<boolean>(seated.room, (before, now) => {
      const index = seatOf(before, seated.seating);
      for (const entry of before.replaced) told.set(entry.seating, entry);
      if (index === null) return { room: null, result: false };
      const affirmed = affirm(before, seated.seating);
      const peer = peerOf(before, index, { now, findings: NO_FINDINGS });
      const seat = before.seats[index];
      if (affirmed !== null && seat) {
        back.push({ tokenHash: seat.tokenHash, turn: seat.turn, peer });
      }
      return { room: affirmed ?? before, result: true };
    }, { patienceMs: timings.departPatienceMs, lazy: false });
    this.#teller.replaced(told.values(), null);
    // The other may have been told that they are away.
    for (const { tokenHash, turn, peer } of back.slice(-1)) {
      this.#teller.arrived(peer, { ...seated, offer: null }, { tokenHash, turn, resumed: true });
    }
    return mine;
  }

  /**
   * Frees the seat this token is for, whoever says so: its page left while its socket was dead.
   *
   * @throws {Unavailable} when KV does not answer in time
   */
  async giveUp(room: string, token: string): Promise<void> {
    const { store, relay, timings } = this.#options;
    const tokenHash = hashToken(token);
    // All that were read: an answer may be lost, and somebody may sit down between two readings.
    const places = new Map<string, Place>();
    const peers = new Map<string, Place>();
    await store.update<void>(room, (before, now) => {
      const index = indexOf(before, (seat) => sameHash(seat.tokenHash, tokenHash));
      const seat = index === null ? null : before.seats[index];
      if (index === null || !seat) return { room: null, result: undefined };
      const peer = peerOf(before, index, { now, findings: NO_FINDINGS });
      places.set(seat.seating, seat);
      if (peer?.present) peers.set(peer.seating, peer);
      return { room: release(before, seat.seating), result: undefined };
    }, { patienceMs: timings.departPatienceMs, lazy: false });
    for (const place of places.values()) {
      relay.notify(place, { kind: "displaced" });
      for (const peer of peers.values()) this.#teller.departed(peer, place.seating, "left");
    }
  }

  /** Holds the seat of the page opposite on: its media still arrive though its socket is gone. */
  async vouch({ room, seating }: Seating, session: string): Promise<void> {
    const { store, timings } = this.#options;
    const { holdLostMs: holdMs, departPatienceMs: patienceMs } = timings;
    await store.update<void>(room, (before, now) => {
      const after = vouch(before, { seating, session }, { now, holdMs });
      return { room: after, result: undefined };
    }, { patienceMs, lazy: false });
  }

  /**
   * Turns the page opposite out and tells it.
   *
   * @param tried where it sat when a write was tried: one that came too late may have been the last;
   *   whoever tries again brings the same
   * @returns whether it was there
   * @throws {Unavailable} when KV does not answer in time
   */
  async expel(
    { room, seating }: Seating,
    session: string,
    tried = new Map<string, Place>(),
  ): Promise<boolean> {
    const { store, relay, timings } = this.#options;
    await store.update<void>(room, (before, now) => {
      const expelled = expel(before, { seating, session }, now);
      if (expelled !== null) tried.set(expelled.place.seating, expelled.place);
      return { room: expelled?.room ?? null, result: undefined };
    }, { patienceMs: timings.joinPatienceMs, lazy: false });
    for (const place of tried.values()) relay.notify(place, { kind: "refused" });
    return tried.size > 0;
  }

  #claimOf(request: SitRequest, newSeatToken: string): Claim {
    const { seating, session, token, newcomer } = request;
    const newTokenHash = hashToken(newSeatToken);
    return {
      ...{ instance: this.#options.me, seating, session, newcomer },
      tokenHash: token === null ? null : token === newSeatToken ? newTokenHash : hashToken(token),
      newTokenHash,
    };
  }
}
