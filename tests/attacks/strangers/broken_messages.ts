import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { startTarget } from "../target.ts";

const TEXTS = [
  "",
  "{",
  "[1,2",
  '{"type":"ping"',
  "null",
  "42",
  '"ping"',
  "{}",
  '{"type":"nonsense"}',
  '{"type":"constructor"}',
  '{"type":"ping","more":1}',
  '{"__proto__":{"type":"ping"}}',
  '{"type":"join","room":7}',
  '{"type":"signal","to":"../etc/passwd","signal":{}}',
  "[".repeat(20_000),
  '{"a":'.repeat(5_000),
];

export const brokenMessages: Attack = {
  name: "broken messages",
  who: "stranger",
  rule: "messages: what is not JSON or not ours gets a coded error, too many close the socket",
  async run() {
    await using app = await startTarget();
    const codes = new Set<string>();
    using caller = await Caller.open(app);
    for (const text of TEXTS) {
      caller.say(text);
      codes.add((await caller.next(["error"])).code);
    }
    const lives = (await caller.join("tea")).type === "joined";
    using stubborn = await Caller.open(app);
    let mistakes = 0;
    while (stubborn.open && mistakes < 40) {
      mistakes++;
      stubborn.say("{");
      await stubborn.wait(["error"], 2_000);
    }
    const closed = await stubborn.ends(2_000);
    const coded = [...codes].every((code) => code === "not-json" || code === "bad-message");
    return {
      tried: `${TEXTS.length} broken messages, then up to 40 more`,
      figure: `answered by ${[...codes].join(", ")}; socket ${lives ? "lives" : "is gone"}; ` +
        (closed ? `${mistakes} close it with ${stubborn.closeCode}` : "40 leave it open"),
      limit: "coded errors, lives, 1008",
      held: coded && lives && closed && stubborn.closeCode === 1008,
    };
  },
};
