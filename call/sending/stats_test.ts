import { assertEquals } from "@std/assert";
import type { Lane } from "../connection/lanes.ts";
import { SAMPLE } from "../../tests/fakes/sample.ts";
import { readStats } from "./stats.ts";

function report(entries: Record<string, unknown>[]): RTCStatsReport {
  return new Map(entries.map((entry) => [entry.id, entry])) as unknown as RTCStatsReport;
}

const NO_LANES: ReadonlyMap<unknown, Lane> = new Map();

const CALL = [
  {
    id: "in-audio",
    type: "inbound-rtp",
    kind: "audio",
    packetsReceived: 10,
    packetsLost: 1,
    bytesReceived: 100,
    codecId: "opus",
  },
  {
    id: "in-video",
    type: "inbound-rtp",
    kind: "video",
    packetsReceived: 20,
    packetsLost: 2,
    bytesReceived: 900,
    frameWidth: 640,
    frameHeight: 480,
    framesPerSecond: 30,
    codecId: "vp8",
  },
  { id: "out", type: "outbound-rtp", bytesSent: 700 },
  { id: "their", type: "remote-inbound-rtp", fractionLost: 0.1, roundTripTime: 0.2 },
  { id: "vp8", type: "codec", mimeType: "video/VP8" },
  { id: "opus", type: "codec", mimeType: "audio/opus" },
  { id: "transport", type: "transport", selectedCandidatePairId: "pair" },
  {
    id: "pair",
    type: "candidate-pair",
    currentRoundTripTime: 0.05,
    availableOutgoingBitrate: 1_000_000,
    localCandidateId: "local",
    remoteCandidateId: "remote",
  },
  { id: "local", type: "local-candidate", candidateType: "host" },
  { id: "remote", type: "remote-candidate", candidateType: "srflx" },
];

Deno.test("stats: one report as figures", () => {
  assertEquals(readStats(report(CALL), 5, NO_LANES), { ...SAMPLE, atMs: 5 });
});

Deno.test("stats: either side's relay makes the route relayed", () => {
  for (const id of ["local", "remote"]) {
    const relayed = CALL.map((entry) =>
      entry.id === id ? { ...entry, candidateType: "relay" } : entry
    );
    assertEquals(readStats(report(relayed), 0, NO_LANES).route, "relayed");
  }
});

Deno.test("stats: what a browser does not tell is null or 0, and Firefox marks its pair selected", () => {
  const empty = readStats(report([]), 0, NO_LANES);
  assertEquals([empty.packetsReceived, empty.roundTripMs, empty.route, empty.width], [
    0,
    null,
    null,
    null,
  ]);
  const firefox = CALL.filter(({ type }) => type !== "transport")
    .map((entry) =>
      entry.id === "pair" ? { ...entry, selected: true, currentRoundTripTime: Number.NaN } : entry
    );
  const { route, roundTripMs } = readStats(report(firefox), 0, NO_LANES);
  assertEquals([route, roundTripMs], ["direct", 200]);
});

Deno.test("stats: figures are of face and voice, whatever is shared beside them; packets are of all", () => {
  const lanes = new Map<unknown, Lane>([
    ["0", "voice"],
    ["1", "camera"],
    ["2", "screen"],
    ["3", "sound"],
  ]);
  const screen = { id: "in-screen", type: "inbound-rtp", kind: "video", mid: "2" };
  const shared = [
    { ...screen, frameWidth: 1_920, frameHeight: 1_080, framesPerSecond: 5, packetsReceived: 100 },
    { id: "out-screen", type: "outbound-rtp", mid: "2" },
    { id: "their-screen", type: "remote-inbound-rtp", localId: "out-screen", fractionLost: 0.9 },
  ];
  const call = CALL.map((entry) => entry.id === "in-video" ? { ...entry, mid: "1" } : entry);
  const sample = readStats(report([...shared, ...call]), 0, lanes);
  assertEquals([sample.width, sample.framesPerSecond, sample.videoCodec], [640, 30, "VP8"]);
  assertEquals([sample.remoteLossShare, sample.packetsReceived], [0.1, 130]);
});
