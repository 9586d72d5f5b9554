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

/** Letters from which on two of them are little of what is heard. */
const LONG = 6;

/** How many letters have to be added, left out or changed to make one word of the other. */
function distance(one: string, other: string): number {
  const first = Array.from({ length: other.length + 1 }, (_, index) => index);
  const last = [...one].reduce((above, letter, row) => {
    const line = [row + 1];
    [...other].forEach((each, column) => {
      const swapped = (above[column] ?? 0) + (each === letter ? 0 : 1);
      line.push(Math.min(swapped, (above[column + 1] ?? 0) + 1, (line[column] ?? 0) + 1));
    });
    return line;
  }, first);
  return last.at(-1) ?? 0;
}

/** Accents are the first thing a bad line swallows. */
function asHeard(word: string): string {
  return word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

for (const locale of LOCALES) {
  Deno.test(`emoji: in ${locale} no word is another but for a letter, and no long one but for two`, () => {
    const words = Array.from(
      { length: ALPHABET },
      (_, index) => asHeard(emojiOf(index, locale).name),
    );
    const alike = words.flatMap((one, index) =>
      words.slice(index + 1)
        .filter((other) => distance(one, other) < (one.length < LONG ? 2 : 3))
        .map((other) => `${one}, ${other}`)
    );
    assertEquals(alike, []);
  });
}
