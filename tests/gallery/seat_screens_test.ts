/** What only a seat needs comes after the question for camera and microphone. */
import { assertEquals } from "@std/assert";
import type { Page } from "../rig/deps.ts";
import { changeScene, openGallery, showScene } from "./visit.ts";

const LAPTOP = { viewport: { width: 1_280, height: 800 } };

async function atPermission(act: (page: Page) => Promise<void>): Promise<void> {
  await using gallery = await openGallery();
  const { page, complaints } = await gallery.open(LAPTOP);
  await showScene(page, "permission");
  await act(page);
  assertEquals(complaints, []);
}

Deno.test("status: what comes with a seat starts out empty, however late it is loaded", () =>
  atPermission(async (page) => {
    await page.evaluate(() => {
      function filled(node: Node): boolean {
        if (!(node instanceof Element)) return false;
        return [...node.querySelectorAll("[role=status]")].some((one) => one.textContent !== "");
      }
      new MutationObserver((changes) => {
        const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes]);
        if (nodes.some(filled)) document.body.dataset.filled = "";
      }).observe(document.body, { childList: true, subtree: true });
    });
    await changeScene(page, "reconnecting");
    await page.getByRole("status").filter({ hasText: "Reconnecting" }).waitFor();
    assertEquals(await page.locator("[data-filled]").count(), 0);
  }));

Deno.test("size: what comes with a seat is fetched after the permission, not before", () =>
  atPermission(async (page) => {
    const seat = () =>
      page.evaluate(() =>
        performance.getEntriesByType("resource").map(({ name }) => name)
          .filter((name) => /\/seat[^/]*$/.test(name)).length
      );
    assertEquals(await seat(), 0);
    await changeScene(page, "prompt");
    assertEquals(await seat(), 2);
  }));

Deno.test("size: what comes with a seat is fetched again until it is there", async () => {
  await using gallery = await openGallery();
  const { page } = await gallery.open(LAPTOP);
  let refused = 0;
  await page.route(/\/seat\.css/, (route) => {
    if (refused === 2) return route.continue();
    refused++;
    return route.abort();
  });
  await showScene(page, "connected");
  await page.getByRole("button", { name: "Leave", exact: true }).waitFor();
  assertEquals(refused, 2);
});
