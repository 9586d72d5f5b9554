/** Sharing a screen, between two real browsers. */
import { assert, assertEquals } from "@std/assert";
import { type BrowserName, whyNoFirefox } from "../rig/browsers.ts";
import type { RigWindow } from "../rig/page_rig.ts";
import { ada, bob, carla, dev } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { expectCall, meetWith, story } from "../stories/company.ts";
import {
  expectMovingScreen,
  expectNoScreen,
  expectScreen,
  failScreen,
  type PlayedScreen,
  playScreen,
  stopInBrowser,
} from "./screens.ts";

const WIDE = { context: { viewport: { width: 1_280, height: 800 } } };
const GREEN: PlayedScreen = { colour: carla.colour, toneHz: carla.toneHz };
const YELLOW: PlayedScreen = { colour: dev.colour, toneHz: null };

const PAIRS: readonly (readonly [BrowserName, BrowserName])[] = [
  ["chromium", "firefox"],
  ["firefox", "chromium"],
];

/** What both pages agreed on last: the same as long as nobody negotiates. */
function agreed(person: LaunchedPerson): Promise<(string | undefined)[]> {
  return person.page.evaluate(() =>
    (globalThis as unknown as RigWindow).duetRig.connections
      .filter(({ connectionState }) => connectionState === "connected")
      .map(({ localDescription }) => /^o=.*$/m.exec(localDescription?.sdp ?? "")?.[0])
  );
}

for (const [sharer, viewer] of PAIRS) {
  story(`share: ${sharer} to ${viewer}, and back`, async (company) => {
    const [first, second] = await meetWith(company, [
      [ada, { browser: sharer, ...WIDE }],
      [bob, { browser: viewer, ...WIDE }],
    ], "Screen");
    const before = [await agreed(first), await agreed(second)];

    await playScreen(first, GREEN);
    await first.press("Share your screen");
    await expectScreen(second, GREEN);
    await second.expectSees(first);
    await second.page.locator(".friend[data-size=small]").waitFor();
    await first.page.getByRole("status").getByText("You share your screen").waitFor();
    await first.page.getByRole("button", { name: "Stop sharing", pressed: true }).waitFor();

    // Both at once; neither negotiated for it.
    await playScreen(second, YELLOW);
    await second.page.keyboard.press("s");
    await expectScreen(first, YELLOW);
    await expectScreen(second, GREEN);
    assertEquals([await agreed(first), await agreed(second)], before);

    await stopInBrowser(second);
    await expectNoScreen(first);
    await second.page.getByRole("button", { name: "Share your screen", exact: true }).waitFor();

    // Who reloads sees it again; what they shared themselves is over.
    await second.reload();
    await expectScreen(second, GREEN);
    await expectCall(first, second);
    await first.reload();
    await expectNoScreen(second);
    await expectCall(first, second);
  }, whyNoFirefox());
}

story(
  "share: what the browser captures itself; sound that may carry the call is left out",
  async (company) => {
    const [first, second] = await meetWith(company, [[ada, WIDE], [bob, WIDE]], "Screen");
    await first.press("Share your screen");
    await expectMovingScreen(second);
    await first.page.getByRole("status").getByText("The sound is left out").waitFor();
    const sends = await first.page.evaluate(() =>
      (globalThis as unknown as RigWindow).duetRig.connections.at(-1)?.getSenders()
        .map(({ track }) => track?.kind ?? null)
    );
    assertEquals(sends, ["audio", "video", "video", null]);
    const hint = await first.page.evaluate(() =>
      (globalThis as unknown as RigWindow).duetRig.connections.at(-1)?.getSenders()[2]?.track
        ?.contentHint
    );
    assertEquals(hint, "detail");
    await first.page.keyboard.press("s");
    await expectNoScreen(second);

    // The face gets less beside a screen, and all of it back.
    const capped = (bps: number) =>
      first.page.waitForFunction(
        (bps) =>
          (globalThis as unknown as RigWindow).duetRig.connections.at(-1)?.getSenders()[1]
            ?.getParameters().encodings[0]?.maxBitrate === bps,
        bps,
      );
    await capped(2_500_000);
    await playScreen(first, { ...GREEN, restrictOwnAudio: false });
    await first.press("Share your screen");
    await expectScreen(second, { ...GREEN, toneHz: null });
    await capped(500_000);
    await first.press("Stop sharing");

    // A closed question is no error, others get words.
    await failScreen(first, "NotAllowedError");
    await first.press("Share your screen");
    const failed = first.page.getByRole("status").getByText("Sharing didn’t work");
    assertEquals(await failed.count(), 0);
    await failScreen(first, "NotReadableError");
    await first.press("Share your screen");
    await failed.waitFor();
  },
);

story("share: with whoever left it ends, and telephones have nothing to share", async (company) => {
  const [first, second] = await meetWith(
    company,
    [[ada, WIDE], [bob, WIDE]],
    "Screen",
    async (person) => {
      if (person.name !== "Bob") return;
      await person.page.addInitScript(() => {
        Reflect.deleteProperty(MediaDevices.prototype, "getDisplayMedia");
      });
    },
  );
  await second.page.getByRole("button", { name: "React", exact: true }).waitFor();
  assertEquals(await second.page.getByRole("button", { name: "Share your screen" }).count(), 0);
  await playScreen(first, GREEN);
  await first.press("Share your screen");
  await expectScreen(second, GREEN);

  // Looking closer, with the wheel and with keys.
  const zoom = () =>
    second.page.locator(".screen").evaluate((frame) =>
      Number(getComputedStyle(frame).getPropertyValue("--zoom"))
    );
  await second.page.locator(".screen").hover();
  await second.page.mouse.wheel(0, -400);
  await second.page.locator(".screen[data-zoomed]").waitFor();
  const byWheel = await zoom();
  await second.page.keyboard.press("+");
  assert(byWheel > 1.1 && await zoom() > byWheel);
  await second.page.locator(".screen").dblclick({ position: { x: 300, y: 300 } });
  assertEquals(await zoom(), 1);

  await second.leave();
  await first.waitState("waiting");
  await first.page.waitForFunction(() => {
    const { connections } = (globalThis as unknown as RigWindow).duetRig;
    return connections.every(({ connectionState }) => connectionState === "closed");
  });
  await second.press("Call again");
  await expectCall(first, second);
  await first.page.getByRole("button", { name: "Share your screen", exact: true }).waitFor();
  await expectNoScreen(second);
});
