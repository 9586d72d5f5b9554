import { assertEquals } from "@std/assert";
import { FakePeerConnection } from "../../tests/fakes/peer_connection.ts";
import { preferCodecs, reorder } from "./codecs.ts";

Deno.test("codecs: reordered, never filtered; rtx and red keep their order", () => {
  const codecs = ["video/rtx", "video/H264", "video/VP9", "video/red", "video/VP8"]
    .map((mimeType) => ({ mimeType }));
  assertEquals(reorder(codecs).map(({ mimeType }) => mimeType), [
    "video/VP8",
    "video/VP9",
    "video/H264",
    "video/rtx",
    "video/red",
  ]);
});

Deno.test("codecs: a browser that does not list its codecs keeps its own order", () => {
  const pc = new FakePeerConnection();
  pc.addTransceiver("video", { direction: "sendrecv" });
  preferCodecs(pc as unknown as RTCPeerConnection);
});
