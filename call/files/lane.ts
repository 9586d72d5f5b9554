/**
 * The channel of the files: a little of it is filled at a time, so that texts on the same association
 * (RFC 8831) need not wait, and nothing is written while there is no path.
 */
import type { Clock } from "../../signaling/clock.ts";
import type { Connection } from "../connection/connection.ts";
import { type Frame, parseFrame } from "./frames.ts";
import { HIGH_WATER_BYTES, LOW_WATER_BYTES } from "./limits.ts";

export interface LaneOptions {
  readonly clock: Clock;
  readonly received: (frame: Frame) => void;
}

export interface Lane {
  /** Whether frames can come and go now. */
  readonly isOpen: boolean;
  /** Written so far, bytes. */
  readonly written: number;
  /** No more than this a second, bytes. */
  pace: number;
  /** What waits for an older connection is not written to this one: its writers have to stop. */
  follow(connection: Pick<Connection, "files" | "hasPath"> | null): void;
  /** Writes what may be written now; called from time to time. */
  look(): void;
  /**
   * Resolves when the frame is written.
   *
   * @throws {DOMException} `AbortError` when `signal` aborts before
   */
  write(frame: Uint8Array<ArrayBuffer>, signal: AbortSignal): Promise<void>;
}

interface Waiting {
  readonly frame: Uint8Array<ArrayBuffer>;
  readonly written: () => void;
}

/** With a pace, what may be written ahead of it, ms. */
const AHEAD_MS = 50;
const MS_PER_S = 1_000;

export function createLane({ clock, received }: LaneOptions): Lane {
  let connection: Pick<Connection, "files" | "hasPath"> | null = null;
  let channel: RTCDataChannel | null = null;
  let queue: Waiting[] = [];
  let pace = Infinity;
  let written = 0;
  /** When what was written would have gone at the pace asked for, by the monotonic clock. */
  let paidUntil = 0;
  let cancel: (() => void) | null = null;

  function attach(): void {
    const next = connection?.files ?? null;
    if (next === channel) return;
    release();
    channel = next;
    if (next === null) return;
    next.binaryType = "arraybuffer";
    next.bufferedAmountLowThreshold = LOW_WATER_BYTES;
    next.onbufferedamountlow = look;
    next.onopen = look;
    next.onmessage = ({ data }) => {
      const frame = channel === next ? parseFrame(data) : null;
      if (frame !== null) received(frame);
    };
  }

  function release(): void {
    if (channel !== null) {
      channel.onmessage = channel.onopen = channel.onbufferedamountlow = null;
    }
    channel = null;
  }

  function isOpen(): boolean {
    return channel?.readyState === "open" && connection?.hasPath === true;
  }

  function isEarly(): boolean {
    const aheadMs = paidUntil - clock.monotonic();
    if (pace === Infinity || aheadMs <= AHEAD_MS) return false;
    cancel ??= clock.after(aheadMs - AHEAD_MS, () => {
      cancel = null;
      look();
    });
    return true;
  }

  function look(): void {
    attach();
    while (queue.length > 0 && isOpen() && channel !== null) {
      if (channel.bufferedAmount >= HIGH_WATER_BYTES || isEarly()) return;
      const [next] = queue;
      if (next === undefined) return;
      try {
        channel.send(next.frame);
      } catch {
        // It is closing at this very moment: there will be another one.
        return;
      }
      queue.shift();
      written += next.frame.length;
      const from = Math.max(paidUntil, clock.monotonic());
      paidUntil = pace === Infinity ? 0 : from + next.frame.length / pace * MS_PER_S;
      next.written();
    }
  }

  return {
    get isOpen() {
      attach();
      return isOpen();
    },
    get written() {
      return written;
    },
    get pace() {
      return pace;
    },
    set pace(next) {
      pace = next;
      if (next === Infinity) paidUntil = 0;
    },
    follow(next) {
      connection = next;
      attach();
    },
    look,
    write(frame, signal) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      if (signal.aborted) return Promise.reject(signal.reason);
      function aborted(): void {
        queue = queue.filter(({ written }) => written !== done);
        reject(signal.reason);
      }
      function done(): void {
        signal.removeEventListener("abort", aborted);
        resolve();
      }
      signal.addEventListener("abort", aborted, { once: true });
      queue.push({ frame, written: done });
      look();
      return promise;
    },
  };
}
