import { assert, assertEquals, assertThrows } from "@std/assert";
import { type Mail, packMails, unpackMails } from "./mail.ts";
import { MAX_SDP_LENGTH } from "../protocol.ts";
import { fc } from "../../tests/signaling/deps.ts";
import { CHROMIUM_OFFER } from "../../tests/signaling/sdp.ts";

function notice(sdp: string): Mail {
  const signal = { kind: "offer", connection: "connection-0001", id: "id-000001", sdp } as const;
  return {
    kind: "notice",
    seating: "seating-0001",
    sentAt: 1_790_000_000_000,
    notice: { kind: "signal", from: "seating-0002", signal },
  };
}

Deno.test("mail: whatever is packed is unpacked the same", () => {
  const sdp = fc.oneof(fc.string({ maxLength: 5_000 }), fc.string({ unit: "binary" }));
  fc.assert(fc.property(fc.array(sdp, { minLength: 1, maxLength: 5 }), (sdps) => {
    const mails = sdps.map(notice);
    // JSON turns lone surrogates into escapes, so even those survive.
    assertEquals(unpackMails(packMails(mails)), mails);
  }));
});

Deno.test("mail: descriptions in any order, and text that looks like our shorthand, survive", () => {
  const known = CHROMIUM_OFFER.split("\r\n");
  const line = fc.oneof(
    fc.constantFrom(...known),
    fc.string(),
    fc.constantFrom("\ue000", "\n", ""),
  );
  const sdp = fc.array(line, { minLength: 40, maxLength: 120 }).map((lines) => lines.join("\r\n"));
  fc.assert(fc.property(sdp, (text) => {
    assertEquals(unpackMails(packMails([notice(text)])), [notice(text)]);
  }));
});

Deno.test("mail: a Chromium offer with candidates fits one quick KV write", () => {
  const packed = packMails([notice(CHROMIUM_OFFER)]);
  // Remote writes above about 1.4 kB take 45 ms instead of 2.
  assert(packed.length < 1_000, `${CHROMIUM_OFFER.length} became ${packed.length} bytes`);
});

Deno.test("mail: the largest description still fits a KV value", () => {
  const random = crypto.getRandomValues(new Uint8Array(MAX_SDP_LENGTH));
  const noise = String.fromCharCode(...random.map((byte) => 32 + byte % 95));
  assert(packMails([notice(noise)]).length < 60_000);
});

Deno.test("mail: a corrupt row is an error, not a crash or a flood", () => {
  for (const body of [[], [9, 1, 2], [0, 123], [1, 255, 255]]) {
    assertThrows(() => unpackMails(new Uint8Array(body)));
  }
});
