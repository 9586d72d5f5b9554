import type { Attack } from "../attack.ts";
import { MAX_TEXT_LENGTH } from "../../../call/connection/channel.ts";
import { linkify } from "../../../components/linkify.ts";

const TEXTS: Record<string, (length: number) => string> = {
  "closing brackets": (length) => `https://a.example/${")".repeat(length)}`,
  "nested brackets": (length) => `https://a.example/${"(".repeat(length / 2)}${")".repeat(length)}`,
  "full stops": (length) => `https://a.example/${".".repeat(length)}`,
  "brackets and stops": (length) => `https://a.example/${").".repeat(length / 2)}`,
  "addresses in a row": (length) => "https://a ".repeat(length / 10),
  "half an address": (length) => "http".repeat(length / 4),
};
const TIMES = 400;
/** A text of this share of the length is measured beside the longest. */
const SHORTER = 4;
/** Of 4 times the text: 4 times as long if it grows with the length, 16 if with its square. */
const LIMIT = 8;

export const brackets: Attack = {
  name: "texts that take long to draw",
  who: "hostile friend",
  rule: "chat: addresses in a text are found in time that grows with its length, whatever it holds",
  run() {
    const grown = Object.entries(TEXTS).map(([name, make]) => {
      const lengths = [MAX_TEXT_LENGTH, MAX_TEXT_LENGTH / SHORTER];
      const [longest = 0, shorter = 0] = quickest(lengths.map(make));
      return { name, longest, ratio: longest / shorter };
    }).toSorted((one, other) => other.ratio - one.ratio);
    const [worst] = grown;
    const ratio = worst?.ratio ?? Infinity;
    const kinds = grown.length;
    return Promise.resolve({
      tried: `texts of ${MAX_TEXT_LENGTH} characters of ${kinds} kinds, such as brackets`,
      figure: `${ratio.toFixed(1)} times as long for ${SHORTER} times the text ` +
        `("${worst?.name}", ${worst?.longest.toFixed(2)} ms)`,
      limit: `${LIMIT} times`,
      held: ratio <= LIMIT,
    });
  },
};

/**
 * The best of many for each text, ms: what else the machine does takes part in none. In turn, so that
 * none has only the times in which the code is not compiled yet.
 */
function quickest(texts: readonly string[]): number[] {
  const best = texts.map(() => Infinity);
  for (let time = 0; time < TIMES; time++) {
    texts.forEach((text, index) => {
      const started = performance.now();
      linkify(text);
      best[index] = Math.min(best[index] ?? Infinity, performance.now() - started);
    });
  }
  return best;
}
