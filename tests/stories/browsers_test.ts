import { assertEquals } from "@std/assert";
import { HABITS, habitsBehind } from "../../call/recovery/habits.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { type BrowserName, whyNoFirefox } from "../rig/browsers.ts";
import { ada, bob } from "../rig/people.ts";
import { expectCall, meetWith, story } from "./company.ts";

const PAIRS: readonly (readonly [BrowserName, BrowserName])[] = [
  ["chromium", "firefox"],
  ["firefox", "chromium"],
  ["firefox", "firefox"],
];

for (const [inside, newcomer] of PAIRS) {
  story(`4: ${newcomer} joins ${inside}`, async (company) => {
    const [first, second] = await meetWith(
      company,
      [[ada, { browser: inside }], [bob, { browser: newcomer }]],
      "Kitchen",
    );
    await second.reload();
    await expectCall(first, second);
    const pairs = [[first, inside], [second, newcomer]] as const;
    for (const [person, browser] of pairs) {
      const habits = habitsBehind(await descriptionOf(person));
      assertEquals(habits, browser === "firefox" ? HABITS.firefox : null, browser);
    }
  }, whyNoFirefox());
}

/** What this browser writes, SDP. */
async function descriptionOf({ page }: LaunchedPerson): Promise<string> {
  return await page.evaluate(async () => {
    const connection = new RTCPeerConnection();
    const { sdp } = await connection.createOffer({ offerToReceiveAudio: true });
    connection.close();
    return sdp ?? "";
  });
}
