/** What the figures panel and the quality mark say of a connection, from two samples of its statistics. */
import type { Figures, QualityMark } from "../facts.ts";
import type { Sample } from "./stats.ts";

/** Share of packets lost between two samples, 0…1; `null` when nothing was expected. */
export function lossBetween(before: Sample, after: Sample): number | null {
  const lost = Math.max(0, after.packetsLost - before.packetsLost);
  const received = Math.max(0, after.packetsReceived - before.packetsReceived);
  return lost + received === 0 ? null : lost / (lost + received);
}

/** Figures for people from two samples some time apart. */
export function figuresBetween(before: Sample, after: Sample): Figures {
  const seconds = (after.atMs - before.atMs) / 1_000;
  const perSecond = (bytes: number) =>
    seconds > 0 ? Math.max(0, Math.round(bytes * 8 / seconds)) : null;
  const lossShare = lossBetween(before, after);
  const { roundTripMs, width, height, framesPerSecond, videoCodec, audioCodec, route } = after;
  return {
    mark: qualityMark(lossShare, roundTripMs),
    roundTripMs,
    lossShare,
    receivedBps: perSecond(after.bytesReceived - before.bytesReceived),
    sentBps: perSecond(after.bytesSent - before.bytesSent),
    width,
    height,
    framesPerSecond,
    videoCodec,
    audioCodec,
    route,
  };
}

/** Three steps: ITU-T G.114 calls 150 ms one way comfortable; Opus hides about 5 % loss well. */
export function qualityMark(lossShare: number | null, roundTripMs: number | null): QualityMark {
  const loss = lossShare ?? 0;
  const trip = roundTripMs ?? 0;
  if (loss > 0.08 || trip > 600) return "poor";
  return loss > 0.02 || trip > 300 ? "fair" : "good";
}
