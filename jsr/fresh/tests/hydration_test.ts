import { assertEquals } from "@std/assert";
import { chromium, type Page } from "../../../tests/rig/deps.ts";
import { withBuiltFixture } from "./fixture/built.ts";

/** Runs a test on the built fixture's page, in a real browser, and wants its console clean. */
async function onPage(run: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    executablePath: Deno.env.get("CHROME_PATH") ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  await withBuiltFixture(async (ask) => {
    const server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      ({ url }) => ask(url.slice(new URL(url).origin.length)),
    );
    const complaints: string[] = [];
    try {
      const page = await browser.newPage();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await page.goto(`http://127.0.0.1:${server.addr.port}/`);
      for (const id of ["a", "b", "inner"]) {
        await page.waitForSelector(`#${id}[data-live="true"][data-browser="true"]`);
      }
      await run(page);
      assertEquals(complaints, []);
    } finally {
      await browser.close();
      await server.shutdown();
    }
  });
}

/** The driver keeps timers and processes of its own. */
const LOOSE = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "islands: each lives by itself, also side by side and one inside another",
  LOOSE,
  () =>
    onPage(async (page) => {
      await page.click("#a button");
      await page.click("#inner button");
      await page.waitForFunction(() =>
        document.querySelector("#inner output")?.textContent === "11"
      );
      assertEquals(await page.locator("output").allTextContents(), ["4", "7", "11"]);
    }),
);

Deno.test(
  "islands: hydration keeps the elements the server rendered",
  LOOSE,
  () =>
    onPage(async (page) => {
      assertEquals(await page.locator("section").count(), 3);
      const links = page.locator("section a");
      const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")));
      // asset() knows the same build in browser and server.
      assertEquals([hrefs.length, new Set(hrefs).size], [3, 1]);
      const response = await page.request.get(new URL(hrefs[0] ?? "", page.url()).href);
      assertEquals(response.headers()["cache-control"], "public, max-age=31536000, immutable");
    }),
);

Deno.test("islands: props cross as they are", LOOSE, () =>
  onPage(async (page) => {
    const values = { start: 3, words: ["</script>", "<!-- <b>"], none: null, isNested: false };
    assertEquals(JSON.parse(await page.locator("#a pre").textContent() ?? ""), values);
  }));
