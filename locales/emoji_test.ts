import { assert, assertEquals } from "@std/assert";
import { ALPHABET } from "../call/verify/code.ts";
import { emojiOf } from "./emoji.ts";
import { LOCALES } from "./messages.ts";

for (const locale of LOCALES) {
  Deno.test(`emoji: in ${locale} each has a word of its own`, () => {
    const all = Array.from({ length: ALPHABET }, (_, index) => emojiOf(index, locale));
    assert(all.every(({ emoji, name }) => emoji !== "" && name.trim() === name && name !== ""));
    assertEquals(new Set(all.map(({ emoji }) => emoji)).size, ALPHABET);
    assertEquals(new Set(all.map(({ name }) => name)).size, ALPHABET);
    assertEquals(emojiOf(ALPHABET, locale).emoji, "", "there is no further one");
  });
}
