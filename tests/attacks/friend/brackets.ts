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
const TIMES = 500;
const LIMIT_MS = 500;

export const brackets: Attack = {
  name: "texts that take long to draw",
  who: "hostile friend",
  rule: "chat: addresses in a text are found in time that grows with its length, whatever it holds",
  run({ short }) {
    const times = short ? TIMES / 10 : TIMES;
    const took = Object.entries(TEXTS).map(([name, make]) => {
      const text = make(MAX_TEXT_LENGTH);
      const started = performance.now();
      for (let time = 0; time < times; time++) linkify(text);
      return { name, ms: (performance.now() - started) * TIMES / times };
    }).toSorted((one, other) => other.ms - one.ms);
    const [worst] = took;
    const ms = Math.round(worst?.ms ?? 0);
    return Promise.resolve({
      tried:
        `${TIMES} texts of ${MAX_TEXT_LENGTH} characters of ${took.length} kinds, such as brackets`,
      figure: `${ms} ms for all ("${worst?.name}")`,
      limit: `${LIMIT_MS} ms`,
      held: ms <= LIMIT_MS,
    });
  },
};
