import { assertEquals } from "@std/assert";
import { readArrivals } from "./arrivals.ts";

const LANE = { type: "inbound-rtp", timestamp: 1_000, packetsReceived: 9 };

function read(...entries: object[]) {
  return readArrivals(new Map(Object.entries(entries)) as unknown as RTCStatsReport);
}

Deno.test("arrivals: packets of all lanes, and nothing else's", () => {
  const sent = { type: "remote-inbound-rtp", timestamp: 1_000, packetsReceived: 100 };
  assertEquals(read(LANE, { ...LANE, packetsReceived: 3 }, sent).packets, 12);
  assertEquals(read({ type: "inbound-rtp", timestamp: 1_000 }), { packets: 0, quietMs: 0 });
});

Deno.test("arrivals: the last packet of any lane ends the quiet, where the browser tells of it", () => {
  const voice = { ...LANE, lastPacketReceivedTimestamp: 600 };
  const camera = { ...LANE, lastPacketReceivedTimestamp: 870 };
  assertEquals(read(voice, camera, { ...LANE, packetsReceived: 0 }).quietMs, 130);
  assertEquals([read(LANE).quietMs, read().quietMs], [0, 0]);
  assertEquals(read({ ...LANE, lastPacketReceivedTimestamp: 1_001 }).quietMs, 0);
});
