import { assert, assertEquals } from "@std/assert";
import { TIMINGS } from "../timings.ts";
import { judgeSilence } from "./silence.ts";

Deno.test("silence: who never spoke, who froze, who only waits", () => {
  const { firstWordMs, frozenMs, lobbyMs } = TIMINGS;
  const table = [
    [{ openedAt: 0, heardAt: null, seated: false }, firstWordMs - 1, "fine"],
    [{ openedAt: 0, heardAt: null, seated: false }, firstWordMs, "idle"],
    [{ openedAt: 0, heardAt: 1_000, seated: false }, 1_000 + frozenMs - 1, "fine"],
    [{ openedAt: 0, heardAt: 1_000, seated: false }, 1_000 + frozenMs, "idle"],
    [{ openedAt: 0, heardAt: lobbyMs - 10, seated: false }, lobbyMs - 1, "fine"],
    [{ openedAt: 0, heardAt: lobbyMs - 10, seated: false }, lobbyMs, "idle"],
    [{ openedAt: 0, heardAt: lobbyMs, seated: true }, lobbyMs + frozenMs - 1, "fine"],
    [{ openedAt: 0, heardAt: lobbyMs, seated: true }, lobbyMs + frozenMs, "lost"],
  ] as const;
  for (const [silence, now, expected] of table) {
    assertEquals(judgeSilence(silence, TIMINGS, now), expected);
  }
  assert(frozenMs > 60_000, "hidden tabs may run timers only once a minute");
});
