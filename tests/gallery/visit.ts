/** A browser in the gallery. */
import { ensureChromium } from "../rig/browsers.ts";
import { type BrowserContext, chromium, type Page } from "../rig/deps.ts";
import { SCENES } from "./scenes.ts";
import { serveGallery } from "./serve.ts";

const ARGS = ["--no-sandbox", "--disable-gpu", "--autoplay-policy=no-user-gesture-required"];

/** What is loaded for a seat is there. */
const WHOLE = ":not([aria-busy])";

/** With pictures and what lies over them. */
const SEATED: ReadonlySet<string | null> = new Set([
  "waiting",
  "connecting",
  "connected",
  "reconnecting",
]);

type ContextOptions = Parameters<Awaited<ReturnType<typeof chromium.launch>>["newContext"]>[0];

export interface Gallery extends AsyncDisposable {
  open(options: ContextOptions): Promise<Visit>;
}

/** One browser context in the gallery, with what its console complained about. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: string[];
}

export async function openGallery(): Promise<Gallery> {
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

/** Lets the call go on from the scene that is shown to another one. */
export async function changeScene(page: Page, name: string): Promise<void> {
  const state = SCENES[name]?.state.name;
  await page.evaluate((hash) => location.hash = `+${hash}`, name);
  await page.locator(`[data-call="${state}"]${WHOLE}`).waitFor();
}

export async function showScene(page: Page, name: string): Promise<void> {
  await page.evaluate((hash) => location.hash = hash, name);
  const scene = page.locator(`[data-scene="${name}"] [data-call]${WHOLE}`);
  await scene.waitFor();
  const state = await scene.getAttribute("data-call");
  // What lies over the pictures, and hears the keys, comes a frame after them.
  if (SEATED.has(state)) await scene.locator(".controls.fades").waitFor({ state: "attached" });
}
