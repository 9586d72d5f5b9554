/** Finds out who is there, and holds the seat of whoever cannot be reached. */
import { type Clock, pause } from "../clock.ts";
import type { Relay } from "../relay/relay.ts";
import type { RoomStore } from "../store/room_store.ts";
import type { Timings } from "../timings.ts";
import type { Checker } from "./reachability.ts";
import type { Place, Room } from "./room.ts";
import { doubt } from "./seat_rules.ts";
import type { Finding, Findings } from "./seat_status.ts";

export interface FinderOptions {
  readonly store: RoomStore;
  readonly relay: Relay;
  readonly checker: Checker;
  readonly clock: Clock;
  readonly timings: Timings;
}

const ALIVE: Finding = { kind: "alive" };

export class Finder {
  readonly #options: FinderOptions;

  constructor(options: FinderOptions) {
    this.#options = options;
  }

  /** What was found out, and what this instance knows by itself. */
  known(room: Room, found: Findings): Findings {
    const findings = new Map(found);
    for (const seat of room.seats) {
      if (seat === null || seat.heldUntil !== null) continue;
      const finding = this.#options.checker.glance(seat);
      if (finding !== "unknown") findings.set(seat.seating, finding);
    }
    return findings;
  }

  /** Asks about several at once; `null` when not all could be heard in time. */
  async ask(room: string, places: readonly Place[], patienceMs: number) {
    const stop = new AbortController();
    const asking = Promise.all(places.map(async (place) => {
      return [place.seating, await this.find(room, place)] as const;
    }));
    const late = pause(this.#options.clock, Math.max(0, patienceMs), stop.signal).then(() => null);
    return await Promise.race([asking, late]).finally(() => stop.abort());
  }

  /** Asks whether somebody is there. Who cannot be reached counts as lost a moment ago. */
  async find(room: string, place: Place): Promise<Finding> {
    const { store, relay, checker, clock, timings } = this.#options;
    const finding = await checker.check(place);
    if (finding !== "silent") return finding;
    const until = clock.now() + timings.holdLostMs;
    try {
      await store.update<void>(room, (before) => {
        return { room: doubt(before, place.seating, until), result: undefined };
      }, { patienceMs: timings.departPatienceMs, lazy: false });
    } catch {
      return ALIVE;
    } finally {
      // Also when the answer was lost: the hold may have been laid, or may still be.
      relay.notify(place, { kind: "doubted" });
    }
    return { kind: "gone", until };
  }
}
