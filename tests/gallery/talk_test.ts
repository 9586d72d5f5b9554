/** Reactions and texts on the screen, with a fake call behind them. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { changeScene, openGallery, showScene } from "./visit.ts";

const LAPTOP = { width: 1_280, height: 800 };
const SMALL_PHONE = { width: 320, height: 568 };

type Options = Parameters<Awaited<ReturnType<typeof openGallery>>["open"]>[0];

async function at(scene: string, act: (page: Page) => Promise<void>, options: Options = {}) {
  await using gallery = await openGallery();
  const { page, complaints } = await gallery.open({ viewport: LAPTOP, ...options });
  await showScene(page, scene);
  await act(page);
  assertEquals(complaints, []);
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

Deno.test("reactions: the newest is said, in an element that was there before", () =>
  at("connected", async (page) => {
    await page.keyboard.press("r");
    await page.getByRole("group", { name: "React" }).waitFor();
    const status = page.locator(".floats + [role=status]");
    assertEquals(await status.innerText(), "");
    const before = await status.elementHandle();
    for (const name of ["Heart", "Party", "Party"]) await button(page, name).click();
    await page.getByRole("status").filter({ hasText: "You: Party" }).waitFor({ state: "attached" });
    assert(await before?.evaluate((element) => element.isConnected));
    assertEquals(await status.locator("span").count(), 1);
    assertEquals(await page.locator(".floats li[data-from=me]").count(), 3);
  }));

Deno.test("reactions: each floats on its person’s side and takes no click", () =>
  at("connected-reactions", async (page) => {
    const centre = async (from: string) => {
      const box = await page.locator(`.floats [data-from=${from}]`).first().boundingBox();
      return box === null ? Number.NaN : box.x + box.width / 2;
    };
    assert(await centre("friend") < LAPTOP.width / 2);
    assert(await centre("me") > LAPTOP.width / 2);
    const taken = await page.locator(".floats li").first().evaluate((element) =>
      getComputedStyle(element).pointerEvents
    );
    assertEquals(taken, "none");
  }));

for (
  const [reducedMotion, animation] of [["reduce", "float-still"], [
    "no-preference",
    "float-up",
  ]] as const
) {
  Deno.test(`reactions: they rise, and with less motion stay in place (${reducedMotion})`, () =>
    at("connected-reactions", async (page) => {
      const name = await page.locator(".floats li").first().evaluate((element) =>
        getComputedStyle(element).animationName
      );
      assertEquals(name, animation);
    }, { reducedMotion }));
}

Deno.test("reactions: six in a row fit the narrowest phone, each large enough to hit", () =>
  at("connected", async (page) => {
    await page.keyboard.press("r");
    const row = page.locator(".reaction");
    await row.first().waitFor();
    assertEquals(await row.count(), 6);
    // All in one look: the sheet may still be rising.
    const boxes = await row.evaluateAll((all) =>
      all.map((each) => {
        const { x, y, width, height } = each.getBoundingClientRect();
        return { x, y, width, height };
      })
    );
    for (const box of boxes) {
      assert(box.width >= 44 && box.height >= 44, JSON.stringify(box));
      assert(box.x >= 0 && box.x + box.width <= SMALL_PHONE.width, JSON.stringify(box));
    }
    assertEquals(new Set(boxes.map(({ y }) => y)).size, 1);
  }, { viewport: SMALL_PHONE, hasTouch: true, isMobile: true }));

Deno.test("messages: one’s own say whether they arrived; emoji alone are large", () =>
  at("connected-writing", async (page) => {
    await button(page, "Messages").click();
    const lines = page.getByRole("log").getByRole("listitem");
    await lines.first().waitFor();
    const marked = (await lines.allInnerTexts()).map((text) => /Delivered/.test(text));
    assertEquals(marked, [false, true, false, false, true, false]);
    const sizes = await lines.locator("p").evaluateAll((all) =>
      all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize) > 30)
    );
    assertEquals(sizes, [false, false, false, false, true, true]);
    await page.getByRole("status").filter({ hasText: "Your friend is writing…" }).waitFor();
  }));

Deno.test("messages: what is written before all is loaded is kept", () =>
  at("connected-early", async (page) => {
    await button(page, "Messages").click();
    const box = page.getByRole("textbox", { name: "Message", exact: true });
    await box.fill("an early bird");
    await changeScene(page, "connected");
    await button(page, "React").waitFor();
    assertEquals(await box.inputValue(), "an early bird");
    await page.keyboard.press("Escape");
    await button(page, "Messages").click();
    assertEquals(await box.inputValue(), "an early bird");
  }));

Deno.test("notices: a silent microphone opens the settings, where another can be chosen", () =>
  at("connected-silent", async (page) => {
    await page.getByRole("alert").filter({ hasText: "Your microphone sends silence" }).waitFor();
    await button(page, "Check the microphone").click();
    await page.locator(".sheet[data-sheet=settings]").waitFor();
  }));

Deno.test("messages: what is written before all is loaded is sent as it stands", () =>
  at("connected-early", async (page) => {
    await page.keyboard.press("t");
    const box = page.getByRole("textbox", { name: "Message", exact: true });
    await box.fill("Written early");
    const sent = page.evaluate(() =>
      new Promise<void>((done) => {
        // After the screen took them in, before it is painted.
        addEventListener("hashchange", async () => {
          for (let turn = 0; turn < 10; turn++) await null;
          const enter = { key: "Enter", bubbles: true, cancelable: true };
          document.querySelector("textarea")?.dispatchEvent(new KeyboardEvent("keydown", enter));
          done();
        }, { once: true });
      })
    );
    await changeScene(page, "connected");
    await sent;
    await page.locator("[data-from=me]").filter({ hasText: "Written early" }).waitFor();
    assertEquals(await box.inputValue(), "");
  }));
