import { assertEquals } from "@std/assert";
import { App, type Context } from "fresh";
import { asking } from "./fixture/build.ts";
import { silenced } from "./silenced.ts";

function answering(handler: (ctx: Context<unknown>) => Response | Promise<Response>) {
  return asking(new App().get("/", handler).get("/:name", handler));
}

Deno.test("Context: req, url, params, route, info and config describe the request", async () => {
  const ask = answering(({ req, url, params, route, info, config, error }) =>
    Response.json([
      ...[req.url, url.search, params.name, route, typeof info.remoteAddr, config.mode, error],
    ])
  );
  const facts = await (await ask("/x?q=1")).json();
  assertEquals(facts, [
    ...["http://localhost/x?q=1", "?q=1", "x", "/:name", "object", "production", null],
  ]);
});

Deno.test("Context: state starts empty for every request", async () => {
  const app = new App<{ count?: number }>().get("/", (ctx) => {
    ctx.state.count = (ctx.state.count ?? 0) + 1;
    return new Response(String(ctx.state.count));
  });
  const ask = asking(app);
  assertEquals(await (await ask("/")).text(), "1");
  assertEquals(await (await ask("/")).text(), "1");
});

Deno.test("Context: render completes the document and takes status and headers", async () => {
  const init = { status: 418, headers: { "X-A": "1" } };
  const response = await answering((ctx) => ctx.render(<h1>hi &amp; bye</h1>, init))("/");
  assertEquals([response.status, response.headers.get("X-A")], [418, "1"]);
  assertEquals(response.headers.get("Content-Type"), "text/html; charset=utf-8");
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

Deno.test("Context: a middleware may put its own next() in place", async () => {
  const app = new App()
    .use((ctx) => {
      ctx.next = () => Promise.resolve(new Response("instead"));
      return ctx.next();
    })
    .get("/", () => new Response("never"));
  assertEquals(await (await asking(app)("/")).text(), "instead");
});

Deno.test("Context: an error while rendering is answered with 500", async () => {
  function Broken(): never {
    throw new Error("broken");
  }
  const response = await silenced(() => answering((ctx) => ctx.render(<Broken />))("/"));
  assertEquals(response.status, 500);
});
