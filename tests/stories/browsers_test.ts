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
  }, whyNoFirefox());
}
