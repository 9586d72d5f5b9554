import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { App, staticFiles } from "fresh";
import { Builder } from "fresh/dev";
import { isAbsolute } from "node:path";
import { fileURLToPath } from "node:url";
import { type Ask, asking, fixtureApp, fixtureBuilder, OUT_DIR } from "./fixture/build.ts";
import { withBuiltFixture } from "./fixture/built.ts";

async function scriptsOf(ask: Ask, path: string): Promise<string[]> {
  const html = await (await ask(path)).text();
  return [...new Set(html.match(/\/_fresh\/js\/\w+\/[\w-]+\.js/g))];
}

Deno.test("Builder: options have defaults, and paths become absolute", () => {
  const { config } = new Builder({ root: "/project" });
  assertEquals(config.mode, "production");
  assertEquals(config.outDir, "/project/_fresh");
  assertEquals(config.staticDir, ["/project/static"]);
  assertEquals(config.islandDir, "/project/islands");
  assertEquals(config.routeDir, "/project/routes");
  assertEquals(config.serverEntry, "/project/main.ts");
  assert(isAbsolute(new Builder().config.root));
  assert(/^\w+$/.test(config.buildId));
});

Deno.test("Builder.build: in memory it can be given to any app", async () => {
  const ask = await fixtureApp();
  assertStringIncludes(await (await ask("/pixel.svg")).text(), "<svg");
  for (const path of await scriptsOf(ask, "/")) {
    const script = await ask(path);
    assertEquals(script.headers.get("Content-Type"), "text/javascript; charset=UTF-8");
    assertStringIncludes(await script.text(), "export");
  }
});

Deno.test("Builder.build: a page loads the client script and the islands it has, preloaded", async () => {
  const ask = await fixtureApp();
  const names = (paths: string[]) => paths.map((path) => path.split("/").at(-1)).sort();
  assertEquals(names(await scriptsOf(ask, "/")), ["Counter.js", "Pair.js", "fresh-runtime.js"]);
  assertEquals(names(await scriptsOf(ask, "/admin")), []);
  assertEquals((await ask("/admin")).headers.get("Link"), null);
  const link = (await ask("/")).headers.get("Link") ?? "";
  assert(
    /^<[^>]+fresh-runtime\.js>; rel="modulepreload"; as="script", <[^>]+Counter\.js>/.test(link),
    link,
  );
});

Deno.test("Builder.build: props of islands cannot end the script they are in", async () => {
  const html = await (await (await fixtureApp())("/")).text();
  const script = html.match(/<script type="module"[^>]*>(.*?)<\/script>/s)?.[1] ?? "";
  assert(/boot\(.*\);$/s.test(script), script);
  assertEquals(script.includes("<!--"), false);
});

Deno.test("Builder.build: on disk it writes a server whose default export has fetch", () =>
  withBuiltFixture(async (ask) => {
    const response = await ask("/");
    assertEquals(response.status, 200);
    const html = await response.text();
    const nonce = html.match(/<script type="module" nonce="(\w+)">import/)?.[1];
    const policy = response.headers.get("Content-Security-Policy") ?? "";
    assertStringIncludes(policy, `'nonce-${nonce}'`);
    assertStringIncludes(html, "<!--frsh:island:Counter:0:-->");
    assertStringIncludes(html, '<main data-user="Ada">');
    assertEquals((await ask("/ws")).status, 400);
  }));

Deno.test("Builder.build: production code is minified, and preact is in it once", () =>
  withBuiltFixture(async (ask) => {
    const seen = new Map<string, string>();
    const queue = await scriptsOf(ask, "/");
    for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
      if (seen.has(path)) continue;
      const code = await (await ask(path)).text();
      seen.set(path, code);
      const dir = path.slice(0, path.lastIndexOf("/"));
      for (const [, name] of code.matchAll(/"\.\/([\w-]+\.js)"/g)) queue.push(`${dir}/${name}`);
    }
    const copies = [...seen.values()].filter((code) => code.includes("http://www.w3.org/2000/svg"));
    assertEquals(copies.length, 1);
    const bytes = [...seen.values()].reduce((sum, code) => sum + code.length, 0);
    assert(bytes < 60_000, `${bytes} bytes`);
  }));

Deno.test("Builder.build: without islands and routes an app still works", async () => {
  const root = fileURLToPath(new URL("fixture/static", import.meta.url));
  const apply = await new Builder({ root, outDir: OUT_DIR }).build({ snapshot: "memory" });
  const app = new App().use(staticFiles()).fsRoutes().get("/", () => new Response("bare"));
  apply(app);
  assertEquals(await (await asking(app)("/")).text(), "bare");
  assertEquals(app.config.root, root);
});

Deno.test("Builder.listen: it serves the app in development mode", async () => {
  const app = new App().use(staticFiles()).get("/", (ctx) => new Response(ctx.config.mode));
  const controller = new AbortController();
  const listening = Promise.withResolvers<Deno.NetAddr>();
  await fixtureBuilder().listen(() => Promise.resolve({ app }), {
    port: freePort(),
    hostname: "127.0.0.1",
    signal: controller.signal,
    onListen: listening.resolve,
  });
  const { port } = await listening.promise;
  const url = `http://127.0.0.1:${port}`;
  assertEquals(await (await fetch(url)).text(), "development");
  const svg = await fetch(`${url}/pixel.svg`);
  assertStringIncludes(await svg.text(), "<svg");
  assertEquals(svg.headers.get("ETag"), null);
  controller.abort();
});

function freePort(): number {
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  return listener.addr.port;
}
