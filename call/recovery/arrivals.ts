/** What has come in over a connection, from its statistics (W3C WebRTC Statistics, 8.2 and 8.3). */
export interface Arrivals {
  /** All RTP packets since the connection began. */
  readonly packets: number;
  /** Since the last of them, ms; 0 where the browser does not tell. */
  readonly quietMs: number;
}

/** What is of use here of an `inbound-rtp` entry; times by one clock, ms. */
interface Entry {
  readonly type: string;
  readonly timestamp: number;
  readonly packetsReceived?: number;
  readonly lastPacketReceivedTimestamp?: number;
}

export function readArrivals(report: RTCStatsReport): Arrivals {
  let packets = 0;
  let quietMs = Infinity;
  report.forEach((entry: Entry) => {
    if (entry.type !== "inbound-rtp") return;
    packets += entry.packetsReceived ?? 0;
    const ageMs = entry.timestamp - (entry.lastPacketReceivedTimestamp ?? -Infinity);
    quietMs = Math.max(0, Math.min(quietMs, ageMs));
  });
  return { packets, quietMs: Number.isFinite(quietMs) ? quietMs : 0 };
}
