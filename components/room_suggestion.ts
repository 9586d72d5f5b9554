/** Friendly room names of two words, in the person's language. */
import { fill } from "../locales/format.ts";
import type { Messages } from "../locales/messages.ts";

/** @param random whole numbers from 0 up to, but not including, its argument */
export function suggestRoom(
  names: Messages["names"],
  random: (below: number) => number = randomBelow,
): string {
  return fill(names.pattern, {
    adjective: pick(names.adjectives.split(" "), random),
    noun: pick(names.nouns.split(" "), random),
  });
}

function pick(words: readonly string[], random: (below: number) => number): string {
  return words[random(words.length)] ?? "";
}

function randomBelow(below: number): number {
  const [value = 0] = crypto.getRandomValues(new Uint32Array(1));
  return value % below;
}
