import { assertEquals } from "@std/assert";
import { MAX_FILE_BYTES } from "./limits.ts";
import { parseMessage } from "./messages.ts";

const OFFER = { does: "offer", id: "transfer-1", name: "cake.jpg", size: 7, here: true };

Deno.test("files: an offer is read", () => {
  assertEquals<unknown>(parseMessage(OFFER), OFFER);
});

Deno.test("files: names of a megabyte, huge sizes and odd ids are not read", () => {
  const wrong: unknown[] = [
    { ...OFFER, name: "x".repeat(1_000_000) },
    { ...OFFER, name: 5 },
    { ...OFFER, size: MAX_FILE_BYTES + 1 },
    { ...OFFER, size: -1 },
    { ...OFFER, size: 1.5 },
    { ...OFFER, size: Infinity },
    { ...OFFER, size: "7" },
    { ...OFFER, id: "../../secret" },
    { ...OFFER, id: "" },
    { ...OFFER, id: "x".repeat(65) },
    { ...OFFER, more: 1 },
    { does: "want", id: "transfer-1", run: -1, from: 0, upTo: 1, root: "abc" },
    { does: "fail", id: "transfer-1", because: "<b>" },
    { does: "nothing", id: "transfer-1" },
    {},
    null,
  ];
  for (const body of wrong) assertEquals(parseMessage(body), null);
});
