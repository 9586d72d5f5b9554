import { assert, assertEquals } from "@std/assert";
import type { Transfer } from "../call/files/entry.ts";
import { FAILURES, type Phase } from "../call/files/transfer.ts";
import { loadExtraMessages } from "../locales/extras/load.ts";
import { LOCALES } from "../locales/messages.ts";
import { newsText, phaseText, refusalText, sizeText } from "./file_words.ts";

const CAKE: Transfer = {
  key: "key-1",
  from: "friend",
  name: "cake.jpg",
  size: 2_340_000,
  kind: "JPG",
  picture: "image/jpeg",
  phase: { is: "offered" },
  place: "private",
  isSaved: false,
};

const PHASES: readonly Phase[] = [
  { is: "offered" },
  { is: "accepted" },
  { is: "waiting", bytes: 5 },
  { is: "missing", bytes: 5, chose: "nothing" },
  { is: "missing", bytes: 5, chose: "another" },
  { is: "done" },
  { is: "declined" },
  { is: "cancelled", by: "me" },
  { is: "cancelled", by: "friend" },
  ...FAILURES.map((because) => ({ is: "failed", because }) as const),
];

Deno.test("files: sizes as each language writes them", () => {
  assertEquals(sizeText("en", 0), "0 bytes");
  assertEquals(sizeText("en", 999), "999 bytes");
  assertEquals(sizeText("en", 2_340_000), "2.3 MB");
  assertEquals(sizeText("en", 999_999), "1 MB");
  assertEquals(sizeText("en", 16 * 1024 ** 3), "17 GB");
  assertEquals(sizeText("uk", 2_340_000), "2,3 МБ");
  assertEquals(sizeText("pt", 45_000), "45 kB");
});

Deno.test("files: each state of one's own file has words of its own, in every language", async () => {
  for (const locale of LOCALES) {
    const { files } = await loadExtraMessages(locale);
    const said = PHASES.map((phase) => phaseText({ ...CAKE, from: "me", phase }, files));
    assert(said.every((text) => text !== ""), locale);
    assertEquals(new Set(said).size, said.length, locale);
  }
});

Deno.test("files: where a file goes is said before it is accepted", async () => {
  const { files } = await loadExtraMessages("en");
  const at = (place: Transfer["place"]) => phaseText({ ...CAKE, place }, files);
  assertEquals([at("private"), at("memory"), at("picked"), at(null)], [
    "",
    "Stays in this tab until you save it",
    "Your browser asks where to save it",
    "Too large for this browser",
  ]);
  const done: Transfer = { ...CAKE, phase: { is: "done" } };
  assertEquals(phaseText(done, files), "Save it before you leave");
  assertEquals(phaseText({ ...done, place: "picked" }, files), "Saved");
  assertEquals(phaseText({ ...done, isSaved: true }, files), "Saved");
});

Deno.test("files: what the friend does is announced, what one does oneself is not", async () => {
  const { files: words } = await loadExtraMessages("en");
  const options = { words, locale: "en" } as const;
  const news = (now: Partial<Transfer>, before?: Partial<Transfer>) =>
    newsText({ ...CAKE, ...now }, before && { ...CAKE, ...before }, options);
  assertEquals(news({}), "Your friend wants to send you cake.jpg (2.3 MB)");
  assertEquals(news({}, {}), null);
  assertEquals(news({ from: "me" }), null);
  assertEquals(news({ phase: { is: "done" } }, {}), "cake.jpg has arrived");
  assertEquals(news({ from: "me", phase: { is: "done" } }, {}), "Your friend has cake.jpg");
  assertEquals(news({ phase: { is: "declined" } }, {}), null);
  assertEquals(
    news({ phase: { is: "cancelled", by: "friend" } }, {}),
    "Your friend cancelled cake.jpg",
  );
  assertEquals(news({ phase: { is: "cancelled", by: "me" } }, {}), null);
  assertEquals(
    news({ phase: { is: "failed", because: "altered" } }, {}),
    "cake.jpg could not be sent",
  );
});

Deno.test("files: what is not offered is said with its limit", async () => {
  const { files: words } = await loadExtraMessages("en");
  const options = { words, locale: "en" } as const;
  assertEquals(
    refusalText({ because: "too-large", name: "a.iso", limit: 17e9 }, options),
    "a.iso is too large: 17 GB at most",
  );
  assertEquals(
    refusalText({ because: "too-many", name: "a.txt", limit: 20 }, options),
    "a.txt was not offered: 20 files at a time",
  );
});
