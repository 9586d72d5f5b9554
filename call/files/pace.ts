/**
 * How fast files may go beside the call. The channel's own congestion control fills whatever queue it
 * finds, and the voice waits in it: so it is held back as soon as the voice suffers.
 */

/** How the voice gets through, as the friend reports it (RFC 3550, 6.4.1); `null`: not told. */
export interface VoiceHealth {
  /** 0…1 */
  readonly lossShare: number | null;
  readonly roundTripMs: number | null;
}

export interface PaceOptions {
  /** Now, bytes per second; `Infinity`: whatever goes. */
  readonly pace: number;
  /** Really written in the last second, bytes. */
  readonly sentBps: number;
  /** The shortest round trip of this connection, ms: what the way itself takes. */
  readonly baseMs: number;
}

/** Opus with its own correction bears less than this without a gap, 0…1. */
const MAX_LOSS = 0.05;
/** A conversation becomes a walkie-talkie when the voice waits longer, ms (ITU-T G.114). */
const MAX_QUEUE_MS = 150;
/** Slower than that a file never comes to an end, bytes per second. */
const MIN_BPS = 16_000;
/** From there on the channel's own control is enough, bytes per second. */
const FREE_BPS = 20_000_000;
const SLOWER = 0.5;
const FASTER = 1.3;

export function suffers({ lossShare, roundTripMs }: VoiceHealth, baseMs: number): boolean {
  return (lossShare ?? 0) > MAX_LOSS || (roundTripMs ?? 0) > baseMs + MAX_QUEUE_MS;
}

/** The pace of the next second, bytes per second. */
export function nextPace(voice: VoiceHealth, { pace, sentBps, baseMs }: PaceOptions): number {
  if (suffers(voice, baseMs)) return Math.max(MIN_BPS, Math.min(pace, sentBps) * SLOWER);
  const faster = pace * FASTER;
  return faster > FREE_BPS ? Infinity : faster;
}

/** How the voice gets through, from a `getStats` report. */
export function voiceHealth(report: Iterable<unknown>): VoiceHealth {
  let lossShare: number | null = null;
  let roundTripMs: number | null = null;
  for (const entry of report) {
    if (!isRecord(entry)) continue;
    if (entry.type === "remote-inbound-rtp" && entry.kind === "audio") {
      if (typeof entry.fractionLost === "number") {
        lossShare = Math.max(lossShare ?? 0, entry.fractionLost);
      }
      if (typeof entry.roundTripTime === "number") {
        roundTripMs = Math.max(roundTripMs ?? 0, entry.roundTripTime * 1_000);
      }
    }
  }
  return { lossShare, roundTripMs };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
