/**
 * What one socket is in: no room yet, or a seat of one.
 *
 * ```
 *             join                 joined
 *   lobby ───────────► joining ────────────► seated ───┐ signal, notices, join (fresh offer)
 *     ▲ ▲                 │                    │  ▲────┘
 *     │ └── full, error ──┘        leave       │
 *     └────────────────────────────────────────┤
 *                                              │ close, silence, elsewhere
 *   any ──────────────── close ──────────────► gone
 * ```
 *
 * Methods that return a promise must be called one after another (`serial.ts`); the notices too.
 */
import type { Visitor } from "../limits/addresses.ts";
import { type ErrorDetails, errorMessage } from "./errors.ts";
import {
  type Asked,
  GONE,
  isRejoin,
  JOINING,
  LOBBY,
  type Opposite,
  requestFor,
  type Seated,
  type State,
} from "./participant_state.ts";
import type { Notice } from "../relay/mail.ts";
import {
  CLOSE,
  type ErrorCode,
  type ErrorMessage,
  type JoinMessage,
  type ServerMessage,
  type Signal,
} from "../protocol.ts";
import type { Occupant } from "../relay/relay.ts";
import { parseRoomName, type RoomName } from "../room_name.ts";
import type { Departure, Sat, SitRequest } from "../rooms/rooms.ts";
import { Unavailable } from "../store/patience.ts";
import { holderOf } from "../rooms/tokens.ts";
import type { Services } from "./services.ts";

type FullMessage = Extract<ServerMessage, { type: "full" }>;

/** A participant's way to the page and to its own socket. */
export interface Line extends Occupant {
  readonly closed: boolean;
  send(message: ServerMessage): void;
  /** Tells the page of an error it caused, and counts it. */
  mistake(code: ErrorCode, message: string, more?: ErrorDetails): void;
  /** Closes for good; the participant has already left. */
  hangUp(code: number, reason: string): void;
}

export class Participant {
  readonly #line: Line;
  readonly #visitor: Visitor;
  readonly #services: Services;
  #state: State = LOBBY;

  constructor(line: Line, visitor: Visitor, services: Services) {
    this.#line = line;
    this.#visitor = visitor;
    this.#services = services;
  }

  get seated(): boolean {
    return this.#state.at === "seated";
  }

  /** Takes or resumes a seat, and answers `joined`, `full` or an error. */
  async join(message: JoinMessage): Promise<void> {
    const before = this.#state;
    if (this.#line.closed || before.at === "gone" || before.at === "joining") return;
    const room = this.#roomFor(message, before);
    if (room === null) return;
    const { relay, clock, secrets, telemetry } = this.#services;
    const { request } = message;
    const started = clock.monotonic();
    const seating = before.at === "seated" ? before.seating : secrets.newId();
    this.#state = JOINING;
    relay.register(seating, this.#line);
    const sat = await this.#sit(requestFor(message, room, seating)).catch((error: unknown) => {
      this.#state = before;
      if (before.at !== "seated") relay.unregister(seating);
      throw error;
    });
    const ms = clock.monotonic() - started;
    switch (sat.kind) {
      case "seated":
        telemetry.joined(sat.resumed ? "resumed" : "new", ms);
        if (before.at !== "seated") telemetry.seatTaken();
        return this.#onSeated(sat, { request, room, seating });
      case "full":
        telemetry.joined("full", ms);
        relay.unregister(seating);
        // Somebody seated asked again, and had lost the seat meanwhile.
        if (before.at === "seated") telemetry.seatEmptied();
        this.#state = LOBBY;
        return this.#refuse({
          type: "full",
          request,
          room: room.shown,
          retryInMs: sat.retryInMs,
        });
      case "unavailable":
        telemetry.joined("unavailable", ms);
        this.#state = before;
        if (before.at !== "seated") relay.unregister(seating);
        return this.#line.send(errorMessage("unavailable", "Cannot reach the rooms", {
          request,
          retryInMs: this.#services.timings.unavailableRetryMs,
        }));
    }
  }

  /** Gives the seat up because the page says so. */
  leave(): Promise<void> | void {
    if (this.#line.closed) return;
    if (this.#state.at === "seated") return this.depart("left");
  }

  vouch(_session: string): void {}

  refuse(_session: string): void {}

  /** Gets up: frees or holds the seat, and tells the other person. */
  async depart(departure: Departure): Promise<void> {
    const state = this.#state;
    this.#state = this.#line.closed ? GONE : LOBBY;
    if (state.at !== "seated") return;
    this.#services.telemetry.seatEmptied();
    const { room, seating, peer } = state;
    try {
      const present = peer?.present ? peer : null;
      await this.#services.seating.depart(room.key, seating, departure, present);
    } catch (error) {
      // Whoever wants the seat finds that this seating has no socket any more.
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  /** Goes without a word to the room: the seat is somebody else's, or stays as it is. */
  vanish(): void {
    const state = this.#state;
    this.#state = GONE;
    if (state.at !== "seated") return;
    this.#services.relay.unregister(state.seating);
    this.#services.telemetry.seatEmptied();
  }

  /** Passes a signal on, if it is meant for the page that sits opposite now. */
  forward(to: string, signal: Signal): void {
    const state = this.#state;
    if (this.#line.closed) return;
    if (state.at !== "seated") {
      return this.#line.mistake("out-of-order", "Cannot signal before joining");
    }
    const { peer, seating } = state;
    if (!peer?.present || peer.session !== to) return;
    this.#services.relay.notify(peer, { kind: "signal", from: seating, signal });
  }

  /** Takes in what the room has to say. */
  notice(notice: Notice): void {
    const state = this.#state;
    if (this.#line.closed || state.at !== "seated") return;
    switch (notice.kind) {
      case "elsewhere":
        this.#line.send({ type: "elsewhere" });
        this.vanish();
        return this.#line.hangUp(CLOSE.elsewhere, "Continued elsewhere");
      case "displaced":
        // The page reconnects with its token, and learns who has the seat now.
        this.vanish();
        return this.#line.hangUp(CLOSE.goingAway, "Seat lost");
      case "arrived": {
        const { from, instance, session, holder, resumed, connection, offer } = notice;
        this.#state = { ...state, peer: { instance, seating: from, session, present: true } };
        return this.#line.send({ type: "arrived", session, holder, resumed, connection, offer });
      }
      default:
        if (state.peer?.seating === notice.from) this.#hearPeer(state, state.peer, notice);
    }
  }

  /** Writes the room anew when half its life has passed, so that it does not expire under us. */
  renew(): Promise<void> | void {
    const state = this.#state;
    const { clock, timings, seating } = this.#services;
    const now = clock.monotonic();
    if (state.at !== "seated" || now - state.writtenAt < timings.roomLifeMs / 2) return;
    this.#state = { ...state, writtenAt: now };
    return seating.renew(state.room.key, state.seating);
  }

  #hearPeer(
    state: Seated,
    peer: Opposite,
    notice: Extract<Notice, { kind: "signal" | "left" | "away" }>,
  ): void {
    const { session } = peer;
    switch (notice.kind) {
      case "signal":
        return this.#line.send({ type: "signal", from: session, signal: notice.signal });
      case "left":
        this.#state = { ...state, peer: null };
        return this.#line.send({ type: "left", session });
      case "away": {
        if (!peer.present) return;
        this.#state = { ...state, peer: { ...peer, present: false } };
        const { reason, holdMs } = notice;
        return this.#line.send({ type: "away", session, reason, holdMs });
      }
    }
  }

  #onSeated(sat: Extract<Sat, { kind: "seated" }>, { request, room, seating }: Asked): void {
    const { token, tokenHash, seat, resumed, peer } = sat;
    const writtenAt = this.#services.clock.monotonic();
    this.#state = { at: "seated", room, seating, tokenHash, peer, writtenAt };
    const ice = this.#services.ice();
    this.#line.send({
      ...{ type: "joined", request, room: room.shown, seat, token, resumed, ice },
      peer: peer && {
        session: peer.session,
        holder: holderOf(peer.tokenHash),
        present: peer.present,
      },
    });
    if (peer?.present) this.#verify(peer);
  }

  /** Asks in the background whether the other person is really there. */
  async #verify(peer: Opposite): Promise<void> {
    const holdMs = await this.#services.seating.absence(peer).catch(() => null);
    if (holdMs === null) return;
    this.#line.receive({ kind: "away", from: peer.seating, reason: "lost", holdMs });
  }

  async #sit(request: SitRequest): Promise<Sat | { readonly kind: "unavailable" }> {
    try {
      return await this.#services.seating.sit(request);
    } catch (error) {
      if (error instanceof Unavailable) return { kind: "unavailable" };
      throw error;
    }
  }

  /** The room a join may try, or `null` when it was answered with an error. */
  #roomFor(message: JoinMessage, state: State): RoomName | null {
    const { telemetry } = this.#services;
    const { request } = message;
    const result = parseRoomName(message.room);
    if (!result.ok) {
      telemetry.joined("bad-name", 0);
      const { problem } = result;
      this.#refuse(
        errorMessage("bad-room-name", "Cannot use this room name", { request, problem }),
      );
      return null;
    }
    const { name } = result;
    if (state.at === "seated" && !isRejoin(message, name, state)) {
      this.#line.mistake("out-of-order", "Cannot join twice: leave first", { request });
      return null;
    }
    const waitMs = this.#visitor.join();
    if (waitMs === null) return name;
    telemetry.joined("limited", 0);
    this.#line.mistake("rate-limited", "Cannot join this often", { request, retryInMs: waitMs });
    return null;
  }

  /** Says no, unless this address has heard it too often: rooms are not to be searched. */
  #refuse(message: ErrorMessage | FullMessage): void {
    const waitMs = this.#visitor.refusal();
    if (waitMs === null) return this.#line.send(message);
    this.#line.mistake("rate-limited", "Cannot try names this often", {
      request: message.request,
      retryInMs: waitMs,
    });
  }
}
