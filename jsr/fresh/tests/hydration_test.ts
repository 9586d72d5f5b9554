import { assertEquals } from "@std/assert";
import { chromium, type Page } from "../../../tests/rig/deps.ts";
import { withBuiltFixture } from "./fixture/built.ts";
import { describe, sampleValues } from "./fixture/values.ts";

let browser: ReturnType<typeof chromium.launch> | undefined;

Deno.test.afterAll(async () => await (await browser)?.close());

/** Runs a test on a page of the built fixture, in a real browser, and wants its console clean. */
async function onPage(path: string, run: (page: Page) => Promise<void>): Promise<void> {
  browser ??= chromium.launch({
    executablePath: Deno.env.get("CHROME_PATH") ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  const context = await (await browser).newContext();
  await withBuiltFixture(async (ask) => {
    const server = Deno.serve(
      { port: 0, hostname: "127.0.0.1", onListen: () => {} },
      ({ url }) => ask(url.slice(new URL(url).origin.length)),
    );
    const complaints: string[] = [];
    try {
      const page = await context.newPage();
      page.on("console", (message) => complaints.push(message.text()));
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
      await page.goto(`http://127.0.0.1:${server.addr.port}${path}`);
      await run(page);
      assertEquals(complaints, []);
    } finally {
      await context.close();
      await server.shutdown();
    }
  });
}

/** The browser stays open from one test to the next. */
const LOOSE = { sanitizeOps: false, sanitizeResources: false };

Deno.test(
  "islands: signals stay shared between islands, also with one inside another's children",
  LOOSE,
  () =>
    onPage("/", async (page) => {
      for (const id of ["a", "b", "c"]) {
        await page.waitForSelector(
          `#${id}[data-live="true"][data-browser="true"]`,
        );
      }
      await page.click("#a button");
      await page.click("#c button");
      const counts = await page.locator("output").allTextContents();
      assertEquals(counts, ["5", "5", "5"]);
      // A computed signal crosses with its value and without its function.
      assertEquals(await page.locator("#a i").textContent(), "6");
    }),
);

Deno.test(
  "islands: JSX from the server is kept, shown or not at first",
  LOOSE,
  () =>
    onPage("/", async (page) => {
      await page.waitForSelector('#c[data-live="true"]');
      assertEquals(await page.locator("h2 b").textContent(), "bold");
      assertEquals(await page.locator(".inside").textContent(), "rendered on the server");
      assertEquals(await page.locator(".late").count(), 0);
      await page.locator(".toggle").nth(0).click();
      await page.locator(".toggle").nth(1).click();
      await page.waitForSelector(".late");
      assertEquals(await page.locator(".inside").count(), 0);
      assertEquals(await page.locator(".late").textContent(), "rendered later");
    }),
);

Deno.test(
  "islands: hydration keeps the elements the server rendered",
  LOOSE,
  () =>
    onPage("/", async (page) => {
      await page.waitForSelector('#a[data-live="true"]');
      assertEquals(await page.locator("section").count(), 3);
      const [server, browser] = await page.locator("img:not([data-fresh-disable-lock])")
        .evaluateAll((images) => images.slice(0, 2).map((image) => image.getAttribute("src")));
      assertEquals(browser, server);
    }),
);

Deno.test(
  "islands: props of every kind cross, shared and circular references too",
  LOOSE,
  () =>
    onPage("/values", async (page) => {
      const values = page.locator('#values[data-live="true"]');
      await values.waitFor();
      assertEquals((await values.textContent())?.split("\n"), describe(sampleValues()));
      assertEquals(await values.getAttribute("data-shared"), "true");
      assertEquals(await values.getAttribute("data-text"), "</script><!-- <b>");
    }),
);
