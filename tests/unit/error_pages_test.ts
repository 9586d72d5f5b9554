import { assert, assertEquals } from "@std/assert";
import { App, HttpError, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { contentSecurity, safeHeaders } from "../../security.ts";
import type { State } from "../../utils.ts";

const ROOT = new URL("../../", import.meta.url).href;
/** What differs from page to page, and rightly so. */
const OF_THE_PAGE = ["link", "vary"];

/** The app's pages, and two addresses that fail. */
async function pages(): Promise<(path: string, init?: RequestInit) => Promise<Response>> {
  const equip = await new Builder({ root: ROOT }).build({ snapshot: "memory" });
  const app = new App<State>()
    .use(safeHeaders())
    .use(contentSecurity())
    .use(staticFiles())
    .fsRoutes()
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
  assertEquals(complaints.map(String), ["Error: expected by the test"]);
});
