import { assertEquals } from "@std/assert";
import axe from "npm:axe-core@^4.14";
import { LOCALES } from "../../locales/messages.ts";
import { ensureChromium } from "../rig/browsers.ts";
import { type BrowserContext, chromium, type Page } from "../rig/deps.ts";
import { SCENES } from "./scenes.ts";
import { serveGallery } from "./serve.ts";

/** The narrowest phone that people still carry. */
const NARROW = { width: 360, height: 740 };
const LAPTOP = { width: 1_280, height: 800 };

const ARGS = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"];

type ContextOptions = Parameters<Awaited<ReturnType<typeof chromium.launch>>["newContext"]>[0];

interface Gallery extends AsyncDisposable {
  open(options: ContextOptions): Promise<Visit>;
}

/** One browser context in the gallery, with what its console complained about. */
interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

async function openGallery(): Promise<Gallery> {
  const server = await serveGallery();
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: ARGS });
  return {
    async open(options) {
      const context = await browser.newContext(options);
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (["error", "warning"].includes(message.type())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.goto(`http://localhost:${server.addr.port}/`);
      return { page, context, complaints };
    },
    async [Symbol.asyncDispose]() {
      await browser.close();
      await server.shutdown();
    },
  };
}

/** Shows each scene in turn, then the panels that open over a call; collects what `find` finds. */
async function lookAtAll(page: Page, find: (page: Page) => Promise<string[]>): Promise<string[]> {
  const found: string[] = [];
  for (const name of Object.keys(SCENES)) {
    await page.evaluate((hash) => location.hash = hash, name);
    await page.locator(`[data-scene="${name}"] [data-call]`).waitFor();
    found.push(...(await find(page)).map((text) => `${name}: ${text}`));
    if (name !== "connected") continue;
    for (const opener of await page.locator("[aria-expanded]").all()) {
      await opener.click();
      await page.locator(".sheet").waitFor();
      found.push(...(await find(page)).map((text) => `${name}, panel: ${text}`));
      await page.keyboard.press("Escape");
    }
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
        const { width, height } = element.getBoundingClientRect();
        if (Math.min(width, height) < 43.5) found.push(`too small: ${element.textContent}`);
      }
    }
    return found;
  });
}
