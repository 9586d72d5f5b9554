/**
 * Metrics through the OpenTelemetry API. Deno registers its own provider and exporter when the
 * process runs with `OTEL_DENO=true`; otherwise every call is a no-op.
 *
 * No attribute ever carries a room name, a token, an address or a session.
 */
import type { ProviderFailure } from "../ice/provider.ts";
import { metrics } from "npm:@opentelemetry/api@^1.9";

export type JoinOutcome = "new" | "resumed" | "full" | "bad-name" | "limited" | "unavailable";
export type RelayPath = "local" | "remote";
export type Refusal =
  | "origin"
  | "address-limit"
  | "server-limit"
  | "stopping"
  | "protocol"
  | "memory";
export type LossReason =
  | "idle"
  | "frozen"
  | "slow-reader"
  | "errors"
  | "too-large"
  | "binary"
  | "memory";

export interface Telemetry {
  socketOpened(): void;
  socketClosed(): void;
  seatTaken(): void;
  seatEmptied(): void;
  refused(reason: Refusal): void;
  /** The server closed a socket of its own accord. */
  dropped(reason: LossReason): void;
  joined(outcome: JoinOutcome, ms: number): void;
  /** @param ms delay between instances; unknown within one, where it is below the clock's grain */
  relayed(path: RelayPath, ms?: number): void;
  challenged(alive: boolean): void;
  kvConflict(): void;
  kvFailure(): void;
  mailDropped(count: number): void;
  iceProviderFailed(reason: ProviderFailure): void;
}

/** The instruments; names follow OpenTelemetry's conventions, durations are in milliseconds. */
export function createTelemetry(): Telemetry {
  const meter = metrics.getMeter("duet.signaling");
  const sockets = meter.createUpDownCounter("duet.sockets", {
    description: "Open WebSockets",
  });
  const seats = meter.createUpDownCounter("duet.seats", {
    description: "Seats whose holder is connected to this instance; rooms are half of the total",
  });
  const refusals = meter.createCounter("duet.sockets.refused", {
    description: "WebSockets refused before they opened, by reason",
  });
  const drops = meter.createCounter("duet.sockets.dropped", {
    description: "WebSockets the server closed, by reason",
  });
  const joins = meter.createHistogram("duet.joins", {
    description: "Time to answer a join, by outcome",
    unit: "ms",
  });
  const relays = meter.createCounter("duet.signals", {
    description: "Signals relayed, by path",
  });
  const delay = meter.createHistogram("duet.relay.delay", {
    description: "Time a signal took from one instance to another",
    unit: "ms",
  });
  const challenges = meter.createCounter("duet.challenges", {
    description: "Seat holders asked whether they live, by answer",
  });
  const conflicts = meter.createCounter("duet.kv.conflicts", {
    description: "Atomic writes that lost a race and were tried again",
  });
  const failures = meter.createCounter("duet.kv.failures", {
    description: "KV calls that failed or took too long",
  });
  const lostMail = meter.createCounter("duet.mail.dropped", {
    description: "Messages to other instances dropped because too many waited",
  });
  const iceFailures = meter.createCounter("duet.ice.failures", {
    description: "Times the TURN provider gave nothing usable, by reason",
  });
  return {
    socketOpened: () => sockets.add(1),
    socketClosed: () => sockets.add(-1),
    seatTaken: () => seats.add(1),
    seatEmptied: () => seats.add(-1),
    refused: (reason) => refusals.add(1, { reason }),
    dropped: (reason) => drops.add(1, { reason }),
    joined: (outcome, ms) => joins.record(ms, { outcome }),
    relayed(path, ms) {
      relays.add(1, { path });
      if (ms !== undefined) delay.record(ms);
    },
    challenged: (alive) => challenges.add(1, { alive }),
    kvConflict: () => conflicts.add(1),
    kvFailure: () => failures.add(1),
    mailDropped: (count) => lostMail.add(count),
    iceProviderFailed: (reason) => iceFailures.add(1, { reason }),
  };
}
