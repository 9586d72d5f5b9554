/**
 * One WebSocket: frames in and out, its limits, its silence and its end. What the frames mean for a
 * room is `participant.ts`'s business.
 *
 * Joins, departures, signals and notices run one after another; `ping` and `ice` are answered at
 * once. A closed socket still departs: its seat is held or freed after whatever was under way.
 */
import { Buffer } from "node:buffer";
import type { Visitor } from "../limits/addresses.ts";
import { type ErrorDetails, errorMessage } from "./answers.ts";
import type { Line } from "./line.ts";
import { Participant } from "./participant.ts";
import { departureFor, isUnanswered } from "./close_event.ts";
import { judgeSilence } from "./silence.ts";
import type { SeatNotice } from "../relay/mail.ts";
import {
  type ClientMessage,
  CLOSE,
  encode,
  type ErrorCode,
  MAX_MESSAGE_BYTES,
  type ServerMessage,
} from "../protocol.ts";
import type { Departure } from "../rooms/teller.ts";
import { readFrame } from "./read_frame.ts";
import { Serial } from "./serial.ts";
import { SocketLimits } from "../limits/socket_rates.ts";
import type { LossReason } from "../telemetry/metrics.ts";
import type { Services } from "./services.ts";

/** What `JSON.stringify` makes of the heartbeat: most frames by far need no parser. */
const PING = encode({ type: "ping" });
const PONG = encode({ type: "pong" });
/** Tasks that may wait behind a join; a page sends a handful. */
const MAX_WAITING = 256;

/** What is left under a closed socket: nothing, a peer that may confirm, or one that shall not. */
type Connection = "gone" | "leaving" | "cut";

export interface SessionOptions {
  readonly visitor: Visitor;
  readonly services: Services;
  /** The socket is closed, though it may not be gone (`leaving.ts`). */
  readonly onGone: (session: SocketSession) => void;
}

export class SocketSession implements Line {
  readonly #socket: WebSocket;
  readonly #services: Services;
  readonly #visitor: Visitor;
  readonly #onGone: SessionOptions["onGone"];
  readonly #participant: Participant;
  /** Made with the first message. */
  #limits: SocketLimits | null = null;
  readonly #serial: Serial;
  readonly #openedAt: number;
  #heardAt: number | null = null;
  #closed = false;
  /** The page said that it is closing, and nothing since. */
  #closing = false;

  constructor(socket: WebSocket, { visitor, services, onGone }: SessionOptions) {
    this.#socket = socket;
    this.#services = services;
    this.#visitor = visitor;
    this.#onGone = onGone;
    this.#participant = new Participant(this, visitor, services);
    this.#openedAt = services.clock.monotonic();
    this.#serial = new Serial((error) => this.#onBug(error));
    socket.onopen = () => this.#welcome();
    socket.onmessage = ({ data }) => this.#hear(data);
    socket.onclose = ({ code, reason }) => this.#onClose(code, reason);
    // A failed socket closes too, and `onclose` tells; without a listener Deno would log the error.
    socket.onerror = (event) => event.preventDefault();
  }

  get closed(): boolean {
    return this.#closed;
  }

  receive(seating: string, notice: SeatNotice): void {
    this.#enqueue(() => this.#participant.notice(seating, notice));
  }

  send(message: ServerMessage): void {
    this.#sendText(encode(message));
  }

  mistake(code: ErrorCode, message: string, more: ErrorDetails = {}): void {
    this.send(errorMessage(code, message, more));
    const now = this.#services.clock.monotonic();
    if (!this.#countedAt(now).mistake(now)) this.#drop("errors", CLOSE.policy);
  }

  hangUp(code: number, reason: string): void {
    this.#close(code, reason);
    this.#forget("leaving");
  }

  /**
   * Closes a socket that fell silent.
   *
   * @param bornMs under pressure of memory: how long it may complete no message; `null`: as ever
   */
  sweep(now: number, bornMs: number | null): void {
    if (this.#closed) return;
    if (bornMs !== null && now - (this.#heardAt ?? this.#openedAt) >= bornMs) {
      return this.#drop("memory", CLOSE.idle);
    }
    const silence = {
      openedAt: this.#openedAt,
      heardAt: this.#heardAt,
      seated: this.#participant.seated,
    };
    switch (judgeSilence(silence, this.#services.timings, now)) {
      case "idle":
        this.send(errorMessage("idle", "Cannot keep a socket open that is not used"));
        return this.#drop("idle", CLOSE.idle);
      case "lost":
        return this.#drop("frozen", CLOSE.idle);
      case "fine":
        if (this.#participant.seated) this.#serial.run(() => this.#participant.renew());
    }
  }

  /** Tells the page that the server stops, and closes; the seat stays as it is. */
  stop(retryInMs: number): void {
    this.send({ type: "stopping", retryInMs });
    this.#participant.vanish();
    this.hangUp(CLOSE.goingAway, "The server is stopping");
  }

  #welcome(): void {
    const { heartbeatMs } = this.#services.timings;
    this.send({ type: "welcome", ice: this.#participant.ice(), heartbeatMs });
  }

  #hear(data: unknown): void {
    if (this.#closed) return;
    const now = this.#services.clock.monotonic();
    this.#heardAt = now;
    if (typeof data !== "string") {
      this.send(errorMessage("bad-message", "Cannot read a binary frame"));
      return this.#drop("binary", CLOSE.unsupported);
    }
    const bytes = Buffer.byteLength(data);
    const waitMs = this.#countedAt(now).message(bytes, now);
    if (waitMs !== null && bytes <= MAX_MESSAGE_BYTES) {
      return this.mistake("rate-limited", "Cannot take messages this fast", {
        retryInMs: waitMs,
      });
    }
    if (data === PING) return this.#heartbeat();
    const parsed = readFrame(data);
    if (parsed.ok) return this.#obey(parsed.message);
    this.mistake(parsed.code, parsed.reason);
    if (parsed.code === "too-large") this.#drop("too-large", CLOSE.tooLarge);
  }

  #obey(message: ClientMessage): void {
    this.#closing = message.type === "closing";
    switch (message.type) {
      case "ping":
        return this.#heartbeat();
      case "ice":
        return this.send({ type: "ice", ice: this.#participant.ice() });
      case "closing":
        return;
      case "join":
        return this.#enqueue(() => this.#participant.join(message));
      case "signal":
        return this.#enqueue(() => this.#participant.forward(message.to, message.signal));
      case "leave":
        return this.#enqueue(() => this.#participant.leave(message));
      case "vouch":
        return this.#enqueue(() => this.#participant.vouch(message.session));
      case "refuse":
        return this.#enqueue(() => this.#participant.refuse(message.session));
    }
  }

  #heartbeat(): void {
    this.#closing = false;
    this.#sendText(PONG);
  }

  /** Closes for a reason of our own; a silent socket may never confirm it, so it is lost now. */
  #drop(reason: LossReason, code: number): void {
    if (this.#closed) return;
    this.#services.telemetry.dropped(reason);
    this.#close(code, reason);
    this.#end("lost", reason === "memory" ? "cut" : "leaving");
  }

  /** Deno may say it twice: when a ping stays unanswered, and again when it has let go. */
  #onClose(code: number, reason: string): void {
    if (this.#closed) return this.#services.leaving.gone(this.#socket);
    this.#end(departureFor(code, reason), isUnanswered(reason) ? "leaving" : "gone");
  }

  /** No more of this socket: gets up from the seat. */
  #end(departure: Departure, connection: Connection): void {
    if (this.#closed) return;
    this.#forget(connection);
    const how = this.#closing && departure === "lost" ? "closing" : departure;
    this.#serial.run(() => this.#participant.depart(how));
  }

  #forget(connection: Connection): void {
    this.#closed = true;
    const { leaving, clock } = this.#services;
    const options = { now: clock.monotonic(), urgent: connection === "cut" };
    if (connection === "gone") this.#visitor.release();
    else leaving.add(this.#socket, this.#visitor, options);
    this.#onGone(this);
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

  #onBug(error: unknown): void {
    this.#services.onBug(error);
    this.send(errorMessage("internal", "Cannot do this: the server made a mistake"));
  }

  #countedAt(now: number): SocketLimits {
    return this.#limits ??= new SocketLimits(this.#services.rates, now);
  }

  #sendText(text: string): void {
    if (this.#socket.readyState !== WebSocket.OPEN) return;
    if (this.#socket.bufferedAmount > this.#services.limits.bufferedBytes) {
      return this.#drop("slow-reader", CLOSE.policy);
    }
    this.#socket.send(text);
  }
}
