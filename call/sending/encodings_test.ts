import { assert, assertEquals } from "@std/assert";
import { transceiversByLane } from "../connection/lanes.ts";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { encodingFor, limitSending, type SendingLimits } from "./encodings.ts";

function limit(pc: FakePeerConnection, limits: SendingLimits): Promise<void> {
  return limitSending(transceiversByLane(pc as unknown as RTCPeerConnection), limits);
}

Deno.test("sending: the voice goes first and the picture is capped", () => {
  const limits = { lowData: false, sharing: false, videoPaused: false, tight: false };
  assertEquals(encodingFor("voice", limits).networkPriority, "high");
  assertEquals(encodingFor("camera", limits).maxBitrate, 2_500_000);
  assertEquals(encodingFor("camera", { ...limits, lowData: true }).maxBitrate, 250_000);
  assertEquals(encodingFor("camera", { ...limits, videoPaused: true }).active, false);
});

Deno.test("sending: on a line for the voice only the voice leaves room for texts", () => {
  const limits = { lowData: false, sharing: false, videoPaused: false, tight: false };
  assertEquals(encodingFor("voice", limits).maxBitrate, 40_000);
  assertEquals(encodingFor("voice", { ...limits, videoPaused: true }).maxBitrate, 16_000);
});

Deno.test("sending: beside a screen the face is small, and the voice still first", () => {
  const limits = { lowData: false, sharing: true, videoPaused: false, tight: false };
  const ranks: RTCPriorityType[] = ["very-low", "low", "medium", "high"];
  const [camera, screen, sound, voice] = (["camera", "screen", "sound", "voice"] as const)
    .map((lane) => encodingFor(lane, limits));
  assertEquals([camera, screen, sound, voice].map((each) => each?.priority), ranks);
  assertEquals([camera?.maxBitrate, camera?.scaleResolutionDownBy, camera?.maxFramerate], [
    500_000,
    2,
    15,
  ]);
  assertEquals(encodingFor("camera", { ...limits, lowData: true }).maxBitrate, 50_000);
});

Deno.test("sending: a line for the voice only carries neither face nor screen nor its sound", () => {
  const limits = { lowData: false, sharing: true, videoPaused: true, tight: true };
  const active = (["voice", "camera", "screen", "sound"] as const)
    .map((lane) => encodingFor(lane, limits).active);
  assertEquals(active, [undefined, false, false, false]);
});

Deno.test("sending: of a screen the letters stay legible, whatever becomes of its frames", async () => {
  const pc = new FakePeerConnection();
  for (const kind of ["audio", "video", "video", "audio"] as const) {
    pc.addTransceiver(kind, { direction: "sendrecv" });
  }
  await limit(pc, LIMITS);
  const kept = pc.transceivers.map(({ sender }) =>
    sender.applied[0]?.parameters.degradationPreference
  );
  assertEquals(kept, [undefined, undefined, "maintain-resolution", undefined]);
});

const LIMITS = { lowData: false, sharing: false, videoPaused: false, tight: false, keyFrame: true };

Deno.test("sending: applied to every sender; a whole picture is asked of the picture only", async () => {
  const pc = new FakePeerConnection();
  pc.addTransceiver("audio", { direction: "sendrecv" });
  pc.addTransceiver("video", { direction: "sendrecv" });
  await limit(pc, LIMITS);
  assertEquals(pc.transceivers.map(({ sender }) => sender.applied.map(({ options }) => options)), [
    [{ encodingOptions: [{ keyFrame: false }] }],
    [{ encodingOptions: [{ keyFrame: true }] }],
  ]);
});

Deno.test("sending: a paused picture gets another codec, so that nothing of it is sent again", async () => {
  const pc = new FakePeerConnection();
  const { sender } = pc.addTransceiver("video", { direction: "sendrecv" });
  const codecs = ["video/VP8", "video/rtx", "video/VP9"].map((mimeType) => ({ mimeType }));
  const encoding: { codec?: unknown } = {};
  sender.getParameters = () =>
    ({ encodings: [encoding], codecs }) as unknown as RTCRtpSendParameters;
  const limits = { ...LIMITS, keyFrame: false };
  await limit(pc, { ...limits, videoPaused: true });
  assertEquals(encoding.codec, { mimeType: "video/VP9" });
  await limit(pc, limits);
  assertEquals("codec" in encoding, false);
  codecs.pop();
  await limit(pc, { ...limits, videoPaused: true });
  assertEquals("codec" in encoding, false, "there is no other");
});

Deno.test("sending: a picture that becomes small and then pauses begins anew each time", async () => {
  const pc = new FakePeerConnection();
  const { sender } = pc.addTransceiver("video", { direction: "sendrecv" });
  const codecs = ["video/VP8", "video/VP9", "video/VP9", "video/H264"]
    .map((mimeType) => ({ mimeType }));
  const encoding: { codec?: { readonly mimeType: string } } = {};
  sender.getParameters = () =>
    ({ encodings: [encoding], codecs }) as unknown as RTCRtpSendParameters;
  const chosen: (string | undefined)[] = [];
  for (const [tight, videoPaused] of [[true, false], [true, true], [true, false], [false, false]]) {
    await limit(pc, { ...LIMITS, tight: tight === true, videoPaused: videoPaused === true });
    chosen.push(encoding.codec?.mimeType);
  }
  assertEquals(chosen, ["video/VP9", "video/H264", "video/VP9", undefined]);
});

Deno.test("sending: a sender without encodings and a stale transaction are no error, others are", async () => {
  const pc = new FakePeerConnection();
  const { sender } = pc.addTransceiver("video", { direction: "sendrecv" });
  const limited = () => limit(pc, LIMITS);
  sender.getParameters = () => ({}) as RTCRtpSendParameters;
  await limited();
  assertEquals(sender.applied, []);
  sender.getParameters = () => ({ encodings: [{}] }) as unknown as RTCRtpSendParameters;
  sender.setParameters = () => Promise.reject(new DOMException("stale", "InvalidStateError"));
  await limited();
  sender.setParameters = () => Promise.reject(new TypeError("bug"));
  assert(await limited().then(() => false, () => true));
});

Deno.test("sending: with little room the voice needs less, and the face is as wide as a face needs", async () => {
  const limits = { ...LIMITS, tight: true };
  assertEquals(encodingFor("voice", limits).maxBitrate, 24_000);
  assertEquals(encodingFor("camera", limits).maxFramerate, 15);
  const pc = new FakePeerConnection();
  const { sender } = pc.addTransceiver("video", { direction: "sendrecv" });
  const encoding: { scaleResolutionDownBy?: number } = {};
  sender.getParameters = () => ({ encodings: [encoding] }) as unknown as RTCRtpSendParameters;
  const scales: (number | undefined)[] = [];
  for (const width of [1280, 640, 160]) {
    const track = { getSettings: () => ({ width }) };
    Object.assign(sender, { track });
    await limit(pc, limits);
    scales.push(encoding.scaleResolutionDownBy);
  }
  assertEquals(scales, [4, 2, 1]);
});
