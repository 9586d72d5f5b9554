import type { Ice } from "../../../signaling/protocol.ts";
import type { Attack } from "../attack.ts";
import { Caller } from "../caller.ts";
import { askIce } from "../messages.ts";
import { startTarget } from "../target.ts";

const ENV = { TURN_URLS: "turn:turn.example:3478", TURN_SECRET: "secret", TRUST_PROXY: "1" };
/** `LIMIT_TURN_PER_MINUTE`, and some for the seconds it takes. */
const LIMIT = 20 + 5;
const LIMIT_SECONDS = 300;

export const turnCredentials: Attack = {
  name: "TURN credentials for anybody",
  who: "stranger",
  rule: "limits: before a seat TURN credentials are few, short-lived and only for pages of ours",
  async run({ short }) {
    await using app = await startTarget({ env: ENV });
    const sockets = short ? 120 : 250;
    const names = new Set<string>();
    for (let index = 0; index < sockets; index++) {
      using caller = await Caller.open(app, { address: "203.0.113.9" });
      caller.say(askIce());
      const { ice } = await caller.next(["welcome"]);
      const more = await caller.wait(["ice", "error"], 2_000);
      const second = more?.type === "ice" ? more.ice : null;
      for (const name of [...userNames(ice), ...userNames(second)]) names.add(name);
    }
    using nobody = await Caller.open(app, { address: "203.0.113.8", origin: null });
    const without = userNames((await nobody.next(["welcome"])).ice).length;
    const now = Date.now() / 1_000;
    const seconds = Math.max(0, ...[...names].map((name) => Number.parseInt(name) - now));
    return {
      tried: `${sockets} sockets of one address that never join, each asking once more; one ` +
        "without an Origin",
      figure: `${names.size} credentials, good for ${Math.round(seconds)} s; ${without} without ` +
        "an Origin",
      limit: `${LIMIT}, ${LIMIT_SECONDS} s; 0`,
      held: names.size <= LIMIT && seconds <= LIMIT_SECONDS && without === 0,
    };
  },
};

function userNames(ice: Ice | null): string[] {
  return ice?.servers.flatMap(({ username }) => username === undefined ? [] : [username]) ?? [];
}
