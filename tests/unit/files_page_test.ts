/** `docs/FILES.md` names limits and messages: they are held to the code here. */
import { assert, assertEquals } from "@std/assert";
import * as limits from "../../call/files/limits.ts";
import { parseMessage } from "../../call/files/messages.ts";
import { FAILURES } from "../../call/files/transfer.ts";

const PAGE = Deno.readTextFileSync(new URL("../../docs/FILES.md", import.meta.url))
  .replaceAll(/\s+/g, " ");
const KIB = 1024;
const MIB = KIB * KIB;

Deno.test("docs: FILES.md names the limits as they are", () => {
  const hours = limits.STALE_MS / 3_600_000;
  const named = [
    `at most ${limits.MAX_NAME_LENGTH} UTF-16 code units`,
    `a size at most ${limits.MAX_FILE_BYTES / KIB / MIB} GiB`,
    `a block of at most ${limits.BLOCK_BYTES / KIB} KiB`,
    `A part is ${limits.partBytes(1) / MIB} MiB, of files above ${2_048 / KIB} GiB`,
    `holds ${limits.HIGH_WATER_BYTES / KIB} KiB at most`,
    `filled again at ${limits.LOW_WATER_BYTES / KIB} KiB`,
    `memory, at most ${limits.MAX_MEMORY_BYTES / MIB} MiB`,
    `${limits.MAX_OPEN} are shown at a time`,
    `after ${hours} hours`,
  ];
  assertEquals(named.filter((text) => !PAGE.includes(text)), []);
  assertEquals(limits.MAX_MOVING, 3);
  assertEquals(limits.windowBytes(1), 2 * limits.partBytes(1));
});

Deno.test("docs: FILES.md names every message, and why a file may fail", () => {
  const id = "transfer-1";
  const messages: Readonly<Record<string, unknown>>[] = [
    { does: "offer", id, name: "a.txt", size: 1, here: true },
    { does: "want", id, run: 1, from: 0, upTo: 1, root: "abc" },
    { does: "more", id, run: 1, stored: 1, upTo: 1 },
    { does: "decline", id },
    { does: "cancel", id },
    { does: "fail", id, because: "full" },
    { does: "done", id },
  ];
  for (const message of messages) {
    assert(parseMessage(message) !== null, `${message.does}`);
    const fields = Object.keys(message).filter((key) => key !== "does");
    const row = [`\`${message.does}\``, fields.map((field) => `\`${field}\``).join(", ")];
    assert(row.every((text) => PAGE.includes(text)), row.join(": "));
  }
  for (const because of FAILURES) assert(PAGE.includes(`\`${because}\``), because);
});
