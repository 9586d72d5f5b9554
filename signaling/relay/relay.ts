/** Carries notices to seatings: straight from memory here, through the mailbox elsewhere. */
import type { Clock } from "../clock.ts";
import type { Mail, SeatNotice } from "./mail.ts";
import { FREE_AT_ONCE, type Verdict } from "../rooms/reachability.ts";
import type { Place } from "../rooms/room.ts";
import type { Telemetry } from "../telemetry/metrics.ts";

/** Whoever sits at a seating of this instance. */
export interface Occupant {
  /** A notice for one of its seatings: perhaps not for the one it has when it comes to read it. */
  receive(seating: string, notice: SeatNotice): void;
}

/** How mail leaves this instance; absent where no other instance can exist. */
export interface Sender {
  send(to: string, mail: Mail): void;
}

export class Relay {
  /** Every seating of this instance that has a socket, from before its seat is written. */
  readonly #occupants = new Map<string, Occupant>();
  /** Seatings whose socket is gone and whose departure is being written: until when they are held. */
  readonly #departing = new Map<string, number>();
  readonly #instance: string;
  readonly #clock: Clock;
  readonly #telemetry: Telemetry;
  #sender: Sender | null = null;
  /** Set while this instance stops: every seat it knows nothing of any more is held until then. */
  #keptUntil: number | null = null;

  constructor(instance: string, clock: Clock, telemetry: Telemetry) {
    this.#instance = instance;
    this.#clock = clock;
    this.#telemetry = telemetry;
  }

  /** Lets notices leave this instance from now on. */
  connect(sender: Sender): void {
    this.#sender = sender;
  }

  /**
   * This instance stops, and sends its pages elsewhere. Until its farewell is written it still answers
   * for their seats: none of them is free because its socket is gone.
   */
  stop(keptUntil: number): void {
    this.#keptUntil = keptUntil;
  }

  register(seating: string, occupant: Occupant): void {
    this.#occupants.set(seating, occupant);
  }

  /** The socket is gone; the seat is held until `heldUntil`, though KV may not say so yet. */
  depart(seating: string, heldUntil: number): void {
    this.#occupants.delete(seating);
    this.#departing.set(seating, heldUntil);
  }

  unregister(seating: string): void {
    this.#occupants.delete(seating);
    this.#departing.delete(seating);
  }

  /** Whether a seating of this instance has a socket, and if not until when its seat is kept. */
  verdict(seating: string): Verdict {
    if (this.#occupants.has(seating)) return null;
    return this.#departing.get(seating) ?? this.#keptUntil ?? FREE_AT_ONCE;
  }

  /** Delivers, or drops what is for a seating that is gone. */
  notify(to: Place, notice: SeatNotice): void {
    if (to.instance === this.#instance) {
      this.#occupants.get(to.seating)?.receive(to.seating, notice);
      if (notice.kind === "signal") this.#telemetry.relayed("local");
      return;
    }
    const sentAt = this.#clock.now();
    this.#sender?.send(to.instance, { kind: "notice", seating: to.seating, sentAt, notice });
  }

  /** Takes a notice in that another instance sent. */
  accept(mail: Extract<Mail, { kind: "notice" }>): void {
    this.#occupants.get(mail.seating)?.receive(mail.seating, mail.notice);
    if (mail.notice.kind !== "signal") return;
    this.#telemetry.relayed("remote", this.#clock.now() - mail.sentAt);
  }
}
