/**
 * What the process may hold. Deno collects a fragmented message without a limit and without telling
 * us, so the only signs are the memory of the whole process and a socket that completes no message:
 * under pressure sockets must speak more often, or go.
 */
import type { Log } from "../telemetry/log.ts";

export interface MemoryWatchOptions {
  /** Bytes the process should not exceed. */
  readonly limit: number;
  /** Bytes the process holds now; never 0, or nothing is watched. */
  readonly read: () => number;
  readonly log: Log;
}

/** Three heartbeats: a page in view has spoken. */
const CALM_MS = 15_000;
/** Where memory is nearly gone, only who spoke just now is surely no collector of fragments. */
const URGENT_MS = 1_000;
/** So many times the limit, and nobody new is let in. */
const FULL = 1.5;
/** Said to be normal again below this part of the limit, so that it is not said at every breath. */
const RELIEF = 0.9;

/**
 * For how long a socket may complete no message, ms: `null` below the limit, 15 s at it, falling to
 * 1 s at one and a half times the limit.
 */
export function silenceBorneMs(bytes: number, limit: number): number | null {
  if (bytes < limit) return null;
  const excess = Math.min(1, (bytes / limit - 1) / (FULL - 1));
  return Math.round(CALM_MS - excess * (CALM_MS - URGENT_MS));
}

export class MemoryWatch {
  readonly #options: MemoryWatchOptions;
  #high = false;

  constructor(options: MemoryWatchOptions) {
    this.#options = options;
  }

  /** Whether nobody new should be let in. */
  get full(): boolean {
    const { read, limit } = this.#options;
    return this.#high && read() >= limit * FULL;
  }

  /** Looks now; see {@linkcode silenceBorneMs}. Says once when memory gets high, and normal again. */
  check(): number | null {
    const { read, limit, log } = this.#options;
    const bytes = read();
    if (!this.#high && bytes >= limit) log("warn", "memory-high", { bytes });
    else if (this.#high && bytes < limit * RELIEF) log("info", "memory-normal", { bytes });
    this.#high = bytes >= limit || (this.#high && bytes >= limit * RELIEF);
    return silenceBorneMs(bytes, limit);
  }
}

/** The resident set of this process, in bytes. */
export function residentBytes(): number {
  return Deno.memoryUsage().rss;
}
