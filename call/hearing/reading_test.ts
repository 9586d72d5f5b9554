import { assertEquals } from "@std/assert";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { readConnection } from "./reading.ts";

/** With a screen and its sound beside voice and camera, as every connection has them. */
function connection(stats: Record<string, unknown>[]): RTCPeerConnection {
  const pc = new FakePeerConnection();
  (["audio", "video", "video", "audio"] as const).forEach((kind, lane) => {
    const transceiver = pc.addTransceiver(kind, { direction: "sendrecv" });
    transceiver.sender.track = { id: `track ${lane}` };
    Object.assign(transceiver, { mid: String(lane) });
  });
  pc.stats = stats;
  return pc as unknown as RTCPeerConnection;
}

Deno.test("reading: of voice and camera, never of a screen and its sound", async () => {
  const pc = connection([
    { type: "media-source", trackIdentifier: "track 3", totalAudioEnergy: 9 },
    {
      type: "media-source",
      trackIdentifier: "track 0",
      totalAudioEnergy: 1,
      totalSamplesDuration: 2,
    },
    { type: "media-source", trackIdentifier: "track 2", frames: 9 },
    { type: "media-source", trackIdentifier: "track 1", frames: 3 },
    { type: "candidate-pair", nominated: false, state: "failed", currentRoundTripTime: 9 },
    { type: "candidate-pair", nominated: true, state: "succeeded", currentRoundTripTime: 0.25 },
    { type: "outbound-rtp", mid: "2", framesSent: 9 },
    { type: "outbound-rtp", mid: "1", framesSent: 4 },
    { type: "outbound-rtp", mid: "3", packetsSent: 9 },
    { type: "outbound-rtp", mid: "0", packetsSent: 11 },
    { type: "inbound-rtp", mid: "3", packetsReceived: 9 },
    {
      type: "inbound-rtp",
      mid: "0",
      packetsReceived: 5,
      totalAudioEnergy: 6,
      totalSamplesDuration: 7,
    },
    { type: "inbound-rtp", mid: "1", packetsReceived: 8, nackCount: 12, framesDecoded: 10 },
  ]);
  assertEquals(await readConnection(pc, () => 100), {
    atMs: 100,
    ownEnergy: 1,
    ownSeconds: 2,
    voiceSent: 11,
    voiceEnergy: 6,
    voiceSeconds: 7,
    voicePackets: 5,
    framesMade: 3,
    framesSent: 4,
    picturePackets: 8,
    pictureNacks: 12,
    framesDecoded: 10,
    roundTripSeconds: 0.25,
  });
});

Deno.test("reading: what a browser does not tell is not made up", async () => {
  const pc = connection([{ type: "media-source", trackIdentifier: "track 0", frames: "many" }]);
  const { atMs, ...rest } = await readConnection(pc, () => 0);
  assertEquals([atMs, ...new Set(Object.values(rest))], [0, null]);
});
