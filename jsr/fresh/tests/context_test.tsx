import { assertEquals, assertStringIncludes } from "@std/assert";
import { App, type Context } from "fresh";
import { asking } from "./fixture/build.ts";
import { silenced } from "./silenced.ts";

function answering(handler: (ctx: Context<unknown>) => Response | Promise<Response>) {
  return asking(new App().get("/", handler).get("/:name", handler));
}

Deno.test("Context: req, url, params, route, info and config describe the request", async () => {
  const ask = answering((ctx) =>
    Response.json([
      ctx.req.url,
      ctx.url.search,
      ctx.params.name,
      ctx.route,
      typeof ctx.info.remoteAddr,
      ctx.config.mode,
      ctx.error,
      ctx.isPartial,
    ])
  );
  const facts = await (await ask("/x?q=1")).json();
  const expected = ["http://localhost/x?q=1", "?q=1", "x", "/:name", "object", "production"];
  assertEquals(facts, [...expected, null, false]);
});

Deno.test("Context: state starts empty for every request", async () => {
  const app = new App<{ count?: number }>().get("/", (ctx) => {
    ctx.state.count = (ctx.state.count ?? 0) + 1;
    return ctx.text(String(ctx.state.count));
  });
  const ask = asking(app);
  assertEquals(await (await ask("/")).text(), "1");
  assertEquals(await (await ask("/")).text(), "1");
});

Deno.test("Context: text, html and json set content type, status and headers", async () => {
  const init = { status: 201, headers: { "X-A": "1" } };
  const answers = [
    ["text/plain;charset=UTF-8", await answering((ctx) => ctx.text("<a>", init))("/")],
    [
      "text/html; charset=utf-8",
      await answering((ctx) => ctx.html("<a>", init))("/"),
    ],
    ["application/json", await answering((ctx) => ctx.json("<a>", init))("/")],
  ] as const;
  for (const [type, response] of answers) {
    assertEquals([response.status, response.headers.get("X-A")], [201, "1"]);
    assertEquals(response.headers.get("Content-Type"), type);
    assertStringIncludes(await response.text(), "<a>");
  }
});

Deno.test("Context: redirect stays on this site unless the URL is absolute", async () => {
  const cases = [
    ["/room", "/room"],
    ["//evil.example/x", "/evil.example/x"],
    ["/a//b?next=//c#//d", "/a/b?next=//c#//d"],
    ["https://duet.example/x", "https://duet.example/x"],
    ["/", "/"],
  ] as const;
  for (const [target, location] of cases) {
    const response = await answering((ctx) => ctx.redirect(target))("/");
    assertEquals([response.status, response.headers.get("Location")], [302, location]);
  }
  assertEquals((await answering((ctx) => ctx.redirect("/", 303))("/")).status, 303);
});

Deno.test("Context: render completes the document and takes status and headers", async () => {
  const init = { status: 418, headers: { "X-A": "1" } };
  const response = await answering((ctx) => ctx.render(<h1>hi &amp; bye</h1>, init))("/");
  assertEquals([response.status, response.headers.get("X-A")], [418, "1"]);
  assertEquals(
    response.headers.get("Content-Type"),
    "text/html; charset=utf-8",
  );
  assertEquals(
    await response.text(),
    '<!DOCTYPE html><html><head><meta charset="utf-8"/></head><body><h1>hi &amp; bye</h1></body></html>',
  );
});

Deno.test("Context: render leaves a complete document as it is, and adds no script without islands", async () => {
  const response = await answering((ctx) =>
    ctx.render(
      <html lang="it">
        <head>
          <title>x</title>
        </head>
        <body>y</body>
      </html>,
    )
  )("/");
  assertEquals(
    await response.text(),
    '<!DOCTYPE html><html lang="it"><head><title>x</title></head><body>y</body></html>',
  );
  assertEquals(response.headers.get("Link"), null);
});

Deno.test("Context: render puts layouts and the app wrapper around the page, outermost first", async () => {
  const app = new App()
    .appWrapper(({ Component }) => (
      <body>
        <Component />
      </body>
    ))
    .layout("*", ({ Component }) => (
      <main>
        <Component />
      </main>
    ))
    .layout("/in", async ({ Component }) => {
      await Promise.resolve();
      return (
        <section>
          <Component />
        </section>
      );
    })
    .get("/in", (ctx) => ctx.render(<p>page</p>))
    .get("/", (ctx) => ctx.render(<p>home</p>))
    .get(
      "/bare",
      (ctx) =>
        ctx.render(<p>bare</p>, {}, {
          skipAppWrapper: true,
          skipInheritedLayouts: true,
        }),
    );
  const body = async (path: string) =>
    (await (await asking(app)(path)).text()).match(/<body>.*/)?.[0];
  assertEquals(
    await body("/in"),
    "<body><main><section><p>page</p></section></main></body></html>",
  );
  assertEquals(await body("/"), "<body><main><p>home</p></main></body></html>");
  assertEquals(await body("/bare"), "<body><p>bare</p></body></html>");
});

Deno.test("Context: upgrade answers a plain request with 400", async () => {
  const response = await answering((ctx) => ctx.upgrade().response)("/");
  assertEquals(response.status, 400);
  assertEquals(await response.text(), "Expected a WebSocket upgrade request");
});

Deno.test("Context: an error while rendering is answered with 500", async () => {
  function Broken(): never {
    throw new Error("broken");
  }
  const response = await silenced(() => answering((ctx) => ctx.render(<Broken />))("/"));
  assertEquals(response.status, 500);
});
