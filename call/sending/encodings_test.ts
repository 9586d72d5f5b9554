import { assert, assertEquals } from "@std/assert";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { encodingFor, limitSending } from "./encodings.ts";

Deno.test("sending: the voice goes first and the picture is capped", () => {
  const limits = { lowData: false, videoPaused: false };
  assertEquals(encodingFor("voice", limits).networkPriority, "high");
  assertEquals(encodingFor("camera", limits).maxBitrate, 2_500_000);
  assertEquals(encodingFor("camera", { ...limits, lowData: true }).maxBitrate, 250_000);
  assertEquals(encodingFor("camera", { ...limits, videoPaused: true }).active, false);
});

const LIMITS = { lowData: false, videoPaused: false, keyFrame: true };

Deno.test("sending: applied to every sender; a whole picture is asked of the picture only", async () => {
  const pc = new FakePeerConnection();
  pc.addTransceiver("audio", { direction: "sendrecv" });
  pc.addTransceiver("video", { direction: "sendrecv" });
  await limitSending(pc as unknown as RTCPeerConnection, LIMITS);
  assertEquals(pc.transceivers.map(({ sender }) => sender.applied.map(({ options }) => options)), [
    [{ encodingOptions: [{ keyFrame: false }] }],
    [{ encodingOptions: [{ keyFrame: true }] }],
  ]);
});

Deno.test("sending: a sender without encodings and a stale transaction are no error, others are", async () => {
  const pc = new FakePeerConnection();
  const { sender } = pc.addTransceiver("video", { direction: "sendrecv" });
  const limit = () => limitSending(pc as unknown as RTCPeerConnection, LIMITS);
  sender.getParameters = () => ({}) as RTCRtpSendParameters;
  await limit();
  assertEquals(sender.applied, []);
  sender.getParameters = () => ({ encodings: [{}] }) as unknown as RTCRtpSendParameters;
  sender.setParameters = () => Promise.reject(new DOMException("stale", "InvalidStateError"));
  await limit();
  sender.setParameters = () => Promise.reject(new TypeError("bug"));
  assert(await limit().then(() => false, () => true));
});
