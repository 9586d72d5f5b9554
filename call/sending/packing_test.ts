import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { packVoice } from "./packing.ts";

const FRIENDS = [
  "v=0",
  "a=group:BUNDLE 0 1",
  "m=audio 9",
  "a=setup:actpass",
  "m=video 9",
  "a=setup:actpass",
  "",
].join("\r\n");

/** A page that answered the friend's offer. */
async function answerer() {
  const pc = new FakePeerConnection();
  await pc.setRemoteDescription({ type: "offer", sdp: FRIENDS });
  await pc.setLocalDescription({ type: "answer", sdp: "v=0\r\na=setup:active\r\n" });
  return { pc, real: pc as unknown as RTCPeerConnection };
}

Deno.test("packing: the friend's description is read again, with the wish in its voices only", async () => {
  const { pc, real } = await answerer();
  await packVoice(real, { thin: true });
  assertEquals(pc.signalingState, "stable");
  assertEquals(pc.remoteDescription, {
    type: "answer",
    sdp: FRIENDS.replaceAll("actpass", "passive").replace("m=video", "a=ptime:60\r\nm=video"),
  });
});

Deno.test("packing: as usual again nothing is left of the wish", async () => {
  const { pc, real } = await answerer();
  await packVoice(real, { thin: true });
  await packVoice(real, { thin: false });
  assertEquals(pc.remoteDescription?.sdp, FRIENDS.replaceAll("actpass", "passive"));
});

Deno.test("packing: whose answer it was keeps the role that it chose", async () => {
  const pc = new FakePeerConnection();
  const answer = FRIENDS.replaceAll("actpass", "active");
  await pc.setLocalDescription({ type: "offer", sdp: "v=0\r\na=setup:actpass\r\n" });
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  await packVoice(pc as unknown as RTCPeerConnection, { thin: false });
  assertEquals(pc.remoteDescription, { type: "answer", sdp: answer });
});

Deno.test("packing: before anything is agreed on, and amid an agreement, nothing is done", async () => {
  const pc = new FakePeerConnection();
  await packVoice(pc as unknown as RTCPeerConnection, { thin: true });
  assertEquals(pc.localDescription, null);
  await pc.setLocalDescription({ type: "offer", sdp: "own" });
  await packVoice(pc as unknown as RTCPeerConnection, { thin: true });
  assertEquals([pc.localDescription?.sdp, pc.signalingState], ["own", "have-local-offer"]);
});

Deno.test("packing: a browser that refuses is left as it was", async () => {
  const { pc, real } = await answerer();
  const before = pc.remoteDescription;
  pc.failing = "setRemoteDescription";
  await assertRejects(() => packVoice(real, { thin: true }), DOMException);
  assert(before !== null);
  assertEquals([pc.signalingState, pc.remoteDescription?.sdp], ["stable", before.sdp]);
});
