import { assert, assertEquals } from "@std/assert";
import {
  encode,
  MAX_MEDIA_SECTIONS,
  MAX_MESSAGE_BYTES,
  parseClientMessage,
  parseServerMessage,
  parseSignal,
} from "./protocol.ts";
import { MAX_ROOM_NAME_LENGTH, parseRoomName } from "./room_name.ts";
import { fc } from "../tests/signaling/deps.ts";
import { clientMessage } from "../tests/signaling/messages.ts";

Deno.test("parser: whatever a page may say is read back the same", () => {
  fc.assert(fc.property(clientMessage, (message) => {
    assertEquals(parseClientMessage(encode(message)), { ok: true, message });
  }));
});

Deno.test("parser: nothing at all makes it throw", () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.string({ unit: "binary" }),
    fc.json(),
    clientMessage.chain((message) => {
      const text = encode(message);
      return fc.nat(text.length).map((end) => text.slice(0, end));
    }),
  );
  fc.assert(
    fc.property(anything, (data) => {
      for (const parse of [parseClientMessage, parseServerMessage, parseSignal]) {
        const parsed = parse(data);
        assert(parsed.ok || ["not-json", "bad-message", "too-large"].includes(parsed.code));
      }
    }),
    { numRuns: 2_000 },
  );
});

Deno.test("parser: one more field, or one less, is refused", () => {
  fc.assert(fc.property(clientMessage, fc.nat(), (message, pick) => {
    assertEquals(parseClientMessage(JSON.stringify({ ...message, more: 1 })).ok, false);
    const keys = Object.keys(message).filter((key) => key !== "token");
    const missing = keys[pick % keys.length];
    const rest = Object.entries(message).filter(([key]) => key !== missing);
    assertEquals(parseClientMessage(JSON.stringify(Object.fromEntries(rest))).ok, false);
  }));
});

Deno.test("parser: the size limit counts UTF-8 bytes", () => {
  const fits = `"${"x".repeat(MAX_MESSAGE_BYTES - 2)}"`;
  const tooLong = `"${"x".repeat(MAX_MESSAGE_BYTES - 1)}"`;
  const wide = `"${"€".repeat(MAX_MESSAGE_BYTES / 3 + 1)}"`;
  const codes = [fits, tooLong, wide].map((text) => {
    const parsed = parseClientMessage(text);
    return parsed.ok ? "ok" : parsed.code;
  });
  assertEquals(codes, ["bad-message", "too-large", "too-large"]);
});

Deno.test("parser: a description with more media sections than a call has is refused at both ends", () => {
  function offer(sections: number): string {
    const sdp = "v=0\r\n" + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n".repeat(sections);
    return JSON.stringify({ kind: "offer", connection: "connection-1", id: "00000001", sdp });
  }
  const about = { from: "session-1", to: "session-2" };
  for (
    const [sections, ok] of [[MAX_MEDIA_SECTIONS, true], [MAX_MEDIA_SECTIONS + 1, false], [
      50,
      false,
    ]] as const
  ) {
    const signal = JSON.parse(offer(sections));
    assertEquals(parseSignal(offer(sections)).ok, ok, `${sections}`);
    const sent = JSON.stringify({ type: "signal", to: about.to, signal });
    assertEquals(parseClientMessage(sent).ok, ok);
    const passedOn = JSON.stringify({ type: "signal", from: about.from, signal });
    assertEquals(parseServerMessage(passedOn).ok, ok);
  }
  // The text "m=" elsewhere in a line is no section.
  const harmless = offer(1).replace("v=0", `v=0\\r\\ns=${"m=".repeat(50)}`);
  assertEquals(parseSignal(harmless).ok, true);
});

Deno.test("name: reading a name again changes nothing, and case, width, space do not matter", () => {
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (typed) => {
    const first = parseRoomName(typed);
    if (!first.ok) return;
    const { shown, key } = first.name;
    assert(Array.from(shown).length <= MAX_ROOM_NAME_LENGTH);
    for (const variant of [shown, ` ${shown}\t`, shown.replaceAll(" ", "  ")]) {
      assertEquals(parseRoomName(variant), first);
    }
    assertEquals(foldedKey(shown.toUpperCase()) ?? key, key);
  }));
});

/** The key of a variant, unless folding made it longer than a name may be. */
function foldedKey(variant: string): string | null {
  const read = parseRoomName(variant);
  return read.ok ? read.name.key : null;
}
