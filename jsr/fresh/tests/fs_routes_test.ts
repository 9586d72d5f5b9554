import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { App } from "fresh";
import { applyFixture, type Ask, asking } from "./fixture/build.ts";
import type { State } from "./fixture/define.ts";
import { silenced } from "./silenced.ts";

async function fixture(): Promise<Ask> {
  const app = new App<State>().fsRoutes();
  (await applyFixture)(app);
  return asking(app);
}

async function bodyOf(response: Response): Promise<string> {
  return (await response.text()).match(/<body[^>]*>(.*?)(<script|<template|<\/body>)/s)?.[1] ?? "";
}

Deno.test("fsRoutes: a page is rendered with its data, layout, app wrapper and middlewares", async () => {
  const ask = await fixture();
  const response = await ask("/");
  assertEquals([response.status, response.headers.get("X-Page")], [200, "yes"]);
  assertEquals(response.headers.get("X-Trail"), "first,second");
  const html = await response.text();
  assertStringIncludes(html, "<title>Home</title>");
  assertStringIncludes(html, '<body data-path="/"><main data-trail="first,second"><div>');
  assertStringIncludes(html, "<output>3</output> of <i>6</i>");
});

Deno.test("fsRoutes: parameters, fixed names and catch-alls", async () => {
  const ask = await fixture();
  assertEquals(await (await ask("/api/tea%20room")).json(), {
    name: "tea room",
    route: "/api/:name",
  });
  assertEquals(await (await ask("/api/fixed")).text(), "GET fixed");
  assertEquals(await (await ask("/api/a/b")).text(), "rest a/b");
});

Deno.test("fsRoutes: a method the file has no handler for gives 404, a single handler answers all", async () => {
  const ask = await fixture();
  const created = await ask("/api/x", { method: "POST", body: "sent" });
  assertEquals([created.status, await created.text()], [201, "sent"]);
  assertEquals((await ask("/api/x", { method: "DELETE" })).status, 404);
  assertEquals(await (await ask("/api/fixed", { method: "PUT" })).text(), "PUT fixed");
  assertEquals((await ask("/api/x", { method: "HEAD" })).status, 200);
});

Deno.test("fsRoutes: middlewares of a folder run after those above it", async () => {
  const ask = await fixture();
  const response = await ask("/admin");
  assertEquals(response.headers.get("X-Trail"), "first,second,admin");
  assertEquals(
    await bodyOf(response),
    '<main data-trail="first,second,admin"><p>first second admin</p></main>',
  );
});

Deno.test("fsRoutes: a group adds its layout and nothing to the path", async () => {
  const ask = await fixture();
  const html = await bodyOf(await ask("/inside"));
  assertStringIncludes(html, "<section><p>inside a group</p></section>");
  assertEquals((await ask("/group/inside")).status, 404);
});

Deno.test("fsRoutes: config can skip what surrounds the page and change its path", async () => {
  const ask = await fixture();
  assertMatch(await (await ask("/plain")).text(), /<body><p>plain<\/p><\/body>/);
  assertStringIncludes(await (await ask("/elsewhere/1")).text(), "<p>moved</p>");
  assertEquals((await ask("/moved")).status, 404);
});

Deno.test("fsRoutes: _error shows errors inside layout and app wrapper, with their status", async () => {
  const ask = await fixture();
  const boom = await silenced(() => ask("/boom"));
  assertEquals([boom.status, boom.headers.get("Content-Type")], [
    500,
    "text/html; charset=utf-8",
  ]);
  assertStringIncludes(await boom.text(), "<h1>Failed with 500: boom</h1></main>");
  const teapot = await ask("/teapot");
  assertEquals(teapot.status, 418);
  assertStringIncludes(await teapot.text(), "<h1>Failed with 418: short and stout</h1></main>");
});

Deno.test("fsRoutes: _404 answers what no route does", async () => {
  const ask = await fixture();
  const response = await ask("/nowhere");
  assertEquals(
    response.headers.get("Content-Type"),
    "text/html; charset=utf-8",
  );
  assertStringIncludes(await response.text(), "<h1>Nothing here</h1>");
});

Deno.test("fsRoutes: an error page runs outside the middlewares that let the error through", async () => {
  const ask = await fixture();
  const response = await silenced(() => ask("/boom"));
  assertEquals(response.headers.get("X-Trail"), null);
});
