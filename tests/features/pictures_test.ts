/** How the pictures are shown, and what the browser shows of them elsewhere: in real calls. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { ada, bob, COLOUR_TOLERANCE } from "../rig/people.ts";
import type { LaunchedPerson } from "../rig/person.ts";
import { meetWith, story } from "../stories/company.ts";

const WIDE = { context: { viewport: { width: 1_280, height: 800 } } };
/** What a hidden page still sends and receives is looked at for this many frames: three seconds. */
const HIDDEN_FRAMES = 90;

/** What the page told the system, and what the system may ask of it. */
interface SessionWindow {
  readonly asked: Record<string, (() => void) | null>;
  readonly told: Record<string, boolean>;
}

/** Notes what is handed to the media session: no browser without a desktop has its keys. */
async function watchSession(person: LaunchedPerson): Promise<void> {
  await person.page.addInitScript(() => {
    const page = globalThis as unknown as SessionWindow;
    const seen: SessionWindow = { asked: {}, told: {} };
    Object.assign(page, seen);
    const { mediaSession } = navigator;
    Object.assign(mediaSession, {
      setActionHandler: (action: string, does: (() => void) | null) => seen.asked[action] = does,
      setMicrophoneActive: (active: boolean) => seen.told.microphone = active,
      setCameraActive: (active: boolean) => seen.told.camera = active,
    });
  });
}

function askSystem(person: LaunchedPerson, action: string): Promise<void> {
  return person.page.evaluate(
    (action) => (globalThis as unknown as SessionWindow).asked[action]?.(),
    action,
  );
}

function told(person: LaunchedPerson): Promise<SessionWindow["told"]> {
  return person.page.evaluate(() => (globalThis as unknown as SessionWindow).told);
}

/** The mean colour of a picture file, as a browser reads it. */
async function colourOf(page: Page, file: string): Promise<number[]> {
  const base64 = btoa(String.fromCharCode(...await Deno.readFile(file)));
  return await page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = new OffscreenCanvas(1, 1);
    const context = canvas.getContext("2d");
    context?.drawImage(image, 0, 0, 1, 1);
    return [...context?.getImageData(0, 0, 1, 1).data.slice(0, 3) ?? []];
  }, base64);
}

story("pictures: a snapshot, keys of the system, a window of its own", async (company) => {
  const [first, second] = await meetWith(
    company,
    [[ada, WIDE], [bob, WIDE]],
    "Pictures",
    (person) => watchSession(person),
  );

  const download = first.page.waitForEvent("download");
  await first.press("Take a snapshot");
  const file = await download;
  const name = file.suggestedFilename();
  assert(/^duet-[\d-]+\.png$/.test(name), name);
  await first.page.getByRole("status").getByText(`Saved as ${name}`).waitFor();
  const colour = await colourOf(first.page, await file.path());
  assert(
    colour.every((value, index) => Math.abs(value - (bob.colour[index] ?? 0)) <= COLOUR_TOLERANCE),
    `a picture of Bob, not of ${colour}`,
  );

  assertEquals(await told(first), { microphone: true, camera: true });
  await askSystem(first, "togglemicrophone");
  await second.page.getByRole("status").getByText("Your friend is muted").waitFor();
  await askSystem(first, "togglecamera");
  await second.page.getByRole("status").getByText("Your friend’s camera is off").waitFor();
  assertEquals(await told(first), { microphone: false, camera: false });
  await first.press("Unmute");
  await first.press("Turn camera on");
  assertEquals(await told(first), { microphone: true, camera: true });

  const opened = first.context.waitForEvent("page");
  await first.press("Picture in picture");
  const small = await opened;
  const video = small.getByLabel("Friend", { exact: true });
  await video.waitFor();
  await small.waitForFunction(() => {
    const shown = document.querySelector("video");
    return shown !== null && shown.videoWidth > 0 && shown.muted && !shown.paused;
  });
  const styled = await small.locator(".controls").evaluate((bar) => getComputedStyle(bar).position);
  assertEquals(styled, "absolute", "the window has the style of the page");
  await first.page.getByText("in a window of its own").waitFor();
  await small.getByRole("button", { name: "Mute", exact: true }).click();
  await second.page.getByRole("status").getByText("Your friend is muted").waitFor();
  await small.getByRole("button", { name: "Turn camera off", exact: true }).click();
  await second.page.getByRole("status").getByText("Your friend’s camera is off").waitFor();
  const closed = small.waitForEvent("close");
  await small.getByRole("button", { name: "Leave", exact: true }).click();
  await closed;
  await first.waitState("ended");
  await second.waitState("waiting");
  // Alone there is nothing to hang up.
  await second.page.waitForFunction(
    () => (globalThis as unknown as SessionWindow).asked.hangup === null,
  );
});

/**
 * Tells the page that nobody looks at it, or does again: no driven browser without a display hides one
 * by itself (minimized windows and tabs behind others stay `visible`). What browsers slow down in
 * hidden pages is not played.
 */
async function setHidden({ page }: LaunchedPerson, isHidden: boolean): Promise<void> {
  await page.evaluate((isHidden) => {
    const visibilityState = isHidden ? "hidden" : "visible";
    Object.defineProperty(document, "hidden", { value: isHidden, configurable: true });
    Object.defineProperty(document, "visibilityState", {
      value: visibilityState,
      configurable: true,
    });
    document.dispatchEvent(new Event("visibilitychange"));
  }, isHidden);
}

story("pictures: a hidden page keeps the call", async (company) => {
  const [first, second] = await meetWith(company, [
    [ada, WIDE],
    [bob, WIDE],
  ], "Pictures");
  const before = [await first.peerConnections(), await second.peerConnections()] as const;
  await setHidden(first, true);
  await second.waitFrames(HIDDEN_FRAMES);
  await second.expectSees(first);
  await first.expectHears(second);
  await first.expectSameConnections(before[0]);
  await second.expectSameConnections(before[1]);
  await setHidden(first, false);
  await first.expectSees(second);
  assertEquals([await first.state(), await second.state()], ["connected", "connected"]);
});
