import { assertEquals } from "@std/assert";
import {
  type ChannelMessage,
  encodeChannelMessage,
  MAX_TEXT_LENGTH,
  parseChannelMessage,
} from "./channel.ts";

const MESSAGES: readonly ChannelMessage[] = [
  { type: "status", muted: true, cameraOff: false, videoPaused: false },
  { type: "beat" },
  { type: "goodbye" },
  { type: "text", outbox: "outbox-1", sequence: 0, text: "ciao" },
  { type: "text", outbox: "outbox-1", sequence: 1, text: "x".repeat(MAX_TEXT_LENGTH) },
  { type: "heard", outbox: "outbox-1", next: 1 },
  { type: "signal", signal: { kind: "candidate", connection: "link-12345", candidate: null } },
  {
    type: "signal",
    signal: { kind: "offer", connection: "link-12345", id: "00000002", sdp: "v=0" },
  },
];

Deno.test("channel: what is written can be read", () => {
  for (const message of MESSAGES) {
    assertEquals(parseChannelMessage(encodeChannelMessage(message)), message);
  }
});

Deno.test("channel: nothing else can", () => {
  const sections = Array.from({ length: 50 }, () => "m=video 9").join("\r\n");
  const huge = { kind: "offer", connection: "link-12345", id: "00000002", sdp: sections };
  for (
    const bad of [
      "",
      "{",
      "null",
      "[]",
      "7",
      7,
      null,
      new ArrayBuffer(2),
      '{"type":"status"}',
      '{"type":"beat","more":1}',
      '{"type":"signal","signal":1}',
      '{"type":"signal","signal":"{}"}',
      JSON.stringify({ type: "signal", signal: JSON.stringify(huge) }),
      JSON.stringify({ type: "text", outbox: "o", sequence: -1, text: "" }),
      JSON.stringify({ type: "text", outbox: "o", sequence: 0.5, text: "" }),
      JSON.stringify({ type: "text", outbox: "", sequence: 0, text: "" }),
      JSON.stringify({ type: "text", outbox: "o".repeat(65), sequence: 0, text: "" }),
      JSON.stringify({
        type: "text",
        outbox: "o",
        sequence: 0,
        text: "x".repeat(MAX_TEXT_LENGTH + 1),
      }),
    ]
  ) {
    assertEquals(parseChannelMessage(bad), null, String(bad).slice(0, 60));
  }
});
