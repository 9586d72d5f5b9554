/**
 * Fixed lives, lived in the model and by real browsers: what the model says of them is what
 * Chromium, the server and the kernel's networks do.
 */
import { assertEquals } from "@std/assert";
import { whyNoNetworks } from "../rig/networks.ts";
import { testUnless } from "../rig/not_run.ts";
import type { Replayable } from "./replay/acts.ts";
import { liveInBrowsers } from "./replay/in_browsers.ts";
import { liveInModel } from "./replay/in_model.ts";
import { roundsOf } from "./replay/replay.ts";
import { REPLAYS } from "./replay/schedules.ts";
import { openTheatre } from "./replay/stage.ts";

/** A replay is only fit for comparing when it ends the same way, whatever delays are drawn. */
const DRAWS = 10;

// Types are the test: what the rig cannot bring about is no schedule of a replay.
export const UNTRANSLATABLE = [
  // @ts-expect-error the rig's server has its rooms in a file
  { kind: "kv", mood: "away" },
  // @ts-expect-error there is one server
  { kind: "kill", instance: 1 },
  // @ts-expect-error the third person has no router
  { kind: "link", who: 2 },
] as const satisfies readonly Replayable[];

for (const replay of REPLAYS) {
  Deno.test(`replay: in the model there is one way to live "${replay.name}"`, async () => {
    const first = await liveInModel(replay, 0);
    assertEquals(first.accounts.length, roundsOf(replay).length);
    for (let draw = 0; draw < DRAWS; draw++) {
      const { accounts, breaches } = await liveInModel(replay, draw);
      assertEquals(breaches, []);
      assertEquals(accounts, first.accounts);
    }
  });
}

testUnless(whyNoNetworks(), "replay: browsers live as the model does", async (test) => {
  await using theatre = await openTheatre();
  for (const [index, replay] of REPLAYS.entries()) {
    const { accounts: expected } = await liveInModel(replay, 0);
    const room = `Replay ${index}`;
    await test.step(replay.name, () => liveInBrowsers(theatre, replay, { room, expected }));
  }
});
