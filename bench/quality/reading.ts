/** What one page receives: counters of one moment, and what two moments make of them. */
import type { Page } from "../../tests/rig/deps.ts";
import { largestFrameGapMs, resetFrameGap } from "../../tests/rig/page_stats.ts";
import type { RigWindow } from "../../tests/rig/page_rig.ts";

/** Counters of the friend's voice and picture (W3C WebRTC Statistics, `inbound-rtp`). */
export interface Counters {
  readonly samples: number;
  readonly concealed: number;
  /** Of those concealed: made up as silence, because nothing had come for long. */
  readonly silent: number;
  /** What the voice waited in the jitter buffer, s, summed over so many samples. */
  readonly bufferedS: number;
  readonly emitted: number;
  readonly frames: number;
  readonly freezes: number;
  readonly frozenS: number;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
}

/** What one person got of the other while it was measured. */
export interface Received {
  readonly seconds: number;
  readonly samples: number;
  readonly concealed: number;
  readonly silent: number;
  /** Mean, ms. */
  readonly bufferMs: number;
  readonly frames: number;
  /** Freezes that ended, as the browser counts them, and how long they were together, s. */
  readonly freezes: number;
  readonly frozenS: number;
  /** The longest time without a new frame, s, also one that has not ended. */
  readonly stoodS: number;
  /** Of the last frame, pixels. */
  readonly width: number;
  readonly height: number;
  readonly kbps: number;
}

/** Runs inside the page. Of several sections of a kind it takes the one that carries the person. */
async function count(): Promise<Counters> {
  const { connections } = (globalThis as unknown as RigWindow).duetRig;
  const pc = connections.findLast(({ connectionState }) => connectionState !== "closed");
  const most = { audio: {}, video: {} } as Record<string, Record<string, number | undefined>>;
  (await pc?.getStats())?.forEach((entry) => {
    if (entry.type !== "inbound-rtp") return;
    if (entry.packetsReceived >= (most[entry.kind]?.packetsReceived ?? 0)) most[entry.kind] = entry;
  });
  const { audio = {}, video = {} } = most;
  return {
    samples: audio.totalSamplesReceived ?? 0,
    concealed: audio.concealedSamples ?? 0,
    silent: audio.silentConcealedSamples ?? 0,
    bufferedS: audio.jitterBufferDelay ?? 0,
    emitted: audio.jitterBufferEmittedCount ?? 0,
    frames: video.framesDecoded ?? 0,
    freezes: video.freezeCount ?? 0,
    frozenS: video.totalFreezesDuration ?? 0,
    width: video.frameWidth ?? 0,
    height: video.frameHeight ?? 0,
    bytes: (audio.bytesReceived ?? 0) + (video.bytesReceived ?? 0),
  };
}

/** Begins to measure; what is returned ends it. */
export async function beginReading(page: Page): Promise<() => Promise<Received>> {
  const begunAt = performance.now();
  const [before] = await Promise.all([page.evaluate(count), resetFrameGap(page)]);
  return async () => {
    const seconds = (performance.now() - begunAt) / 1_000;
    const [after, gapMs] = await Promise.all([page.evaluate(count), largestFrameGapMs(page)]);
    return receivedBetween(before, after, { seconds, stoodS: gapMs / 1_000 });
  };
}

export function receivedBetween(
  before: Counters,
  after: Counters,
  { seconds, stoodS }: Pick<Received, "seconds" | "stoodS">,
): Received {
  const more = (field: keyof Counters) => Math.max(0, after[field] - before[field]);
  return {
    seconds,
    stoodS,
    samples: more("samples"),
    concealed: more("concealed"),
    silent: more("silent"),
    bufferMs: more("bufferedS") / Math.max(1, more("emitted")) * 1_000,
    frames: more("frames"),
    freezes: more("freezes"),
    frozenS: more("frozenS"),
    width: after.width,
    height: after.height,
    kbps: more("bytes") * 8 / 1_000 / seconds,
  };
}
