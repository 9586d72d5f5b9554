/** What one track receives: RTP counters that grow while packets flow (W3C WebRTC Statistics). */
import type { Scheduler } from "../clock.ts";
import type { Track } from "../tracks.ts";

/** Packets and bytes a second: Opus at 20 ms, 720p at about 1 Mbit/s. */
const RATES = {
  audio: { packets: 50, bytes: 4_000 },
  video: { packets: 120, bytes: 130_000 },
} as const;
/** The first packet of a flow unmutes the track, ms. */
const UNMUTE_MS = 20;
/** Without being asked for, a key frame comes this long after packets flow again, ms. */
const KEY_FRAME_MS = 1_200;
const FRAMES_PER_S = 30;

export class Inbound {
  readonly track: Track;
  readonly #scheduler: Scheduler;
  readonly #tell: (work: () => void) => void;
  #since: number | null = null;
  #seconds = 0;
  #lastAt: number | null = null;
  /** From when on pictures can be shown; `null`: a key frame is missing. */
  #decodesAt: number | null = null;
  #decodedSeconds = 0;

  /** @param tell runs in the page's process */
  constructor(track: Track, scheduler: Scheduler, tell: (work: () => void) => void) {
    this.track = track;
    this.#scheduler = scheduler;
    this.#tell = tell;
  }

  /** When the last packet came; `null`: none ever. */
  get lastAt(): number | null {
    return this.#since === null ? this.#lastAt : this.#scheduler.now;
  }

  get flowing(): boolean {
    return this.#since !== null;
  }

  /** Packets flow from now on, or stop. */
  set(flowing: boolean): void {
    const { now } = this.#scheduler;
    if (flowing === this.flowing) return;
    if (!flowing) {
      this.#count(now);
      this.#since = this.#decodesAt = null;
      this.#lastAt = now;
      return;
    }
    this.#since = now;
    this.#decodesAt = now + (this.#lastAt === null ? 0 : KEY_FRAME_MS);
    if (this.track.muted) {
      this.#scheduler.after(UNMUTE_MS, () => {
        if (this.flowing) this.#tell(() => this.track.setMuted(false));
      });
    }
  }

  /** The sender sends a whole picture now. */
  keyFrame(): void {
    if (this.#decodesAt === null) return;
    this.#decodesAt = Math.min(this.#decodesAt, this.#scheduler.now);
  }

  counters(): { packetsReceived: number; bytesReceived: number; framesDecoded: number } {
    this.#count(this.#scheduler.now);
    const { packets, bytes } = RATES[this.track.kind];
    return {
      packetsReceived: Math.floor(this.#seconds * packets),
      bytesReceived: Math.floor(this.#seconds * bytes),
      framesDecoded: Math.floor(this.#decodedSeconds * FRAMES_PER_S),
    };
  }

  #count(now: number): void {
    if (this.#since === null) return;
    this.#seconds += (now - this.#since) / 1_000;
    const decodedFrom = Math.max(this.#since, this.#decodesAt ?? now);
    this.#decodedSeconds += Math.max(0, now - decodedFrom) / 1_000;
    this.#since = now;
  }
}
