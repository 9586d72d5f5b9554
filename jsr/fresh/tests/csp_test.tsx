// deno-lint-ignore-file react-no-danger -- the inline script is what is under test
import { assert, assertEquals, assertNotEquals, assertStringIncludes } from "@std/assert";
import { App, csp, type CSPOptions } from "fresh";
import { asking } from "./fixture/build.ts";

async function policy(options?: CSPOptions): Promise<string[]> {
  const app = new App().use(csp(options)).get("/", () => new Response("x"));
  const response = await asking(app)("/");
  return response.headers.get("Content-Security-Policy")?.split("; ") ?? [];
}

Deno.test("csp: without options the default directives are set", async () => {
  assertEquals(await policy(), [
    "default-src 'self'",
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data:",
    "media-src 'self' data: blob:",
    "worker-src 'self' blob:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "upgrade-insecure-requests",
  ]);
});

Deno.test("csp: own directives replace those of the same name and are added otherwise", async () => {
  const directives = await policy({ csp: ["connect-src 'self' wss:", "child-src 'none'"] });
  const found = directives.filter((part) => part.startsWith("connect-src"));
  assertEquals(found, ["connect-src 'self' wss:"]);
  assertEquals(directives.at(-1), "child-src 'none'");
});

Deno.test("csp: with useNonce a page's inline scripts and styles carry its nonce", async () => {
  const ask = asking(
    new App().use(csp({ useNonce: true })).get("/", (ctx) =>
      ctx.render(
        <html>
          <head>
            <style>{"p { color: red }"}</style>
            <script dangerouslySetInnerHTML={{ __html: "1" }} />
          </head>
          <body>
            <style nonce="own">{"b { color: red }"}</style>
          </body>
        </html>,
      )),
  );
  const first = await ask("/");
  const html = await first.text();
  const nonce = html.match(/<style nonce="(\w+)">p/)?.[1] ?? "";
  assert(/^[0-9a-f]{32}$/.test(nonce), nonce);
  assertStringIncludes(html, `<script nonce="${nonce}">1</script>`);
  assertStringIncludes(html, '<style nonce="own">b');
  const header = first.headers.get("Content-Security-Policy") ?? "";
  assertStringIncludes(header, `script-src 'self' 'nonce-${nonce}';`);
  assertStringIncludes(header, `style-src 'self' 'nonce-${nonce}';`);
  assertEquals(header.includes("unsafe-inline"), false);
  assertNotEquals((await ask("/")).headers.get("Content-Security-Policy"), header);
});

Deno.test("csp: with useNonce a response that is no page keeps 'unsafe-inline'", async () => {
  assertEquals((await policy({ useNonce: true }))[1], "script-src 'self' 'unsafe-inline'");
});
