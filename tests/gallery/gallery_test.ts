import { assertEquals } from "@std/assert";
import axe from "npm:axe-core@^4.14";
import { LOCALES } from "../../locales/messages.ts";
import type { Page } from "../rig/deps.ts";
import { walkPanels } from "./panels.ts";
import { SCENES } from "./scenes.ts";
import { openGallery, showScene } from "./visit.ts";

/** The narrowest phone that people still carry, and every other one with its text enlarged. */
const NARROW = { width: 320, height: 568 };
const LAPTOP = { width: 1_280, height: 800 };

/** In these the panels are opened one after the other. */
const WITH_PANELS = ["prompt", "prompt-device-missing", "connected"];

/** Shows each scene in turn, then the panels that open over a call; collects what `find` finds. */
async function lookAtAll(page: Page, find: (page: Page) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(SCENES)) {
    await showScene(page, name);
    found.push(...(await find(page)).map((text) => `${name}: ${text}`));
    if (!WITH_PANELS.includes(name)) continue;
    await walkPanels(page, async (panel) => {
      found.push(...(await find(page)).map((text) => `${name}, ${panel}: ${text}`));
    });
  }
  return found;
}

for (const colorScheme of ["light", "dark"] as const) {
  Deno.test(`screens: every state is accessible (${colorScheme})`, async () => {
    await using gallery = await openGallery();
    const { page, complaints } = await gallery.open({
      colorScheme,
      viewport: LAPTOP,
      reducedMotion: "reduce",
      bypassCSP: true, // axe-core is brought along as a script of its own.
    });
    await page.addScriptTag({ content: axe.source });
    assertEquals(await lookAtAll(page, violations), []);
    assertEquals(complaints, []);
  });
}

async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<Report> } };
    return await axe.run();
  });
  return results.violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ html }) => html)}`);
}

interface Report {
  readonly violations: readonly { id: string; nodes: readonly { html: string }[] }[];
}

for (const locale of LOCALES) {
  Deno.test(`screens: every state fits a narrow phone in ${locale}`, async () => {
    await using gallery = await openGallery();
    const { page, complaints } = await gallery.open({
      locale,
      viewport: NARROW,
      isMobile: true,
      hasTouch: true,
      reducedMotion: "reduce",
    });
    assertEquals(await lookAtAll(page, misfits), []);
    assertEquals(complaints, []);
    assertEquals(await page.evaluate(() => document.documentElement.lang), locale);
  });
}

/** Texts that are cut off or make the page scroll sideways, and targets too small for a finger. */
async function misfits(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push("scrolls sideways");
    for (const element of document.querySelectorAll("h1, p, label, li, dd, button, select")) {
      const isHidden = element.matches(".unseen") || element.clientWidth === 0;
      const mayScroll = element.matches(".control, .chip-name, select");
      if (!isHidden && !mayScroll && element.scrollWidth > element.clientWidth + 1) {
        found.push(`cut off: ${element.textContent}`);
      }
      if (element.matches("button:not(.self-buttons *)") && !isHidden) {
        const { width, height, left, right } = element.getBoundingClientRect();
        if (left < 0 || right > root.clientWidth) found.push(`outside: ${element.ariaLabel}`);
        if (Math.min(width, height) < 43.5) found.push(`too small: ${element.textContent}`);
      }
    }
    return found;
  });
}
