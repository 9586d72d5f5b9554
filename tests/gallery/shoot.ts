/**
 * `deno task screens [--only=<part of a name>]`: every state of the screens, and every panel that
 * opens over a call, as a picture in `screens/<language>/<size>-<theme>/<state>.png`.
 */
import { LOCALES } from "../../locales/messages.ts";
import type { Page } from "../rig/deps.ts";
import { walkPanels } from "./panels.ts";
import { SCENES } from "./scenes.ts";
import { type Gallery, openGallery, showScene } from "./visit.ts";

const FOLDER = new URL("../../screens/", import.meta.url);
const THEMES = ["light", "dark"] as const;
const SIZES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
  { width: 844, height: 390 },
  { width: 1_280, height: 800 },
] as const;
/** Wider than any phone: a laptop with a mouse. */
const MIN_LAPTOP_WIDTH = 1_000;
/** In these the panels are opened one after the other. */
const WITH_PANELS = [
  "prompt",
  "prompt-device-missing",
  "connected",
  "connected-texts",
  "connected-verify",
  "waiting-first",
];

interface Look {
  readonly locale: typeof LOCALES[number];
  readonly theme: typeof THEMES[number];
  readonly size: typeof SIZES[number];
}

function* looks(): Generator<Look> {
  for (const locale of LOCALES) {
    for (const size of SIZES) {
      for (const theme of THEMES) yield { locale, theme, size };
    }
  }
}

function pathOf({ locale, theme, size }: Look): string {
  return `${locale}/${size.width}x${size.height}-${theme}`;
}

async function shootAll(gallery: Gallery, look: Look, only: string): Promise<number> {
  const { locale, theme, size } = look;
  const isPhone = size.width < MIN_LAPTOP_WIDTH;
  const { page, context } = await gallery.open({
    locale,
    colorScheme: theme,
    viewport: size,
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: "reduce",
  });
  let count = 0;
  async function shoot(name: string) {
    const path = `${pathOf(look)}/${name}`;
    if (!path.includes(only)) return;
    await page.screenshot({ path: new URL(`${path}.png`, FOLDER).pathname });
    count++;
  }
  for (const name of Object.keys(SCENES)) {
    if (!`${pathOf(look)}/${name}`.includes(only)) continue;
    await showScene(page, name);
    await settled(page);
    await shoot(name);
    if (!WITH_PANELS.includes(name)) continue;
    await walkPanels(page, async (panel) => {
      await settled(page);
      await shoot(`${name}-panel-${panel}`);
    });
    if (name === "connected-verify") {
      await page.locator(".info-quality").click();
      await page.locator(".sheet button.button").click();
      await page.locator(".code li").last().waitFor();
      await shoot(`${name}-code`);
    }
    await page.keyboard.press("?");
    await settled(page);
    await shoot(`${name}-panel-keys`);
  }
  await context.close();
  return count;
}

/** Two frames drawn: what the state asked for is on the screen. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  );
}

if (import.meta.main) {
  const only = Deno.args.find((arg) => arg.startsWith("--only="))?.slice("--only=".length) ?? "";
  await using gallery = await openGallery();
  let count = 0;
  for (const look of looks()) {
    await Deno.mkdir(new URL(pathOf(look), FOLDER), { recursive: true });
    count += await shootAll(gallery, look, only);
    console.info(`${pathOf(look)}: ${count} pictures so far`);
  }
  console.info(`${count} pictures in screens/`);
}
