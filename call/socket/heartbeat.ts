/** Whether a socket still lives: it is asked, and one that does not answer in time is dead. */
import type { Clock } from "../../signaling/clock.ts";
import { probeTimeout } from "./retry.ts";

/** Silence after a `ping` that means the socket is half-open, ms. */
const PONG_TIMEOUT_MS = 3_000;

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** @returns `false` when there is nobody to ask */
  readonly ping: () => boolean;
  readonly dead: () => void;
}

export interface Heartbeat {
  /** The server greeted, and wants to be asked this often, ms. */
  begin(everyMs: number): void;
  /** Asks now: while media stand still nobody waits for long. */
  probe(): void;
  /** Something came, whatever it was. */
  heard(): void;
  /** A question was answered. */
  answered(): void;
  /** There is no socket any more. How long an answer took stays known. */
  stop(): void;
}

export function createHeartbeat({ clock, ping, dead }: HeartbeatOptions): Heartbeat {
  let cancelBeat: (() => void) | null = null;
  let cancelDue: (() => void) | null = null;
  /** When the open question must be answered, by the monotonic clock. */
  let dueAt = Infinity;
  /** When it was asked, by the same clock, and how long an answer took last, ms. */
  let askedAt = 0;
  let tripMs: number | null = null;

  /** A question that is still open keeps its own deadline. */
  function ask(timeoutMs: number): void {
    if (!ping()) return;
    const now = clock.monotonic();
    if (cancelDue === null) askedAt = now;
    else if (now + timeoutMs >= dueAt) return;
    cancelDue?.();
    dueAt = now + timeoutMs;
    cancelDue = clock.after(timeoutMs, dead);
  }

  function heard(): void {
    cancelDue?.();
    cancelDue = null;
  }

  return {
    begin(everyMs) {
      cancelBeat = clock.every(everyMs, () => ask(PONG_TIMEOUT_MS));
    },
    probe: () => ask(probeTimeout(tripMs)),
    heard,
    answered() {
      tripMs = clock.monotonic() - askedAt;
    },
    stop() {
      heard();
      cancelBeat?.();
      cancelBeat = null;
    },
  };
}
