import { assert, assertEquals, assertRejects } from "@std/assert";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { type Packing, packVoice } from "./packing.ts";

const FRIENDS = [
  "v=0",
  "a=group:BUNDLE 0 1",
  "m=audio 9",
  "a=setup:actpass",
  "m=video 9",
  "a=setup:actpass",
  "",
].join("\r\n");

const USUAL: Packing = { thin: false, twice: false };
const THIN: Packing = { ...USUAL, thin: true };

/** A page that answered the friend's offer. */
async function answerer(sdp = FRIENDS) {
  const pc = new FakePeerConnection();
  await pc.setRemoteDescription({ type: "offer", sdp });
  await pc.setLocalDescription({ type: "answer", sdp: "v=0\r\na=setup:active\r\n" });
  return { pc, real: pc as unknown as RTCPeerConnection };
}

Deno.test("packing: the friend's description is read again, with the wish in its voices only", async () => {
  const { pc, real } = await answerer();
  await packVoice(real, THIN);
  assertEquals(pc.signalingState, "stable");
  assertEquals(pc.remoteDescription, {
    type: "answer",
    sdp: FRIENDS.replaceAll("actpass", "passive").replace("m=video", "a=ptime:60\r\nm=video"),
  });
});

Deno.test("packing: as usual again nothing is left of the wish", async () => {
  const { pc, real } = await answerer();
  await packVoice(real, THIN);
  await packVoice(real, USUAL);
  assertEquals(pc.remoteDescription?.sdp, FRIENDS.replaceAll("actpass", "passive"));
});

Deno.test("packing: whose answer it was keeps the role that it chose", async () => {
  const pc = new FakePeerConnection();
  const answer = FRIENDS.replaceAll("actpass", "active");
  await pc.setLocalDescription({ type: "offer", sdp: "v=0\r\na=setup:actpass\r\n" });
  await pc.setRemoteDescription({ type: "answer", sdp: answer });
  await packVoice(pc as unknown as RTCPeerConnection, USUAL);
  assertEquals(pc.remoteDescription, { type: "answer", sdp: answer });
});

Deno.test("packing: before anything is agreed on, and amid an agreement, nothing is done", async () => {
  const pc = new FakePeerConnection();
  await packVoice(pc as unknown as RTCPeerConnection, THIN);
  assertEquals(pc.localDescription, null);
  await pc.setLocalDescription({ type: "offer", sdp: "own" });
  await packVoice(pc as unknown as RTCPeerConnection, THIN);
  assertEquals([pc.localDescription?.sdp, pc.signalingState], ["own", "have-local-offer"]);
});

Deno.test("packing: a browser that refuses is left as it was", async () => {
  const { pc, real } = await answerer();
  const before = pc.remoteDescription;
  pc.failing = "setRemoteDescription";
  await assertRejects(() => packVoice(real, THIN), DOMException);
  assert(before !== null);
  assertEquals([pc.signalingState, pc.remoteDescription?.sdp], ["stable", before.sdp]);
});

/** A friend's description whose voice may be redundant. */
const WITH_RED = FRIENDS.replace(
  "m=audio 9",
  "m=audio 9 UDP/TLS/RTP/SAVPF 111 63 9\r\na=rtpmap:111 opus/48000/2\r\na=rtpmap:63 red/48000/2",
);

Deno.test("packing: a voice sent twice is named first, and second again when it is no more", async () => {
  const { pc, real } = await answerer(WITH_RED);
  await packVoice(real, { thin: true, twice: true });
  assert(pc.remoteDescription?.sdp.includes("m=audio 9 UDP/TLS/RTP/SAVPF 63 111 9\r\n"));
  assert(pc.remoteDescription?.sdp.includes("a=ptime:60\r\n"));
  await packVoice(real, USUAL);
  assertEquals(pc.remoteDescription?.sdp, WITH_RED.replaceAll("actpass", "passive"));
});

Deno.test("packing: a voice is not sent twice to a friend who does not know that", async () => {
  const { pc, real } = await answerer();
  await packVoice(real, { ...USUAL, twice: true });
  assertEquals(pc.remoteDescription, { type: "offer", sdp: FRIENDS }, "nothing is read again");
});
