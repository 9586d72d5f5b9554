/**
 * The life of one WebSocket.
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
 * Joins, departures, signals and notices run one after another; `ping` and `ice` are answered at
 * once. A closed socket still departs: its seat is held or freed after whatever was under way.
 */
import { judgeSilence } from "./liveness.ts";
import type { Notice } from "./mail.ts";
import {
  CLOSE,
  encode,
  type ErrorCode,
  type JoinMessage,
  parseClientMessage,
  type ServerMessage,
  type Signal,
} from "./protocol.ts";
import { parseRoomName, type RoomName } from "./room_name.ts";
import type { Departure, Sat } from "./seating.ts";
import type { PeerSeat } from "./seats.ts";
import { Serial } from "./serial.ts";
import { SocketLimits } from "./socket_limits.ts";
import type { Visitor } from "./addresses.ts";
import type { Occupant } from "./relay.ts";
import { Unavailable } from "./store/patience.ts";
import type { LossReason } from "./telemetry.ts";
import { hashToken, newId, sameHash } from "./tokens.ts";
import type { World } from "./world.ts";

interface Seated {
  readonly at: "seated";
  readonly room: RoomName;
  readonly seating: string;
  readonly tokenHash: string;
  readonly peer: PeerSeat | null;
  /** When the room was last written for this socket. */
  readonly writtenAt: number;
}

type State =
  | { readonly at: "lobby" }
  | { readonly at: "joining" }
  | Seated
  | { readonly at: "gone" };

/** What `JSON.stringify` makes of the heartbeat: most frames by far need no parser. */
const PING = encode({ type: "ping" });
const PONG = encode({ type: "pong" });
/** Tasks that may wait behind a join; a page sends a handful. */
const MAX_WAITING = 256;
/** Deno's own close reason when a WebSocket ping stayed unanswered; its code is 1001 too. */
const NO_PONG = "No response from ping frame.";

export class SocketSession implements Occupant {
  readonly #socket: WebSocket;
  readonly #world: World;
  readonly #visitor: Visitor;
  readonly #limits: SocketLimits;
  readonly #serial: Serial;
  readonly #openedAt: number;
  #heardAt: number | null = null;
  #state: State = { at: "lobby" };
  #closed = false;
  /** The page said that it is closing, and nothing since. */
  #closing = false;

  constructor(socket: WebSocket, visitor: Visitor, world: World) {
    this.#socket = socket;
    this.#world = world;
    this.#visitor = visitor;
    this.#openedAt = world.clock.now();
    this.#limits = new SocketLimits(world.rates, this.#openedAt);
    this.#serial = new Serial((error) => this.#onBug(error));
    socket.onopen = () => this.#welcome();
    socket.onmessage = ({ data }) => this.#hear(data);
    socket.onclose = ({ code, reason }) => this.#onClose(departureFor(code, reason));
    // A failed socket closes too, and `onclose` tells; without a listener Deno would log the error.
    socket.onerror = (event) => event.preventDefault();
  }

  /** A notice for this socket's seat. */
  receive(notice: Notice): void {
    this.#enqueue(() => this.#take(notice));
  }

  /** Closes a socket that fell silent; renews a room that somebody has sat in for a day. */
  sweep(now: number): void {
    if (this.#closed) return;
    const state = this.#state;
    const seated = state.at === "seated";
    const silence = { openedAt: this.#openedAt, heardAt: this.#heardAt, seated };
    const judgement = judgeSilence(silence, this.#world.timings, now);
    if (judgement === "idle") {
      this.#complain("idle", "Cannot keep a socket open that is not used");
      this.#drop("idle", CLOSE.idle);
    } else if (judgement === "lost") this.#drop("frozen", CLOSE.idle);
    else if (seated && now - state.writtenAt >= this.#world.timings.roomLifeMs / 2) {
      this.#state = { ...state, writtenAt: now };
      this.#enqueue(() => this.#world.seating.renew(state.room.key, state.seating));
    }
  }

  /** Tells the page that the server stops, and closes; the seat stays as it is. */
  stop(retryInMs: number): void {
    this.#send({ type: "stopping", retryInMs });
    this.#leaveSilently(CLOSE.goingAway, "The server is stopping");
  }

  #welcome(): void {
    const { timings } = this.#world;
    this.#send({ type: "welcome", ice: this.#world.ice(), heartbeatMs: timings.heartbeatMs });
  }

  #hear(data: unknown): void {
    if (this.#closed) return;
    const now = this.#world.clock.now();
    this.#heardAt = now;
    if (typeof data !== "string") {
      this.#complain("bad-message", "Cannot read a binary frame");
      return this.#drop("binary", CLOSE.unsupported);
    }
    const waitMs = this.#limits.message(data.length, now);
    if (data === PING && waitMs === null) return this.#sendText(PONG);
    const parsed = parseClientMessage(data);
    if (!parsed.ok) {
      this.#mistake(parsed.code, parsed.reason);
      if (parsed.code === "too-large") this.#drop("too-large", CLOSE.tooLarge);
      return;
    }
    if (waitMs !== null) {
      return this.#mistake("rate-limited", "Cannot take messages this fast", waitMs);
    }
    const { message } = parsed;
    this.#closing = message.type === "closing";
    switch (message.type) {
      case "ping":
        return this.#sendText(PONG);
      case "ice":
        return this.#send({ type: "ice", ice: this.#world.ice() });
      case "closing":
        return;
      case "join":
        return this.#enqueue(() => this.#join(message));
      case "signal":
        return this.#enqueue(() => this.#forward(message.to, message.signal));
      case "leave":
        return this.#enqueue(() => this.#leave());
    }
  }

  async #join(message: JoinMessage): Promise<void> {
    const before = this.#state;
    if (this.#closed || before.at === "gone" || before.at === "joining") return;
    const { telemetry, relay, seating: seats, clock } = this.#world;
    const started = clock.now();
    const room = this.#roomFor(message, before);
    if (room === null) return;

    const seating = before.at === "seated" ? before.seating : newId();
    this.#state = { at: "joining" };
    relay.register(seating, this);
    let sat: Sat;
    try {
      sat = await seats.sit({
        room: room.key,
        seating,
        session: message.session,
        token: message.token ?? null,
        link: message.link,
        offer: message.offer,
      });
    } catch (error) {
      this.#state = before;
      if (before.at !== "seated") relay.unregister(seating);
      if (!(error instanceof Unavailable)) throw error;
      telemetry.joined("unavailable", clock.now() - started);
      const { unavailableRetryMs } = this.#world.timings;
      return this.#complain("unavailable", "Cannot reach the rooms", unavailableRetryMs);
    }
    if (sat.kind === "full") {
      // Only a seat that was lost meanwhile can be refused to somebody seated.
      relay.unregister(seating);
      if (before.at === "seated") telemetry.seatEmptied();
      this.#state = { at: "lobby" };
      return this.#refuseFull(room, sat.retryInMs, clock.now() - started);
    }
    telemetry.joined(sat.resumed ? "resumed" : "new", clock.now() - started);
    if (before.at !== "seated") telemetry.seatTaken();
    const { token, seat, resumed, peer } = sat;
    const tokenHash = hashToken(token);
    this.#state = { at: "seated", room, seating, tokenHash, peer, writtenAt: clock.now() };
    this.#send({
      type: "joined",
      room: room.shown,
      seat,
      token,
      resumed,
      peer: peer === null ? null : { session: peer.session, present: peer.present },
    });
    if (peer?.present) this.#verify(peer);
  }

  /** The room a join may try, or `null` when it was answered with an error. */
  #roomFor(message: JoinMessage, state: State): RoomName | null {
    const { telemetry } = this.#world;
    const name = parseRoomName(message.room);
    if (!name.ok) {
      telemetry.joined("bad-name", 0);
      if (this.#refusalAllowed()) {
        const words = "Cannot use this room name";
        this.#send(errorMessage("bad-room-name", words, { problem: name.problem }));
      }
      return null;
    }
    if (state.at === "seated" && !isRejoin(message, name.name, state)) {
      this.#mistake("out-of-order", "Cannot join twice: leave first");
      return null;
    }
    const waitMs = this.#visitor.join();
    if (waitMs === null) return name.name;
    telemetry.joined("limited", 0);
    this.#mistake("rate-limited", "Cannot join this often", waitMs);
    return null;
  }

  #refuseFull(room: RoomName, retryInMs: number | null, ms: number): void {
    this.#world.telemetry.joined("full", ms);
    if (this.#refusalAllowed()) this.#send({ type: "full", room: room.shown, retryInMs });
  }

  /** Answers too many refusals with a limit, so that rooms cannot be searched. */
  #refusalAllowed(): boolean {
    const waitMs = this.#visitor.refusal();
    if (waitMs === null) return true;
    this.#mistake("rate-limited", "Cannot try names this often", waitMs);
    return false;
  }

  /** Asks in the background whether the other person is really there. */
  #verify(peer: PeerSeat): void {
    this.#world.seating.absence(peer).then((holdMs) => {
      if (holdMs === null) return;
      this.receive({ kind: "away", from: peer.seating, reason: "lost", holdMs });
    }).catch((error) => this.#onBug(error));
  }

  #leave(): void | Promise<void> {
    if (this.#closed) return;
    if (this.#state.at !== "seated") {
      return this.#mistake("out-of-order", "Cannot leave before joining");
    }
    return this.#depart("left");
  }

  #forward(to: string, signal: Signal): void {
    const state = this.#state;
    if (this.#closed) return;
    if (state.at !== "seated") {
      return this.#mistake("out-of-order", "Cannot signal before joining");
    }
    const { peer, seating } = state;
    if (!peer?.present || peer.session !== to) return;
    this.#world.relay.notify(peer, { kind: "signal", from: seating, signal });
  }

  #take(notice: Notice): void {
    const state = this.#state;
    if (this.#closed || state.at !== "seated") return;
    if (notice.kind === "arrived") {
      const { from, instance, session, link, offer } = notice;
      this.#state = { ...state, peer: { instance, seating: from, session, present: true } };
      return this.#send({ type: "arrived", session, link, offer });
    }
    if (notice.kind === "elsewhere") {
      this.#send({ type: "elsewhere" });
      return this.#leaveSilently(CLOSE.elsewhere, "Continued elsewhere");
    }
    // The page reconnects with its token, and learns who has the seat now.
    if (notice.kind === "displaced") return this.#leaveSilently(CLOSE.goingAway, "Seat lost");
    const { peer } = state;
    if (peer === null || peer.seating !== notice.from) return;
    const { session } = peer;
    if (notice.kind === "signal") {
      return this.#send({ type: "signal", from: session, signal: notice.signal });
    }
    if (notice.kind === "left") {
      this.#state = { ...state, peer: null };
      return this.#send({ type: "left", session });
    }
    if (!peer.present) return;
    this.#state = { ...state, peer: { ...peer, present: false } };
    this.#send({ type: "away", session, reason: notice.reason, holdMs: notice.holdMs });
  }

  async #depart(departure: Departure): Promise<void> {
    const state = this.#state;
    this.#state = this.#closed ? { at: "gone" } : { at: "lobby" };
    if (state.at !== "seated") return;
    const { seating: seats, telemetry } = this.#world;
    telemetry.seatEmptied();
    const { room, seating, peer } = state;
    try {
      await seats.depart(room.key, seating, departure, peer?.present ? peer : null);
    } catch (error) {
      // Whoever wants the seat finds that this seating has no socket any more.
      if (!(error instanceof Unavailable)) throw error;
    }
  }

  #onClose(departure: Departure): void {
    if (this.#closed) return;
    this.#forget();
    const how = this.#closing && departure === "lost" ? "closing" : departure;
    this.#serial.run(() => this.#depart(how));
  }

  /** Closes for good without a word to the room: the seat is somebody else's, or stays as it is. */
  #leaveSilently(code: number, reason: string): void {
    if (this.#closed) return;
    const state = this.#state;
    this.#forget();
    this.#state = { at: "gone" };
    if (state.at === "seated") {
      this.#world.relay.unregister(state.seating);
      this.#world.telemetry.seatEmptied();
    }
    this.#close(code, reason);
  }

  /** Closes for a reason of our own; a silent socket may never confirm it, so it is lost now. */
  #drop(reason: LossReason, code: number): void {
    if (this.#closed) return;
    this.#world.telemetry.dropped(reason);
    this.#close(code, reason);
    this.#onClose("lost");
  }

  #forget(): void {
    this.#closed = true;
    this.#visitor.release();
    this.#world.onGone(this);
  }

  #close(code: number, reason: string): void {
    const { readyState } = this.#socket;
    if (readyState === WebSocket.OPEN || readyState === WebSocket.CONNECTING) {
      this.#socket.close(code, reason);
    }
  }

  #enqueue(task: () => void | Promise<void>): void {
    if (this.#serial.waiting >= MAX_WAITING) return this.#drop("errors", CLOSE.policy);
    this.#serial.run(task);
  }

  /** An error the page caused; too many of them close the socket. */
  #mistake(code: ErrorCode, message: string, retryInMs: number | null = null): void {
    this.#complain(code, message, retryInMs);
    if (!this.#limits.mistake(this.#world.clock.now())) this.#drop("errors", CLOSE.policy);
  }

  #complain(code: ErrorCode, message: string, retryInMs: number | null = null): void {
    this.#send(errorMessage(code, message, { retryInMs }));
  }

  #onBug(error: unknown): void {
    this.#world.onBug(error);
    this.#complain("internal", "Cannot do this: the server made a mistake");
  }

  #send(message: ServerMessage): void {
    this.#sendText(encode(message));
  }

  #sendText(text: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#world.limits.bufferedBytes) {
      return this.#drop("slow-reader", CLOSE.policy);
    }
    this.#socket.send(text);
  }
}

function departureFor(code: number, reason: string): Departure {
  if (code === CLOSE.left) return "left";
  if (code === CLOSE.pageClosing) return "closing";
  return code === CLOSE.goingAway && reason !== NO_PONG ? "closing" : "lost";
}

/** Whether somebody seated asks for their own seat again, for example with a fresh offer. */
function isRejoin(message: JoinMessage, name: RoomName, state: Seated): boolean {
  return state.room.key === name.key && message.token !== undefined &&
    sameHash(hashToken(message.token), state.tokenHash);
}

function errorMessage(
  code: ErrorCode,
  message: string,
  more: {
    retryInMs?: number | null;
    problem?: Extract<ServerMessage, { type: "error" }>["problem"];
  },
): ServerMessage {
  const { retryInMs = null, problem = null } = more;
  return { type: "error", code, message, retryInMs, problem };
}
