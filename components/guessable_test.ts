import { assertEquals } from "@std/assert";
import { CATALOGUE } from "../locales/catalogue.ts";
import { LOCALES } from "../locales/messages.ts";
import { isGuessable } from "./guessable.ts";
import { suggestRoom } from "./room_suggestion.ts";

const NAMES: [string, boolean][] = [
  ["", false],
  ["   ", false],
  ["a", true],
  ["Anna", true],
  ["Kitchen", true],
  ["  THE family   Room ", true],
  ["test-123", true],
  ["meeting2026", true],
  ["Семья", true],
  ["Мама і тато", true],
  ["videochiamata", true],
  ["12345678", true],
  ["2026-11-21", true],
  ["4917212345678", false],
  ["aaaaaaaaaaaa", true],
  ["abababababab", true],
  ["sunny-harbor", false],
  ["Kitchen of Aunt Rosalind", false],
  ["Ada & Bob, Tuesday", false],
  ["вечір на дачі", false],
];

for (const [name, expected] of NAMES) {
  Deno.test(`guessable: “${name}” ${expected ? "is" : "is not"} easy to guess`, () => {
    assertEquals(isGuessable(name), expected);
  });
}

for (const locale of LOCALES) {
  Deno.test(`guessable: no name that is suggested in ${locale} is`, () => {
    const { names } = CATALOGUE[locale];
    const [adjectives, nouns] = [names.adjectives, names.nouns].map((words) =>
      words.split(" ").length
    );
    for (let a = 0; a < (adjectives ?? 0); a++) {
      for (let n = 0; n < (nouns ?? 0); n++) {
        const picks = [a, n];
        const name = suggestRoom(names, () => picks.shift() ?? 0);
        assertEquals([name, isGuessable(name)], [name, false]);
      }
    }
  });
}
