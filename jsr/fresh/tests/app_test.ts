import { assertEquals, assertRejects } from "@std/assert";
import { App, HttpError, type Middleware } from "fresh";
import { asking } from "./fixture/build.ts";
import { silenced } from "./silenced.ts";

Deno.test("App: get() answers GET and HEAD", async () => {
  const ask = asking(new App().get("/", () => new Response("got", { headers: { "X-A": "1" } })));
  assertEquals(await (await ask("/")).text(), "got");
  const head = await ask("/", { method: "HEAD" });
  assertEquals([head.status, head.headers.get("X-A"), await head.text()], [200, "1", ""]);
});

Deno.test("App: an unknown path gives 404, an unknown method 405, OPTIONS lists the methods", async () => {
  const ask = asking(new App().get("/x", () => new Response("x")));
  const missing = await ask("/y");
  assertEquals([missing.status, await missing.text()], [404, "Not Found"]);
  const wrong = await ask("/x", { method: "DELETE" });
  assertEquals([wrong.status, await wrong.text()], [405, "Method Not Allowed"]);
  const options = await ask("/x", { method: "OPTIONS" });
  assertEquals([options.status, options.headers.get("Allow")], [204, "GET"]);
});

Deno.test("App: parameters are decoded, fixed paths come before patterns", async () => {
  const ask = asking(
    new App()
      .get("/r/:room", (ctx) => new Response(`${ctx.params.room} ${ctx.route}`))
      .get("/r/fixed", (ctx) => new Response(`fixed ${ctx.route}`))
      .get("/f/*", (ctx) => new Response(`rest ${ctx.route}`)),
  );
  assertEquals(await (await ask("/r/t%C3%A8%20room")).text(), "tè room /r/:room");
  assertEquals(await (await ask("/r/fixed")).text(), "fixed /r/fixed");
  assertEquals(await (await ask("/r/fixed/")).text(), "fixed /r/fixed");
  assertEquals(await (await ask("/f/a/b")).text(), "rest /f/*");
});

Deno.test("App: a parameter that is no valid percent-encoding makes the handler itself reject", async () => {
  const seen: string[] = [];
  const app = new App()
    .use((ctx) => {
      seen.push(ctx.url.pathname);
      return ctx.next();
    })
    .get("/r/:room", () => new Response("room"));
  const ask = asking(app);
  for (const path of ["/r/%", "/r/%E0%A4%A", "/r/%zz"]) {
    await assertRejects(() => ask(path), URIError);
  }
  // No middleware has a say; without a parameter there is nothing to decode.
  assertEquals(seen, []);
  assertEquals((await ask("/%")).status, 404);
  assertEquals((await ask("/r/%", { method: "POST" })).status, 405);
});

Deno.test("App: several slashes in a row count as one", async () => {
  const ask = asking(new App().get("/a/b", (ctx) => new Response(ctx.url.pathname)));
  assertEquals(await (await ask("//a///b")).text(), "/a/b");
});

Deno.test("App: middlewares run in order around the routes after them", async () => {
  const trail: string[] = [];
  const track = (name: string): Middleware<unknown> => async (ctx) => {
    trail.push(`>${name}`);
    const response = await ctx.next();
    trail.push(`<${name}`);
    return response;
  };
  const ask = asking(
    new App()
      .use(track("a"), track("b"))
      .get("/", track("own"), () => new Response("home"))
      .use(track("late"))
      .get("/later", () => new Response("later")),
  );
  await ask("/");
  assertEquals(trail.splice(0).join(), ">a,>b,>own,<own,<b,<a");
  await ask("/later");
  assertEquals(trail.splice(0).join(), ">a,>b,>late,<late,<b,<a");
});

Deno.test("App: middlewares also see requests no route answers", async () => {
  const seen: string[] = [];
  const app = new App().use((ctx) => {
    seen.push(`${ctx.url.pathname} ${ctx.route}`);
    return ctx.next();
  });
  assertEquals((await asking(app)("/nowhere")).status, 404);
  assertEquals(seen, ["/nowhere null"]);
});

Deno.test("App: an HttpError is answered with its status, another error with 500 and no detail", async () => {
  const failing = (error: Error): Middleware<unknown> => () => {
    throw error;
  };
  const ask = asking(
    new App()
      .get("/teapot", failing(new HttpError(418, "short and stout")))
      .get("/bare", failing(new HttpError(403)))
      .get("/boom", failing(new Error("secret"))),
  );
  const teapot = await ask("/teapot");
  assertEquals([teapot.status, await teapot.text()], [418, "short and stout"]);
  const bare = await ask("/bare");
  assertEquals([bare.status, await bare.text()], [403, "Forbidden"]);
  const boom = await silenced(() => ask("/boom"));
  assertEquals([boom.status, await boom.text()], [500, "Internal server error"]);
});

Deno.test("App: a handler that returns no Response is an error", async () => {
  const wrong = (() => "text") as unknown as Middleware<unknown>;
  const response = await silenced(() => asking(new App().get("/", wrong))("/"));
  assertEquals(response.status, 500);
});

Deno.test("App: with trustProxy the forwarded address counts", async () => {
  const headers = { "X-Forwarded-Proto": "https", "X-Forwarded-Host": "duet.example" };
  const ask = (trustProxy: boolean) =>
    asking(new App({ trustProxy }).get("/", ({ url }) => new Response(url.origin)));
  assertEquals(await (await ask(true)("/", { headers })).text(), "https://duet.example");
  assertEquals(await (await ask(true)("/")).text(), "http://localhost");
  assertEquals(await (await ask(false)("/", { headers })).text(), "http://localhost");
});

Deno.test("App: it is in production mode unless told otherwise", () => {
  assertEquals(new App().config.mode, "production");
  assertEquals(new App({ mode: "development" }).config.mode, "development");
});

Deno.test("App: listen() serves on the port it is given", async () => {
  const controller = new AbortController();
  const listening = Promise.withResolvers<Deno.NetAddr>();
  const app = new App().get("/", () => new Response("served"));
  await app.listen({
    port: freePort(),
    hostname: "127.0.0.1",
    signal: controller.signal,
    onListen: listening.resolve,
  });
  const { port } = await listening.promise;
  assertEquals(await (await fetch(`http://127.0.0.1:${port}/`)).text(), "served");
  controller.abort();
});

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}
