/** What once was rough in the screens, each as a rule. */
import { assert, assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { changeScene, openGallery, showScene, type Visit } from "./visit.ts";

const LAPTOP = { width: 1_280, height: 800 };
const PHONE = { width: 390, height: 844 };
const SMALL_PHONE = { width: 320, height: 568 };
const PHONE_ON_ITS_SIDE = { width: 844, height: 390 };

type Options = Parameters<Awaited<ReturnType<typeof openGallery>>["open"]>[0];

/** Runs `act` in a scene of the gallery, on a laptop unless told. */
async function at(
  scene: string,
  act: (page: Page, visit: Visit) => Promise<void>,
  options: Options = {},
): Promise<void> {
  await using gallery = await openGallery();
  const visit = await gallery.open({ viewport: LAPTOP, reducedMotion: "reduce", ...options });
  await showScene(visit.page, scene);
  await act(visit.page, visit);
  assertEquals(visit.complaints, []);
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

async function focused(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.className ?? "";
  });
}

Deno.test("own picture: its buttons work while the camera is off", () =>
  at("connected-lone-dark", async (page) => {
    await page.locator(".self").hover();
    await button(page, "Hide your picture").click();
    await button(page, "Show your picture").click();
    await button(page, "Move your picture").click();
    await page.keyboard.press("ArrowUp");
    assertEquals(await page.locator(".self").getAttribute("data-corner"), "top-right");
  }));

Deno.test("settings: can be read while waiting on a small phone", () =>
  at("waiting-first", async (page) => {
    await button(page, "Settings").click();
    const box = await page.locator(".sheet").boundingBox();
    assert(box !== null && box.height > 100, `${box?.height} px high`);
    await page.getByRole("switch", { name: "Low data" }).click({ trial: true });
    // Telephones have no keys to switch off.
    assertEquals(await page.getByRole("switch", { name: "Single-key shortcuts" }).count(), 0);
  }, { viewport: SMALL_PHONE, hasTouch: true, isMobile: true }));

Deno.test("prompt: a link says which room one joins, until another name is typed", () =>
  at("prompt-invited", async (page) => {
    await page.getByRole("heading", { name: "Join “Семейный ужин & вечер”" }).waitFor();
    await page.getByRole("textbox", { name: "Room name" }).fill("tea");
    await page.getByRole("heading", { name: "Which room?" }).waitFor();
  }));

Deno.test("prompt: another language keeps the typed name and the page", () =>
  at("prompt", async (page) => {
    await page.getByRole("textbox", { name: "Room name" }).fill("half a na");
    const marker = await page.evaluateHandle(() => document.body);
    await page.getByRole("combobox", { name: "Language" }).selectOption("uk");
    await page.getByRole("heading", { name: "Яка кімната?" }).waitFor();
    assertEquals(await page.getByRole("textbox").inputValue(), "half a na");
    assertEquals(await page.evaluate(() => document.documentElement.lang), "uk");
    assertEquals(await page.title(), "Duet – виберіть кімнату");
    assert(await marker.evaluate((body) => body.isConnected), "the page was loaded again");
    assert(
      (await page.context().cookies()).some(({ name, value }) => `${name}=${value}` === "lang=uk"),
    );
  }));

Deno.test("prompt: what is wrong with a name is tied to its field; cancelling is no error", () =>
  at("prompt-blank", async (page) => {
    const field = page.getByRole("textbox", { name: "Room name", description: /name first/ });
    assertEquals(await field.getAttribute("aria-invalid"), "true");
    await showScene(page, "full");
    await page.getByRole("textbox", { name: "Room name", description: /is full/ }).waitFor();
    await showScene(page, "prompt-cancelled");
    const calm = page.getByRole("alert");
    const colour = () => calm.evaluate((notice) => getComputedStyle(notice).color);
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    assertEquals([await colour(), await calm.locator("svg").count()], [ink, 0]);
    assertEquals(await page.getByRole("textbox").getAttribute("aria-invalid"), null);
  }));

Deno.test("messages: letters typed on a touch screen with keys land in the field", () =>
  at("connected", async (page) => {
    await button(page, "Messages").tap();
    await page.locator(".sheet").waitFor();
    assertEquals(
      await page.getByRole("textbox").evaluate((box) => box === document.activeElement),
      false,
    );
    await page.keyboard.type("mvst hi");
    assertEquals(await page.getByRole("textbox", { name: "Message" }).inputValue(), "mvst hi");
    assertEquals(await button(page, "Mute").count(), 1);
    assertEquals(await button(page, "Turn camera off").count(), 1);
  }, { viewport: PHONE, hasTouch: true, isMobile: true }));

Deno.test("messages: of a long thread the newest are drawn, earlier ones when asked for", () =>
  at("connected-long-thread", async (page) => {
    await button(page, "Messages").click();
    const lines = page.getByRole("log").getByRole("listitem");
    await lines.first().waitFor();
    assertEquals(await lines.count(), 100);
    assert((await lines.last().innerText()).includes("Message 1000"));
    await page.getByRole("log").evaluate((log) => log.scrollTop = 0);
    const before = await lines.first().boundingBox();
    await button(page, "Show earlier").click();
    await page.getByText(/Message 801$/).waitFor();
    assertEquals(await lines.count(), 200);
    const after = await lines.nth(100).boundingBox();
    assert(before !== null && after !== null && Math.abs(before.y - after.y) < 60);
  }));

Deno.test("notices: two at most, and never under the bar of a phone on its side", () =>
  at("connected-devices", async (page) => {
    assertEquals(await page.locator(".toast").count(), 2);
    const bar = await page.locator(".controls").boundingBox();
    for (const said of await page.locator(".toast, .pill").all()) {
      const box = await said.boundingBox();
      assert(box !== null && bar !== null && box.y + box.height < bar.y, "runs under the bar");
    }
  }, { viewport: PHONE_ON_ITS_SIDE, hasTouch: true, isMobile: true }));

Deno.test("invitation: the link as shown is one that works, and copying moves nothing", () =>
  at("waiting-left", async (page, { context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const group = page.getByRole("group", { name: "Link to this room" });
    const shown = await group.innerText();
    const place = () => button(page, "Copy link").boundingBox();
    const before = await place();
    await button(page, "Copy link").click();
    await page.getByRole("status").filter({ hasText: "Link copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    assertEquals(new URL(shown).href, copied);
    assertEquals(await place(), before);
  }));

Deno.test("tooltips: one at a time, and none after Escape", () =>
  at("connected", async (page) => {
    const shown = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-tip]")].filter((element) =>
          getComputedStyle(element, "::after").opacity === "1"
        ).map((element) => element.getAttribute("aria-label"))
      );
    await page.keyboard.press("Tab");
    await button(page, "Mute").focus();
    await page.waitForFunction(() =>
      getComputedStyle(
        document.querySelector(".control:focus-visible") ?? document.body,
        "::after",
      ).opacity === "1"
    );
    assertEquals(await shown(), ["Mute"]);
    await button(page, "Settings").hover();
    await page.waitForFunction(() =>
      getComputedStyle(
        document.querySelector(".control:hover") ?? document.body,
        "::after",
      ).opacity === "1"
    );
    await page.waitForFunction(() =>
      getComputedStyle(
        document.querySelector(".control:focus-visible") ?? document.body,
        "::after",
      ).opacity === "0"
    );
    assertEquals(await shown(), ["Settings"]);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() =>
      getComputedStyle(
        document.querySelector(".control:hover") ?? document.body,
        "::after",
      ).opacity === "0"
    );
    assertEquals(await shown(), []);
  }));

Deno.test("forced colours: covers keep their drawing, what is open is marked", () =>
  at("connected-lone-dark", async (page) => {
    const cover = await page.locator(".self-dark").evaluate((element) => {
      const { backgroundImage, backgroundColor, color } = getComputedStyle(element);
      return { backgroundImage, isSeen: backgroundColor !== color };
    });
    assertEquals(cover, { backgroundImage: "none", isSeen: true });
    const colour = () =>
      button(page, "Settings").evaluate((element) => getComputedStyle(element).backgroundColor);
    const closed = await colour();
    await button(page, "Settings").click();
    await page.locator(".sheet").waitFor();
    await page.waitForFunction((before) => {
      const open = document.querySelector(".control[aria-expanded=true]");
      return open !== null && getComputedStyle(open).backgroundColor !== before;
    }, closed);
  }, { forcedColors: "active" }));

Deno.test("network: what is lost is said once", () =>
  at("reconnecting-away", async (page) => {
    const said = page.getByRole("status").filter({ hasText: "connection" });
    await said.filter({ hasText: "You lost the connection. Reconnecting…" }).waitFor();
    assertEquals(await page.locator(".pill").count(), 1);
  }));

for (const viewport of [PHONE, SMALL_PHONE, PHONE_ON_ITS_SIDE]) {
  Deno.test(`blocked: “Try again” is in sight at ${viewport.width} × ${viewport.height}`, () =>
    at("blocked-refused", async (page) => {
      for (const scene of ["blocked-refused", "blocked-no-camera", "blocked-by-system"]) {
        await showScene(page, scene);
        const box = await button(page, "Try again").boundingBox();
        assert(box !== null && box.y + box.height <= viewport.height, `${scene}: ${box?.y}`);
      }
    }, { viewport, hasTouch: true, isMobile: true }));
}

Deno.test("focus: when the friend leaves it stays in the call", () =>
  at("connected-texts", async (page) => {
    await button(page, "Connection: Good").focus();
    await changeScene(page, "waiting-left");
    await page.waitForFunction(() => document.activeElement !== document.body);
    assertEquals(await focused(page), "Call");

    await showScene(page, "connected-texts");
    await button(page, "Messages").click();
    await page.getByRole("textbox", { name: "Message" }).focus();
    await changeScene(page, "waiting-texts");
    await page.getByText("You can write again").waitFor();
    await page.waitForFunction(() => document.activeElement !== document.body);
    assertEquals(await focused(page), "sheet");
  }));

Deno.test("picture in picture: the button is pressed, our words cover the browser’s", () =>
  at("connected", async (page) => {
    const float = button(page, "Picture in picture");
    assertEquals(await float.getAttribute("aria-pressed"), "false");
    const tell = (name: string) =>
      page.locator(".friend video").dispatchEvent(name, { bubbles: true });
    await tell("enterpictureinpicture");
    await page.getByText("Your friend’s picture is in a window of its own").waitFor();
    assertEquals(await float.getAttribute("aria-pressed"), "true");
    await tell("leavepictureinpicture");
    await page.getByText("in a window of its own").waitFor({ state: "hidden" });
  }));

Deno.test("no way: offers to try again, without technical words", () =>
  at("connecting-no-path", async (page) => {
    const alert = page.getByRole("alert");
    assert(!/relay|TURN|STUN|NAT/.test(await alert.innerText()));
    const asked = page.waitForEvent(
      "console",
      (message) => message.text().includes("try-connection"),
    );
    await button(page, "Try again").click();
    await asked;
  }));

Deno.test("status: the element is there before it has something to say", () =>
  at("joining", async (page) => {
    const pills = await page.locator(".pills[role=status]").first().elementHandle();
    assertEquals(await pills?.innerText(), "");
    await changeScene(page, "connecting");
    await page.getByRole("status").filter({ hasText: "Your friend is here" }).waitFor();
    assert(await pills?.evaluate((element) => element.isConnected));
    await changeScene(page, "waiting-left");
    await page.getByRole("status").filter({ hasText: "Your friend left" }).waitFor();
    assert(await pills?.evaluate((element) => element.isConnected));
  }));

Deno.test("keys: “?” shows them all, P floats the picture, none when switched off", () =>
  at("connected", async (page) => {
    await page.keyboard.press("?");
    await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
    assert((await page.locator("kbd").allInnerTexts()).includes("P"));
    await page.keyboard.press("Escape");
    await button(page, "Settings").click();
    await button(page, "Keyboard shortcuts").click();
    await page.getByRole("heading", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("Escape");
    assertEquals(await focused(page), "Settings");
    await button(page, "Settings").click();
    await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
    await page.keyboard.press("Escape");
    await page.locator(".sheet").waitFor({ state: "detached" });
    await page.keyboard.press("?");
    assertEquals(await page.locator(".sheet").count(), 0);
  }));
