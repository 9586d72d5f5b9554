import { assert, assertEquals } from "@std/assert";
import { App } from "fresh";
import { asset, Head, IS_BROWSER } from "fresh/runtime";
import { asking, fixtureApp } from "./fixture/build.ts";

Deno.test("IS_BROWSER: false on the server", () => {
  assertEquals(IS_BROWSER, false);
});

Deno.test("asset: paths on this site get the build's id, anything else stays", () => {
  assert(/^\/a\.css\?__frsh_c=\w+$/.test(asset("/a.css")));
  assert(/^\/a\.css\?x=1&__frsh_c=\w+#top$/.test(asset("/a.css?x=1#top")));
  for (const path of ["a.css", "./a.css", "//host/a.css", "https://host/a.css", asset("/b")]) {
    assertEquals(asset(path), path);
  }
});

Deno.test("Head: its children replace what the app wrapper has, or are added", async () => {
  const html = await (await (await fixtureApp())("/")).text();
  const head = html.match(/<head>(.*?)<\/head>/s)?.[1] ?? "";
  assertEquals(head.match(/<title>[^<]*<\/title>/g), ["<title>Home</title>"]);
  assertEquals(head.match(/<meta name="description"[^>]*>/g), [
    '<meta name="description" content="A fixture"/>',
  ]);
});

Deno.test("Head: components inside it count, and nothing stays where it was", async () => {
  const Meta = () => <meta name="author" content="a" />;
  const app = new App().get("/", (ctx) =>
    ctx.render(
      <body>
        <Head>
          <Meta />
        </Head>
        <main />
      </body>,
    ));
  const html = await (await asking(app)("/")).text();
  assert(/<head>.*<meta name="author" content="a"\/>.*<\/head>/.test(html), html);
  assert(html.includes("<body><main></main></body>"), html);
});
