/** How the pictures change places, sizes and shapes. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { type Gallery, openGallery, showScene } from "./visit.ts";

const LAPTOP = { width: 1_280, height: 800 };
const PHONE = { width: 390, height: 844 };

async function at(
  gallery: Gallery,
  scene: string,
  act: (page: Page) => Promise<void>,
  options: Parameters<Gallery["open"]>[0] = {},
): Promise<void> {
  const visit = await gallery.open({ viewport: LAPTOP, reducedMotion: "reduce", ...options });
  await showScene(visit.page, scene);
  await act(visit.page);
  assertEquals(visit.complaints, []);
  await visit.context.close();
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

function large(page: Page, picture: string) {
  return page.locator(`.${picture}[data-size=large]`).waitFor();
}

async function boxOf(page: Page, selector: string) {
  const box = await page.locator(selector).boundingBox();
  assert(box !== null, `${selector} is not to be seen`);
  return box;
}

function isFullScreen(page: Page, wanted: boolean) {
  return page.waitForFunction(
    (wanted) => (document.fullscreenElement !== null) === wanted,
    wanted,
  );
}

/** Two taps of a finger, as quick as fingers are. */
async function doubleTap(page: Page, x: number, y: number): Promise<void> {
  await page.touchscreen.tap(x, y);
  await page.touchscreen.tap(x, y);
}

Deno.test("pictures: swapped, zoomed, full screen, and filled as one likes", async (test) => {
  await using gallery = await openGallery();

  await test.step("the button and a click on the small picture swap them", () =>
    at(gallery, "connected", async (page) => {
      await button(page, "Swap pictures").click();
      await large(page, "self");
      const small = await boxOf(page, ".friend[data-size=small]");
      assert(small.width < 300 && small.x > 640 && small.y > 400, "in the corner of one’s own");
      await page.locator(".friend[data-size=small]").click();
      await large(page, "friend");
      await page.locator(".self[data-size=small]").click({ position: { x: 80, y: 60 } });
      await large(page, "self");
    }));

  await test.step("a dragged small picture moves and swaps nothing", () =>
    at(gallery, "connected", async (page) => {
      await button(page, "Swap pictures").click();
      const box = await boxOf(page, ".friend[data-size=small]");
      await page.mouse.move(box.x + 50, box.y + 50);
      await page.mouse.down();
      await page.mouse.move(200, 200, { steps: 4 });
      await page.mouse.up();
      await page.locator(".friend[data-size=small][data-corner=top-left]").waitFor();
      await large(page, "self");
    }));

  await test.step("F and a double click: the whole screen, and back", () =>
    at(gallery, "connected", async (page) => {
      await page.keyboard.press("f");
      await isFullScreen(page, true);
      await button(page, "Full screen").and(page.locator("[aria-pressed=true]")).waitFor();
      await page.mouse.dblclick(500, 300);
      await isFullScreen(page, false);
      await page.locator("[aria-pressed=false]").and(button(page, "Full screen")).waitFor();
    }));

  await test.step("the whole picture or a full frame, remembered", () =>
    at(gallery, "connected", async (page) => {
      const aspect = () =>
        page.locator(".friend").evaluate((frame) =>
          Number(getComputedStyle(frame).getPropertyValue("--aspect"))
        );
      const { width, height } = await boxOf(page, ".friend");
      assert(Math.abs(await aspect() - width / height) < 0.01);
      await button(page, "Show the whole picture").click();
      await button(page, "Fill the window").waitFor();
      assert(Math.abs(await aspect() - 16 / 9) < 0.01);
      assertEquals(await page.evaluate(() => localStorage.getItem("duet.fit")), "fit");
    }));

  await test.step("a friend beside a phone held upright fills it after a double tap", () =>
    at(gallery, "connected", async (page) => {
      const shown = async () => (await boxOf(page, ".friend video")).height;
      await page.waitForFunction(() => {
        const video = document.querySelector<HTMLVideoElement>(".friend video");
        return video !== null && video.clientHeight > 0 && video.clientHeight < 800;
      });
      await doubleTap(page, 150, 400);
      await page.waitForFunction(() =>
        document.querySelector<HTMLVideoElement>(".friend video")?.clientHeight === 844
      );
      await doubleTap(page, 150, 400);
      await page.waitForFunction(() =>
        (document.querySelector<HTMLVideoElement>(".friend video")?.clientHeight ?? 844) < 300
      );
      assert(await shown() < 300);
    }, { viewport: PHONE, isMobile: true, hasTouch: true }));

  await test.step("a screen is large, both faces small, none over the other", () =>
    at(gallery, "connected-friends-screen", async (page) => {
      await large(page, "screen");
      const [friend, self] = [await boxOf(page, ".friend"), await boxOf(page, ".self")];
      const apart = friend.y + friend.height <= self.y || friend.x + friend.width <= self.x;
      assert(apart, "they lie over each other");
      await page.keyboard.press("h");
      await button(page, "Show your picture").waitFor();
      const [alone, show] = [await boxOf(page, ".friend"), await boxOf(page, ".self-show")];
      assert(alone.y + alone.height <= show.y, "the face lies over the button");
      await button(page, "Swap pictures").click();
      await large(page, "friend");
      await page.locator(".screen[data-size=small]").click();
      await large(page, "screen");
    }));

  await test.step("two fingers, the wheel and keys look closer at a screen, and back", () =>
    at(gallery, "connected-friends-screen", async (page) => {
      const zoom = () =>
        page.locator(".screen").evaluate((frame) =>
          Number(getComputedStyle(frame).getPropertyValue("--zoom"))
        );
      await page.keyboard.press("+");
      assertEquals(await zoom(), 1.25);
      await page.keyboard.press("=");
      await page.keyboard.press("-");
      assertEquals(await zoom(), 1.25);
      await page.keyboard.press("0");
      assertEquals(await zoom(), 1);

      await page.mouse.dblclick(400, 300);
      assertEquals(await zoom(), 2.5);
      const x = () =>
        page.locator(".screen").evaluate((frame) =>
          parseFloat(getComputedStyle(frame).getPropertyValue("--zoom-x"))
        );
      const before = await x();
      await page.mouse.move(400, 300);
      await page.mouse.down();
      await page.mouse.move(340, 300, { steps: 3 });
      await page.mouse.up();
      assertEquals(await x(), before - 60);
      await page.locator(".screen").focus();
      await page.keyboard.press("ArrowLeft");
      assertEquals(await x(), before);
      await page.mouse.dblclick(400, 300);
      assertEquals(await zoom(), 1);

      const session = await page.context().newCDPSession(page);
      const touch = (type: "touchStart" | "touchMove" | "touchEnd", ...xs: number[]) =>
        session.send("Input.dispatchTouchEvent", {
          type,
          touchPoints: xs.map((x, id) => ({ x, y: 300, id })),
        });
      await touch("touchStart", 350, 450);
      await touch("touchMove", 300, 500);
      await touch("touchEnd");
      assertEquals(await zoom(), 2);
    }, { hasTouch: true }));
});
