import { assert, assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { type Gallery, openGallery, showScene } from "./visit.ts";

/** More than the controls take to fade. */
const FADE_MS = 6_000;

/** Runs `act` in a call on a laptop. */
async function inCall(
  act: (page: Page) => Promise<void>,
  scene = "connected",
): Promise<void> {
  await using gallery: Gallery = await openGallery();
  const { page, complaints } = await gallery.open({
    viewport: { width: 1_280, height: 800 },
    reducedMotion: "reduce",
  });
  await showScene(page, scene);
  await act(page);
  assertEquals(complaints, []);
}

function button(page: Page, name: string) {
  return page.getByRole("button", { name, exact: true });
}

Deno.test("keys: M, V and H switch microphone, camera and own picture", () =>
  inCall(async (page) => {
    await page.keyboard.press("m");
    await button(page, "Unmute").waitFor();
    await page.keyboard.press("v");
    await button(page, "Turn camera on").waitFor();
    await page.keyboard.press("h");
    await page.getByLabel("You", { exact: true }).waitFor({ state: "hidden" });
    await button(page, "Show your picture").click();
    await page.getByLabel("You", { exact: true }).waitFor();
    await page.keyboard.press("Control+m");
    assertEquals(await button(page, "Unmute").count(), 1);
  }));

Deno.test("keys: Space, held, talks while muted, and does nothing otherwise", () =>
  inCall(async (page) => {
    await page.keyboard.press(" ");
    assertEquals(await button(page, "Mute").count(), 1);
    await page.keyboard.press("m");
    await button(page, "Unmute").waitFor();
    await page.keyboard.down(" ");
    await button(page, "Mute").waitFor();
    await page.keyboard.up(" ");
    await button(page, "Unmute").waitFor();
  }));

Deno.test("keys: a switch turns them off", () =>
  inCall(async (page) => {
    await button(page, "Settings").click();
    await page.getByRole("switch", { name: "Single-key shortcuts" }).click();
    await page.keyboard.press("Escape");
    await page.locator(".sheet").waitFor({ state: "detached" });
    await page.keyboard.press("m");
    assertEquals(await button(page, "Mute").count(), 1);
    assertEquals(await button(page, "Mute").getAttribute("aria-keyshortcuts"), null);
  }));

Deno.test("own picture: moves to a corner by arrow keys and by dragging", () =>
  inCall(async (page) => {
    const own = page.locator(".self");
    await button(page, "Move your picture").focus();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowLeft");
    assertEquals(await own.getAttribute("data-corner"), "top-left");

    // Wherever it is on its way to.
    await own.evaluate((own) => Promise.all(own.getAnimations().map(({ finished }) => finished)));
    const box = await own.boundingBox();
    assert(box !== null && box.x < 100 && box.y < 200);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(1_000, 700, { steps: 4 });
    await page.mouse.up();
    assertEquals(await own.getAttribute("data-corner"), "bottom-right");
  }));

Deno.test("controls: fade while one only watches, never for people who use the keyboard", () =>
  inCall(async (page) => {
    const idle = page.locator(".stage[data-idle]");
    await page.mouse.move(640, 300);
    await idle.waitFor({ timeout: FADE_MS });
    await page.mouse.move(650, 310);
    await idle.waitFor({ state: "detached" });

    await page.keyboard.press("Tab");
    await page.waitForTimeout(FADE_MS);
    assertEquals(await idle.count(), 0);
  }));

Deno.test("prompt: the cursor waits in it, and single keys are only letters there", async () => {
  await using gallery = await openGallery();
  const { page } = await gallery.open({ viewport: { width: 1_280, height: 800 } });
  await showScene(page, "prompt");
  await page.keyboard.type("smv c");
  assertEquals(await page.getByRole("textbox", { name: "Room name" }).inputValue(), "smv c");
  await button(page, "Suggest a name").click();
  assert(/^\w+-\w+$/.test(await page.getByRole("textbox").inputValue()));
  await button(page, "Remove book club from the list").click();
  assertEquals(await button(page, "book club").count(), 0);
});

Deno.test("invitation: C copies the link, and the code can be shown and hidden", async () => {
  await using gallery = await openGallery();
  const { page, context } = await gallery.open({ viewport: { width: 390, height: 844 } });
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await showScene(page, "waiting-first");
  await page.keyboard.press("c");
  await page.getByRole("status").filter({ hasText: "Link copied" }).waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assertEquals(new URL(link).pathname, "/r/sunny-harbor");
  await button(page, "Show QR code").click();
  await page.getByRole("img", { name: "QR code of the link to this room" }).waitFor();
  await button(page, "Hide QR code").click();
  assertEquals(await page.getByRole("img").count(), 0);
});

function messageBox(page: Page) {
  return page.getByRole("textbox", { name: "Message", exact: true });
}

Deno.test("messages: T opens them, Enter sends, Escape gives the focus back", () =>
  inCall(async (page) => {
    await button(page, "Messages").focus();
    await page.keyboard.press("t");
    await page.getByText("No messages yet").waitFor();
    await page.locator("textarea:focus").waitFor();
    await page.keyboard.type("hi there, m v s");
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.type("bye");
    await page.keyboard.press("Enter");
    const line = page.getByRole("log").getByRole("listitem");
    assertEquals(await line.getAttribute("data-from"), "me");
    assert((await line.innerText()).includes("hi there, m v s\nbye"));
    assertEquals(await messageBox(page).inputValue(), "");

    await messageBox(page).fill("  ");
    await button(page, "Send").click();
    assertEquals(await line.count(), 1);
    await messageBox(page).fill("half a though");
    await page.keyboard.press("Escape");
    await messageBox(page).waitFor({ state: "detached" });
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assertEquals(focused, "Messages");
    await page.keyboard.press("t");
    assertEquals(await messageBox(page).inputValue(), "half a though");
  }));

Deno.test("messages: a new one is said and marked until they are open", () =>
  inCall(async (page) => {
    await page.getByRole("status").filter({ hasText: "New message: Here is the recipe" }).waitFor();
    const opener = page.getByRole("button", { name: "Messages", description: "Unread messages" });
    await opener.click();
    assertEquals(await opener.count(), 0);
    assertEquals(await page.locator(".chat-news button").count(), 0);
    const link = page.getByRole("link", { name: "https://example.org/cakes/apple?size=large" });
    assertEquals(await link.getAttribute("rel"), "noopener noreferrer");
    assertEquals(await link.getAttribute("target"), "_blank");
  }, "connected-new-text"));

Deno.test("messages: after the friend left they can be read, not answered", () =>
  inCall(async (page) => {
    await button(page, "Messages").click();
    assertEquals(await page.getByRole("log").getByRole("listitem").count(), 4);
    assertEquals(await messageBox(page).count(), 0);
    await page.keyboard.press("Escape");
    await button(page, "Copy link").waitFor();
  }, "waiting-texts"));

Deno.test("camera: the back one is not mirrored", () =>
  inCall(async (page) => {
    const own = page.locator(".self video");
    const mirrored = () => own.evaluate((video) => getComputedStyle(video).scale);
    assertEquals(await mirrored(), "none");
    await button(page, "Switch camera").click();
    await page.locator(".self[data-facing=user]").waitFor();
    assertEquals(await mirrored(), "-1 1");
  }, "connected-back-camera"));
