/** Opens every panel over the call that is shown, one after the other. */
import type { Page } from "../rig/deps.ts";

/** @param see called with each open panel's name */
export async function walkPanels(
  page: Page,
  see: (panel: string) => Promise<void>,
): Promise<void> {
  const openers = page.locator(".stage [aria-expanded]").filter({ visible: true });
  for (const opener of await openers.all()) {
    await opener.click();
    await see(await panelOf(page));
    await page.keyboard.press("Escape");
  }
  const more = page.locator(".control[data-room=narrow]").filter({ visible: true });
  if (await more.count() === 0) return;
  // What the narrow bar keeps there, too.
  const tiles = page.locator(".tile[aria-expanded]").filter({ visible: true });
  await more.click();
  for (let index = 0; index < await tiles.count(); index += 1) {
    await tiles.nth(index).click();
    await page.locator(".sheet:not([data-sheet=more])").waitFor();
    await see(await panelOf(page));
    await page.keyboard.press("Escape");
    await more.click();
  }
  await page.keyboard.press("Escape");
}

async function panelOf(page: Page): Promise<string> {
  return await page.locator(".sheet").getAttribute("data-sheet") ?? "";
}
