import { assert, assertEquals } from "@std/assert";
import { REACTIONS } from "../../call/talk/reactions.ts";
import { textsOf } from "../../tests/fakes/texts.ts";
import { LOCALES } from "../messages.ts";
import { loadExtraMessages } from "./load.ts";

/** The same in English and another language, and rightly so. */
const SAME_EVERYWHERE = /^$/;

for (const locale of LOCALES) {
  Deno.test(`extra texts: ${locale} has every text, with the same placeholders`, async () => {
    const english = textsOf(await loadExtraMessages("en"));
    const texts = new Map(textsOf(await loadExtraMessages(locale)));
    assertEquals([...texts.keys()].toSorted(), english.map(([path]) => path).toSorted());
    for (const [path, original] of english) {
      const text = texts.get(path) ?? "";
      assert(text.trim() === text && text !== "", path);
      const marks = (words: string) => words.match(/\{\w+\}/g)?.toSorted();
      assertEquals(marks(text), marks(original), path);
      if (locale !== "en" && !SAME_EVERYWHERE.test(path)) {
        assert(text !== original, `${path} is English`);
      }
    }
  });
}

Deno.test("extra texts: every reaction has a name", async () => {
  const { talk } = await loadExtraMessages("en");
  assertEquals(talk.signs.length, REACTIONS.length);
});
