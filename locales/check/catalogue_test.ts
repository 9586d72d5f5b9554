import { assert, assertEquals } from "@std/assert";
import { CHECKS, PROBLEMS } from "../../check/outcome.ts";
import { textsOf } from "../../tests/fakes/texts.ts";
import { LOCALES } from "../messages.ts";
import { CHECK_CATALOGUE } from "./catalogue.ts";

/** The same in English and another language, and rightly so. */
const SAME_EVERYWHERE = /^(states\.ok|checks\.browser)$/;

const ENGLISH = textsOf(CHECK_CATALOGUE.en);

for (const locale of LOCALES) {
  Deno.test(`check texts: ${locale} has every text, with the same placeholders`, () => {
    const texts = new Map(textsOf(CHECK_CATALOGUE[locale]));
    assertEquals([...texts.keys()].toSorted(), ENGLISH.map(([path]) => path).toSorted());
    for (const [path, english] of ENGLISH) {
      const text = texts.get(path) ?? "";
      assert(text.trim() === text && text !== "", path);
      assertEquals(text.match(/\{\w+\}/g)?.toSorted(), english.match(/\{\w+\}/g)?.toSorted(), path);
      if (locale !== "en" && !SAME_EVERYWHERE.test(path)) {
        assert(text !== english, `${path} is English`);
      }
    }
  });
}

Deno.test("check texts: every check has a name, every problem says what to do", () => {
  const { checks, problems } = CHECK_CATALOGUE.en;
  assertEquals(Object.keys(checks), [...CHECKS]);
  assertEquals(Object.keys(problems), [...PROBLEMS]);
});
