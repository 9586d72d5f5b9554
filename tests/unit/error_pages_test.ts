import { assert, assertEquals } from "@std/assert";
import { App, HttpError, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { contentSecurity, safeHeaders } from "../../security.ts";
import type { State } from "../../utils.ts";

const ROOT = new URL("../../", import.meta.url).href;
/** What differs from page to page, and rightly so. */
const OF_THE_PAGE = ["link", "vary"];

/** The app's pages, and two addresses that fail. */
async function pages(
  config: { trustProxy?: boolean } = {},
): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const equip = await new Builder({ root: ROOT }).build({ snapshot: "memory" });
  const app = new App<State>(config)
    .use(safeHeaders())
    .use(contentSecurity())
    .use(staticFiles())
    .fsRoutes()
    .get("/malformed", () => {
      throw new HttpError(400);
    })
    .get("/broken", () => {
      throw new Error("expected by the test");
    })
    .get("/refused", () => {
      throw new HttpError(403);
    });
  equip(app);
  const handler = app.handler();
  return (path, init) => handler(new Request(new URL(path, "https://duet.example"), init));
}

function headersOf(response: Response): [string, string][] {
  return [...response.headers]
    .filter(([name]) => !OF_THE_PAGE.includes(name))
    .map(([name, value]) => [name, value.replaceAll(/'nonce-[^']+'/g, "'nonce'")]);
}

Deno.test("headers: HSTS and COOP over https, behind a trusted TLS proxy too, and not else", async () => {
  const names = ["strict-transport-security", "cross-origin-opener-policy"];
  const behindTls = { headers: { "x-forwarded-proto": "https" } };
  const table: [address: string, init: RequestInit, trustProxy: boolean, expected: boolean][] = [
    ["https://duet.example/", {}, false, true],
    ["http://duet.example/", {}, false, false],
    ["http://duet.example/", behindTls, false, false],
    ["http://duet.example/", behindTls, true, true],
    ["http://duet.example/nowhere", behindTls, true, true],
    ["http://duet.example/", {}, true, false],
  ];
  for (const [address, init, trustProxy, expected] of table) {
    const get = await pages({ trustProxy });
    const { headers } = await get(address, init);
    const found = names.map((name) => headers.has(name));
    assertEquals([address, trustProxy, ...found], [address, trustProxy, expected, expected]);
    const chosen = await get(`${address}?lang=it`, init);
    const cookie = chosen.headers.get("set-cookie");
    if (cookie !== null) assertEquals(cookie.endsWith("; Secure"), expected);
  }
});

Deno.test("error pages: their own status, and the headers of every page", async () => {
  const get = await pages();
  const expected = headersOf(await get("/"));
  assert(expected.some(([name]) => name === "content-security-policy"));
  const complain = console.error;
  const complaints: unknown[] = [];
  console.error = (error) => complaints.push(error);
  try {
    const table: [path: string, init: RequestInit, status: number, words: string][] = [
      ["/nowhere", {}, 404, "There’s nothing here"],
      ["/r/a/b", { headers: { "accept-language": "it" } }, 404, "Qui non c’è niente"],
      ["/nowhere", { method: "POST" }, 404, "There’s nothing here"],
      ["/broken", {}, 500, "Something went wrong"],
      ["/malformed", {}, 400, "There’s nothing here"],
      ["/refused", {}, 403, "There’s nothing here"],
    ];
    for (const [path, init, status, words] of table) {
      const response = await get(path, init);
      assertEquals([path, response.status], [path, status]);
      assertEquals(headersOf(response), expected, path);
      const html = await response.text();
      assert(html.includes(words) && html.includes('<html lang="'), path);
    }
  } finally {
    console.error = complain;
  }
  assertEquals(complaints.length, 1);
  const { level, event, error, stack } = JSON.parse(String(complaints[0]));
  assertEquals([level, event, error], ["error", "bug", "Error"]);
  assert(stack.includes("error_pages_test.ts"), stack);
  assert(!String(complaints[0]).includes("expected by the test"), "a message may quote a path");
});
