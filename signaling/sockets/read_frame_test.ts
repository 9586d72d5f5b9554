import { assertEquals } from "@std/assert";
import { fc } from "../../tests/signaling/deps.ts";
import { clientMessage } from "../../tests/signaling/messages.ts";
import { type ClientMessage, encode, parseClientMessage } from "../protocol.ts";
import { readFrame } from "./read_frame.ts";

const CANDIDATE = {
  type: "signal",
  to: "session-1",
  signal: {
    kind: "candidate",
    connection: "connection-1",
    candidate: { candidate: "", sdpMid: "0", sdpMLineIndex: 0, usernameFragment: null },
  },
} as const satisfies ClientMessage;

/** What a field may be replaced with. */
const anything = fc.oneof(
  fc.constantFrom(null, true, -1, 0.5, 63, 64, "", "short", "eight-id", "not an id", [], {}),
  fc.integer({ min: 60, max: 70 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 250, max: 260 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 1_020, max: 1_030 }).map((length) => "ß".repeat(length)),
  fc.integer({ min: 2_046, max: 2_050 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 24_570, max: 24_580 }).map((length) => "x".repeat(length)),
  fc.integer({ min: 5, max: 8 }).map((count) => sections(count)),
);
const name = fc.constantFrom(
  ...["type", "to", "signal", "kind", "connection", "candidate", "sdpMid", "sdpMLineIndex"],
  ...["usernameFragment", "more", "__proto__", "request", "room", "session", "token", "offer"],
  ...["id", "sdp", "of"],
);
const sections = (count: number) => "v=0\r\n" + "m=audio 9\r\n".repeat(count);

function innermost(part: unknown): unknown {
  const { signal, offer, candidate, of } = Object(part);
  return signal ?? offer ?? candidate ?? of;
}

/** The text with a field of one of its objects set, or left out (`undefined`). */
function bent(text: string, depth: number, field: string, value: unknown): string {
  const whole: unknown = JSON.parse(text);
  let part: unknown = whole;
  for (let level = 0; level < depth; level++) part = innermost(part);
  if (typeof part !== "object" || part === null) return text;
  Object.defineProperty(part, field, { value, enumerable: true, configurable: true });
  return JSON.stringify(whole);
}

Deno.test("frames: read quickly or by the schema, every frame means the same", () => {
  const message = fc.oneof(fc.constant<ClientMessage>(CANDIDATE), clientMessage);
  fc.assert(
    fc.property(message, fc.nat(2), name, fc.option(anything, { nil: undefined }), (...bend) => {
      const [sent, depth, field, value] = bend;
      const text = encode(sent);
      for (const frame of [text, bent(text, depth, field, value)]) {
        assertEquals(readFrame(frame), parseClientMessage(frame));
      }
    }),
    { numRuns: 4_000 },
  );
});

Deno.test("frames: what is no JSON, or of another order, is read by the schema", () => {
  const { type, to, signal } = CANDIDATE;
  for (
    const frame of [
      '{"type":"signal"',
      '{"type":"signal"}}',
      JSON.stringify({ to, signal, type }),
      JSON.stringify({ type, to, signal: null }),
      JSON.stringify({ type, to, signal: { ...signal, candidate: null } }),
    ]
  ) assertEquals(readFrame(frame), parseClientMessage(frame));
});
