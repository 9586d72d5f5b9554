/** One statistics report, as browsers shape it (W3C WebRTC Statistics). */
import type { Pair } from "./pairs.ts";
import type { PeerConnection } from "./peer_connection.ts";

/** What Chromium believes the way can carry, bit/s; Firefox does not tell. */
const AVAILABLE_BPS = 2_000_000;

export type Report = Map<string, Readonly<Record<string, unknown>>>;

export function statsOf(pc: PeerConnection): Report {
  const report: Report = new Map();
  if (pc.ice.pair !== null) describePair(report, pc, pc.ice.pair);
  for (const { kind, mid, inbound, currentDirection } of pc.getTransceivers()) {
    if (currentDirection === null || inbound.lastAt === null) continue;
    const id = `I${mid}`;
    report.set(id, {
      ...{ id, type: "inbound-rtp", kind, mid, ssrc: 1, packetsLost: 0, jitter: 0 },
      ...inbound.counters(),
      ...(kind === "video" ? { frameWidth: 640, frameHeight: 480, framesPerSecond: 30 } : {}),
    });
  }
  return report;
}

function describePair(report: Report, pc: PeerConnection, { ends, relayed }: Pair): void {
  const { network, device } = pc.world;
  const other = ends[0] === pc.ice ? ends[1] : ends[0];
  const tripS = 2 * network.delay(device(pc), other.options.device.name) / 1_000;
  const estimate = pc.habits.engine === "firefox"
    ? {}
    : { availableOutgoingBitrate: AVAILABLE_BPS };
  report.set("T", { id: "T", type: "transport", selectedCandidatePairId: "P" });
  report.set("P", {
    id: "P",
    type: "candidate-pair",
    state: "succeeded",
    nominated: true,
    selected: true,
    localCandidateId: "L",
    remoteCandidateId: "R",
    currentRoundTripTime: tripS,
    ...estimate,
  });
  report.set("L", { id: "L", type: "local-candidate", candidateType: relayed ? "relay" : "host" });
  report.set("R", { id: "R", type: "remote-candidate", candidateType: relayed ? "relay" : "host" });
}
