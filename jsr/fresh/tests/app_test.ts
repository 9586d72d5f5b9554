import { assertEquals } from "@std/assert";
import { App, HttpError, type Middleware } from "fresh";
import { asking } from "./fixture/build.ts";
import { silenced } from "./silenced.ts";

Deno.test("App: a route answers its method, HEAD falls back to GET", async () => {
  const ask = asking(
    new App()
      .get("/", () => new Response("got", { headers: { "X-A": "1" } }))
      .post("/", () => new Response("posted")),
  );
  assertEquals(await (await ask("/")).text(), "got");
  assertEquals(await (await ask("/", { method: "POST" })).text(), "posted");
  const head = await ask("/", { method: "HEAD" });
  assertEquals([head.status, head.headers.get("X-A"), await head.text()], [200, "1", ""]);
});

Deno.test("App: every method has its own function, all() answers each", async () => {
  const answer = (name: string) => () => new Response(name);
  const app = new App()
    .get("/x", answer("GET")).post("/x", answer("POST")).put("/x", answer("PUT"))
    .patch("/x", answer("PATCH")).delete("/x", answer("DELETE"))
    .all("/all", (ctx) => new Response(ctx.req.method));
  const ask = asking(app);
  for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
    assertEquals(await (await ask("/x", { method })).text(), method);
    assertEquals(await (await ask("/all", { method })).text(), method);
  }
});

Deno.test("App: an unknown path gives 404, an unknown method 405, OPTIONS lists the methods", async () => {
  const ask = asking(
    new App().get("/x", () => new Response("x")).put("/x", () => new Response("x")),
  );
  const missing = await ask("/y");
  assertEquals([missing.status, await missing.text()], [404, "Not Found"]);
  const wrong = await ask("/x", { method: "DELETE" });
  assertEquals([wrong.status, await wrong.text()], [405, "Method Not Allowed"]);
  const options = await ask("/x", { method: "OPTIONS" });
  assertEquals([options.status, options.headers.get("Allow")], [204, "GET, PUT"]);
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
  const app = new App()
    .use(track("a"), track("b"))
    .get("/", track("own"), () => new Response("home"))
    .use(track("late"))
    .get("/later", () => new Response("later"));
  const ask = asking(app);
  await ask("/");
  assertEquals(trail.splice(0).join(), ">a,>b,>own,<own,<b,<a");
  await ask("/later");
  assertEquals(trail.splice(0).join(), ">a,>b,>late,<late,<b,<a");
});

Deno.test("App: middlewares can be for a path, and loaded when needed", async () => {
  const tag: Middleware<unknown> = async (ctx) => {
    const response = await ctx.next();
    response.headers.set("X-Tag", "yes");
    return response;
  };
  let loads = 0;
  const load = () => {
    loads++;
    return Promise.resolve(tag);
  };
  const ask = asking(
    new App().use("/admin", load)
      .get("/admin", () => new Response("1")).get("/admin/users", () => new Response("2"))
      .get("/", () => new Response("3")),
  );
  assertEquals(loads, 0);
  assertEquals((await ask("/admin")).headers.get("X-Tag"), "yes");
  assertEquals((await ask("/admin/users")).headers.get("X-Tag"), "yes");
  assertEquals((await ask("/")).headers.get("X-Tag"), null);
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
  const ask = asking(
    new App()
      .get("/teapot", () => {
        throw new HttpError(418, "short and stout");
      })
      .get("/bare", () => {
        throw new HttpError(403);
      })
      .get("/boom", () => {
        throw new Error("secret");
      }),
  );
  const teapot = await ask("/teapot");
  assertEquals([teapot.status, await teapot.text()], [418, "short and stout"]);
  const bare = await ask("/bare");
  assertEquals([bare.status, await bare.text()], [403, "Forbidden"]);
  const boom = await silenced(() => ask("/boom"));
  assertEquals([boom.status, await boom.text()], [500, "Internal server error"]);
});

Deno.test("App: onError answers errors below its path and knows them, notFound answers 404s", async () => {
  const ask = asking(
    new App()
      .onError(
        "*",
        (ctx) =>
          new Response(`outer ${(ctx.error as Error).message}`, {
            status: 503,
          }),
      )
      .onError("/inner", () => new Response("inner", { status: 502 }))
      .notFound((ctx) => new Response(`no ${ctx.url.pathname}`, { status: 404 }))
      .get("/x", () => {
        throw new Error("x");
      })
      .get("/inner/x", () => {
        throw new Error("y");
      }),
  );
  const outer = await ask("/x");
  assertEquals([outer.status, await outer.text()], [503, "outer x"]);
  const inner = await ask("/inner/x");
  assertEquals([inner.status, await inner.text()], [502, "inner"]);
  const missing = await ask("/gone");
  assertEquals([missing.status, await missing.text()], [404, "no /gone"]);
});

Deno.test("App: a handler that returns no Response is an error", async () => {
  const wrong = (() => "text") as unknown as Middleware<unknown>;
  const response = await silenced(() => asking(new App().get("/", wrong))("/"));
  assertEquals(response.status, 500);
});

Deno.test("App: config has defaults, and basePath goes before every route", async () => {
  assertEquals(new App().config.basePath, "");
  assertEquals(new App().config.mode, "production");
  assertEquals(new App().config.trustProxy, false);
  const ask = asking(new App({ basePath: "/base" }).get("/x", () => new Response("x")));
  assertEquals(await (await ask("/base/x")).text(), "x");
  assertEquals((await ask("/x")).status, 404);
});

Deno.test("App: with trustProxy the forwarded address counts", async () => {
  const headers = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "duet.example",
  };
  const origin = (trustProxy: boolean) =>
    new App({ trustProxy }).get("/", (ctx) => new Response(ctx.url.origin));
  assertEquals(await (await asking(origin(true))("/", { headers })).text(), "https://duet.example");
  assertEquals(await (await asking(origin(false))("/", { headers })).text(), "http://localhost");
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
  assertEquals(
    await (await fetch(`http://127.0.0.1:${port}/`)).text(),
    "served",
  );
  controller.abort();
});

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}
