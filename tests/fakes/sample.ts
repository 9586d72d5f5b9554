/** What one look at the statistics of a call says. */
import type { Sample } from "../../call/sending/stats.ts";

export const SAMPLE: Sample = {
  atMs: 0,
  packetsReceived: 30,
  packetsLost: 3,
  bytesReceived: 1_000,
  bytesSent: 700,
  remoteLossShare: 0.1,
  roundTripMs: 50,
  availableBps: 1_000_000,
  width: 640,
  height: 480,
  framesPerSecond: 30,
  videoCodec: "VP8",
  audioCodec: "opus",
  route: "direct",
};
