import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startTarget } from "../target.ts";

const NAMES: Record<string, string> = {
  "Hangul filler": "\u3164",
  "half-width Hangul filler": "\uffa0",
  "Hangul jamo fillers": "\u115f\u1160",
  "blank Braille": "\u2800",
  "a bare variation selector": "\ufe0f",
  "a variation selector supplement": "\u{e0100}",
  "zero-width space": "\u200b",
  "zero-width joiner": "\u200d",
  "word joiner": "\u2060",
  "soft hyphen": "\u00ad",
  "a mongolian vowel separator": "\u180e",
  "tag characters": "\u{e0041}\u{e0042}",
  "a bidi override": "\u202e",
  "a combining mark alone": "\u034f",
  "a no-break space": "\u00a0",
};

export const invisibleNames: Attack = {
  name: "invisible names",
  who: "stranger",
  rule: "names: a name of nothing one can see is refused as blank",
  async run() {
    await using app = await startTarget();
    const accepted: string[] = [];
    for (const [what, name] of Object.entries(NAMES)) {
      using caller = await Caller.open(app);
      const reply = await caller.join(name);
      if (reply.type !== "error" || reply.code !== "bad-room-name") accepted.push(what);
    }
    return {
      tried: `${Object.keys(NAMES).length} names of characters without a picture`,
      figure: `${accepted.length} accepted${
        accepted.length > 0 ? ` (${accepted.join(", ")})` : ""
      }`,
      limit: "0",
      held: accepted.length === 0,
    };
  },
};
