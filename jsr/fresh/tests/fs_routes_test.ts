import { assertEquals, assertStringIncludes } from "@std/assert";
import { fixtureApp } from "./fixture/build.ts";
import { silenced } from "./silenced.ts";

const HTML = "text/html; charset=utf-8";

Deno.test("fsRoutes: a page is rendered with its data, app wrapper and middlewares", async () => {
  const ask = await fixtureApp((app) =>
    app.use((ctx) => {
      ctx.state.user = "Ada";
      return ctx.next();
    })
  );
  const response = await ask("/");
  assertEquals([response.status, response.headers.get("X-Page")], [200, "yes"]);
  assertEquals(response.headers.get("Content-Type"), HTML);
  const html = await response.text();
  assertStringIncludes(html, '<html lang="en"><head>');
  assertStringIncludes(html, '<body data-path="/"><main data-user="Ada">');
  assertStringIncludes(html, "<output>3</output>");
  assertStringIncludes(await (await ask("/admin")).text(), "<p>Ada /admin</p>");
});

Deno.test("fsRoutes: parameters are decoded, fixed names come first", async () => {
  const ask = await fixtureApp();
  assertEquals(await (await ask("/api/tea%20room")).json(), {
    name: "tea room",
    route: "/api/:name",
  });
  assertEquals(await (await ask("/api/fixed")).text(), "GET fixed");
});

Deno.test("fsRoutes: a method the file has no handler for gives 404, a single handler answers all", async () => {
  const ask = await fixtureApp();
  const created = await ask("/api/x", { method: "POST", body: "sent" });
  assertEquals([created.status, await created.text()], [201, "sent"]);
  assertEquals((await ask("/api/x", { method: "DELETE" })).status, 404);
  assertEquals(await (await ask("/api/fixed", { method: "PUT" })).text(), "PUT fixed");
  assertEquals((await ask("/api/x", { method: "HEAD" })).status, 200);
});

Deno.test("fsRoutes: _error shows errors inside the app wrapper, with their status", async () => {
  const ask = await fixtureApp();
  const boom = await silenced(() => ask("/boom"));
  assertEquals([boom.status, boom.headers.get("Content-Type")], [500, HTML]);
  assertStringIncludes(await boom.text(), '<body data-path="/boom"><h1>Failed with 500: boom</h1>');
  const teapot = await ask("/teapot");
  assertEquals(teapot.status, 418);
  assertStringIncludes(await teapot.text(), "<h1>Failed with 418: short and stout</h1>");
});

Deno.test("fsRoutes: _404 answers what no route does, inside the app wrapper", async () => {
  const response = await (await fixtureApp())("/nowhere");
  assertEquals([response.status, response.headers.get("Content-Type")], [404, HTML]);
  assertStringIncludes(await response.text(), '<body data-path="/nowhere"><h1>Nothing here</h1>');
});

Deno.test("fsRoutes: error pages run outside the middlewares that let the error through", async () => {
  const ask = await fixtureApp((app) =>
    app.use(async (ctx) => {
      const response = await ctx.next();
      response.headers.set("X-Trail", "through");
      return response;
    })
  );
  assertEquals((await ask("/admin")).headers.get("X-Trail"), "through");
  assertEquals((await silenced(() => ask("/boom"))).headers.get("X-Trail"), null);
  assertEquals((await ask("/nowhere")).headers.get("X-Trail"), null);
});
