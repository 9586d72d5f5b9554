/**
 * What one socket is in: no room yet, or a seat of one.
 *
 * ```
 *             join                 joined
 *   lobby ───────────► joining ────────────► seated ───┐ signal, vouch, refuse, notices,
 *     ▲ ▲                 │                    │  ▲────┘ join (fresh offer)
 *     │ └── full, error ──┘        leave       │
 *     └────────────────────────────────────────┤
 *                                              │ close, silence, elsewhere, displaced, refused
 *   any ──────────────── close ──────────────► gone
 * ```
 *
 * Methods that return a promise must be called one after another (`serial.ts`); the notices too.
 */
import { PageIce } from "../ice/page_ice.ts";
import type { Visitor } from "../limits/addresses.ts";
import type { Ice, JoinMessage, LeaveMessage, Signal } from "../protocol.ts";
import type { SeatNotice } from "../relay/mail.ts";
import { parseRoomName, type RoomName } from "../room_name.ts";
import type { Departure } from "../rooms/teller.ts";
import { ignoreUnavailable } from "../store/patience.ts";
import { errorMessage, joinedMessage } from "./answers.ts";
import { askForSeat, type Joined, outcomeOf, type Refusal, roomFor } from "./joining.ts";
import { ENDINGS, type Line } from "./line.ts";
import { hearPeer, type Opposite, vouchedFor } from "./opposite.ts";
import { type Asked, connectionAfter, GONE, JOINING, LOBBY } from "./participant_state.ts";
import { requestFor, type Seated, seatedBy, seatingOf, type State } from "./participant_state.ts";
import { Refusing } from "./refusing.ts";
import type { Services } from "./services.ts";

/** A challenge costs two writes: not more often for one seat, ms. */
const VERIFY_AGAIN_MS = 5_000;

export class Participant {
  readonly #line: Line;
  readonly #visitor: Visitor;
  readonly #services: Services;
  readonly #ice: PageIce;
  #state: State = LOBBY;
  /** The seat that was asked for last, while nobody could say whether it was given. */
  #unsure: { readonly room: RoomName; readonly token: string } | null = null;
  /** When the presence of the other person was last asked about, by the monotonic clock. */
  #verifiedAt = -Infinity;
  readonly #refusing: Refusing;

  constructor(line: Line, visitor: Visitor, services: Services) {
    this.#line = line;
    this.#visitor = visitor;
    this.#services = services;
    const { ice: config, provider, clock, secrets } = services;
    this.#ice = new PageIce({ config, provider, clock, newId: secrets.newId, visitor });
    this.#refusing = new Refusing({
      services,
      seating: () => {
        const state = this.#state;
        return line.closed || state.at !== "seated" ? null : seatingOf(state);
      },
      out: (session) => this.#onOut(session),
    });
  }

  get seated(): boolean {
    return this.#state.at === "seated";
  }

  /** The ICE servers this page may use now. */
  ice(): Ice {
    return this.#ice.current({ seated: this.seated });
  }

  /** Takes or resumes a seat, and answers `joined`, `full` or an error. */
  async join(message: JoinMessage): Promise<void> {
    const before = this.#state;
    if (this.#line.closed || before.at === "gone" || before.at === "joining") return;
    const { relay, clock, secrets, telemetry } = this.#services;
    const { request } = message;
    const room = roomFor(message, { visitor: this.#visitor, state: before });
    if ("code" in room) return this.#refuseJoin(request, room);
    const started = clock.monotonic();
    const seated = before.at === "seated";
    const asked = { message, room, seating: seated ? before.seating : secrets.newId() };
    this.#state = JOINING;
    relay.register(asked.seating, this.#line);
    const outcome = await askForSeat(requestFor(asked), {
      ...{ visitor: this.#visitor, services: this.#services, seated },
    });
    const { token } = message;
    this.#unsure = outcome.kind === "unavailable" && token ? { room, token } : null;
    const measured = outcomeOf(outcome);
    if (measured !== null) telemetry.joined(measured, clock.monotonic() - started);
    if (outcome.kind === "seated") {
      if (!seated) telemetry.seatTaken();
      return this.#onSeated(outcome, asked);
    }
    if (outcome.kind === "elsewhere" || outcome.kind === "unavailable" || outcome.kind === "bug") {
      // What was given up may be written yet: the next sweep looks, and writes the room anew.
      this.#state = before.at === "seated" ? { ...before, writtenAt: -Infinity } : before;
      return outcome.kind === "elsewhere"
        ? this.#end("elsewhere")
        : this.#failed(outcome.kind, request);
    }
    relay.unregister(asked.seating);
    // Somebody seated asked again, and had lost the seat meanwhile.
    if (seated) telemetry.seatEmptied();
    this.#state = LOBBY;
    const { retryInMs } = outcome;
    if (outcome.kind === "limited") {
      return this.#line.mistake("rate-limited", outcome.words, { request, retryInMs });
    }
    const { firstInLine } = outcome;
    this.#line.send({ type: "full", request, room: room.shown, retryInMs, firstInLine });
  }

  /** Gives the seat up because the page says so: its own, or one its last socket had. */
  async leave({ of }: LeaveMessage): Promise<void> {
    if (this.#line.closed) return;
    const unsure = this.#unsure;
    this.#unsure = null;
    if (of !== undefined) {
      const room = parseRoomName(of.room);
      if (room.ok && this.#visitor.spend("joins") === null) await this.#giveUp(room.name, of.token);
      return;
    }
    if (this.#state.at === "lobby" && unsure !== null) {
      return await this.#giveUp(unsure.room, unsure.token);
    }
    await this.depart("left");
  }

  /** Frees the seat of a token, whichever socket had it. */
  async #giveUp(room: RoomName, token: string): Promise<void> {
    try {
      await this.#services.rooms.giveUp(room.key, token);
    } catch (error) {
      // KV may not even be open yet; whoever wants the seat finds it empty.
      ignoreUnavailable(error);
    }
  }

  /** Gets up: frees or holds the seat, and tells the other person. */
  async depart(departure: Departure): Promise<void> {
    const state = this.#state;
    this.#state = this.#line.closed ? GONE : LOBBY;
    if (state.at !== "seated") return;
    this.#services.telemetry.seatEmptied();
    const { room, seating, peer } = state;
    const goodbye = { peer: peer?.present ? peer : null };
    // Without an answer, whoever wants the seat finds that this seating has no socket any more.
    await this.#services.rooms.depart({ room: room.key, seating }, departure, goodbye)
      .catch(ignoreUnavailable);
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
    const connection = connectionAfter(signal, state.connection);
    if (connection !== state.connection) this.#state = { ...state, connection };
    const { peer, seating } = state;
    if (!peer?.present || peer.session !== to) return;
    this.#services.relay.notify(peer, { kind: "signal", from: seating, signal });
    // Descriptions are said anew when media stand: perhaps nobody is there any more.
    if (signal.kind === "offer" || signal.kind === "restart") this.#doubt(state, peer);
  }

  /** The page still receives media from the page opposite, whose socket is gone: holds its seat on. */
  async vouch(session: string): Promise<void> {
    const state = this.#state;
    if (this.#line.closed || state.at !== "seated") return;
    const { clock, timings: { holdLostMs: holdMs }, rooms } = this.#services;
    const peer = vouchedFor(state.peer, session, { now: clock.monotonic(), holdMs });
    if (peer === null) return;
    this.#state = { ...state, peer };
    await rooms.vouch(seatingOf(state), session).catch(ignoreUnavailable);
  }

  /** The person here does not want the page opposite: turns it out of its seat. */
  refuse(session: string): Promise<void> {
    return this.#refusing.refuse(session);
  }

  #onOut(session: string): void {
    const state = this.#state;
    if (state.at !== "seated") return;
    if (state.peer?.session === session) this.#state = { ...state, peer: null };
    this.#line.send({ type: "left", session });
  }

  /** Takes in what the room of a seating has to say: nothing to whoever sits elsewhere by now. */
  notice(seating: string, notice: SeatNotice): Promise<void> | void {
    const state = this.#state;
    if (this.#line.closed || state.at !== "seated" || state.seating !== seating) return;
    switch (notice.kind) {
      case "elsewhere":
      case "displaced":
      case "refused":
        return this.#end(notice.kind);
      case "doubted":
        return this.#renew(state);
      case "arrived": {
        const { from, instance, session, holder, turn, resumed, connection, offer } = notice;
        if (turn < state.heardTurn) return;
        this.#refusing.forget(session);
        const peer = { instance, seating: from, session, present: true, heldUntil: 0 };
        this.#state = { ...state, peer, heardTurn: turn, met: true };
        return this.#line.send({ type: "arrived", session, holder, resumed, connection, offer });
      }
      default: {
        const heard = hearPeer(state.peer, notice, this.#services.clock.monotonic());
        if (heard === null) return;
        if (heard.peer !== state.peer) this.#state = { ...state, peer: heard.peer };
        this.#line.send(heard.message);
      }
    }
  }

  /** Writes the room anew when half its life has passed, so that it does not expire under us. */
  renew(): Promise<void> | void {
    const state = this.#state;
    if (state.at !== "seated") return;
    const { clock, timings } = this.#services;
    const lifeMs = state.met ? timings.roomLifeMs : timings.unmetRoomLifeMs;
    if (clock.monotonic() - state.writtenAt >= lifeMs / 2) return this.#renew(state);
  }

  async #renew(state: Seated): Promise<void> {
    this.#state = { ...state, writtenAt: this.#services.clock.monotonic() };
    const mine = await this.#services.rooms.renew(seatingOf(state)).catch(ignoreUnavailable);
    if (mine === false) this.#end("displaced");
    // KV did not say: the next sweep asks again.
    if (mine === null && this.#state.at === "seated") {
      this.#state = { ...this.#state, writtenAt: -Infinity };
    }
  }

  #end(how: keyof typeof ENDINGS): void {
    const { message, code, reason } = ENDINGS[how];
    if (message !== null) this.#line.send(message);
    this.vanish();
    this.#line.hangUp(code, reason);
  }

  #onSeated(joined: Joined, asked: Asked): void {
    const state = seatedBy(joined, asked, this.#services.clock.monotonic());
    this.#state = state;
    this.#line.send(joinedMessage(joined, asked, { ice: this.ice() }));
    if (state.peer?.present) void this.#verify(state, state.peer);
  }

  /** Verifies the other person's presence again, but not too often. */
  #doubt(seat: Seated, peer: Opposite): void {
    if (this.#services.clock.monotonic() - this.#verifiedAt < VERIFY_AGAIN_MS) return;
    void this.#verify(seat, peer);
  }

  /** Asks in the background whether the other person is really there. */
  async #verify({ room, seating }: Seated, peer: Opposite): Promise<void> {
    this.#verifiedAt = this.#services.clock.monotonic();
    const holdMs = await this.#services.rooms.absence(room.key, peer);
    if (holdMs === null) return;
    const notice = { kind: "away", from: peer.seating, reason: "lost", holdMs } as const;
    this.#line.receive(seating, notice);
  }

  #refuseJoin(request: string, { code, words, details, outcome }: Refusal): void {
    if (outcome !== null) this.#services.telemetry.joined(outcome, 0);
    const more = { request, ...details };
    // A name is a person's mistake, not the page's.
    if (code === "bad-room-name") return this.#line.send(errorMessage(code, words, more));
    this.#line.mistake(code, words, more);
  }

  #failed(kind: "unavailable" | "bug", request: string): void {
    const { unavailableRetryMs: retryInMs } = this.#services.timings;
    this.#line.send(
      kind === "bug"
        ? errorMessage("internal", "Cannot join: the server made a mistake", { request })
        : errorMessage("unavailable", "Cannot reach the rooms", { request, retryInMs }),
    );
  }
}
