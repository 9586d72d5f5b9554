import { assert, assertEquals } from "@std/assert";
import { chooseContainer, fileName, parseRecordingId, recordingId } from "./container.ts";

Deno.test("recording: the file is of the best kind the browser makes", () => {
  const of = (...types: string[]) => chooseContainer((type) => types.includes(type))?.type ?? null;
  const [mp4, webm] = ["video/mp4;codecs=avc1.42E01F,mp4a.40.2", "video/webm;codecs=vp8,opus"];
  assertEquals(of(webm, mp4), mp4);
  assertEquals(of(webm, "video/mp4"), webm);
  assertEquals(of("video/webm"), "video/webm");
  assertEquals(of(), null);
});

Deno.test("recording: its id tells when it began and what it is", () => {
  const id = recordingId(1_700_000_000_000, { type: "video/webm", extension: "webm" });
  assertEquals(parseRecordingId(id), { startedAt: 1_700_000_000_000, extension: "webm" });
  for (const other of ["", "1.exe", "x.webm", "1.webm.crswap", "../1.webm"]) {
    assertEquals(parseRecordingId(other), null, other);
  }
  assert(/^Duet 2023-11-1\d \d\d\.\d\d\.\d\d\.webm$/.test(fileName(id)), fileName(id));
});
