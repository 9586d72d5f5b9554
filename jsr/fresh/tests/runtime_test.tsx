import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { App } from "fresh";
import { asset, assetSrcSet, Head, IS_BROWSER } from "fresh/runtime";
import { asking } from "./fixture/build.ts";

Deno.test("IS_BROWSER: false on the server", () => {
  assertEquals(IS_BROWSER, false);
});

Deno.test("asset: paths on this site get the build's id, anything else stays", () => {
  assertMatch(asset("/a.css"), /^\/a\.css\?__frsh_c=\w+$/);
  assertMatch(asset("/a.css?x=1#top"), /^\/a\.css\?x=1&__frsh_c=\w+#top$/);
  for (
    const path of [
      "a.css",
      "./a.css",
      "//host/a.css",
      "https://host/a.css",
      asset("/b"),
    ]
  ) {
    assertEquals(asset(path), path);
  }
});

Deno.test("assetSrcSet: every URL of the set gets the build's id", () => {
  const id = asset("/").split("=")[1];
  assertEquals(
    assetSrcSet("/s.jpg 1x, /l.jpg 2x"),
    `/s.jpg?__frsh_c=${id} 1x, /l.jpg?__frsh_c=${id} 2x`,
  );
  assertEquals(assetSrcSet("/one.jpg"), `/one.jpg?__frsh_c=${id}`);
  for (const set of ["url(/a.jpg) 1x", "/a.jpg 1x, "]) {
    assertEquals(assetSrcSet(set), set);
  }
});

Deno.test("images: src and srcset get the build's id unless they opt out", async () => {
  const app = new App().get("/", (ctx) =>
    ctx.render(
      <p>
        <img src="/a.png" srcset="/a.png 1x" alt="" />
        <img src="/b.png" alt="" data-fresh-disable-lock />
      </p>,
    ));
  const html = await (await asking(app)("/")).text();
  assertStringIncludes(
    html,
    `src="${asset("/a.png")}" srcset="${asset("/a.png")} 1x"`,
  );
  assertStringIncludes(html, 'src="/b.png"');
});

Deno.test("Head: its children move to the head and replace what is there", async () => {
  const Meta = () => <meta name="author" content="a" />;
  const app = new App()
    .appWrapper(({ Component }) => (
      <html>
        <head>
          <title>outer</title>
          <meta name="description" content="outer" />
          <meta name="robots" content="none" />
        </head>
        <body>
          <Component />
        </body>
      </html>
    ))
    .get("/", (ctx) =>
      ctx.render(
        <main>
          <Head>
            <title>inner</title>
            <meta name="description" content="inner" />
            <Meta />
          </Head>
        </main>,
      ));
  const html = await (await asking(app)("/")).text();
  assertEquals(
    html.match(/<head>(.*)<\/head>/)?.[1],
    '<title>inner</title><meta name="description" content="inner"/>' +
      '<meta name="robots" content="none"/><meta name="author" content="a"/>',
  );
  assertStringIncludes(html, "<main></main>");
});

Deno.test("links: those to the current page and above it are marked, unless they are already", async () => {
  const Links = () => (
    <nav>
      <a href="/docs/intro">1</a>
      <a href="/docs">2</a>
      <a href="/other">3</a>
      <a href="/docs/intro?x=1">4</a>
      <a href="/docs/intro" aria-current="step">5</a>
      <a href="https://docs.example/docs">6</a>
    </nav>
  );
  const ask = asking(new App().get("/docs/intro", (ctx) => ctx.render(<Links />)));
  const html = await (await ask("/docs/intro")).text();
  const marks = [...html.matchAll(/<a href="[^"]*"([^>]*)>(\d)/g)]
    .map(([, attributes, number]) => `${number}${attributes}`);
  assertEquals(marks, [
    '1 data-current="true" aria-current="page"',
    '2 data-ancestor="true" aria-current="true"',
    "3",
    '4 data-ancestor="true" aria-current="true"',
    '5 aria-current="step"',
    "6",
  ]);
});
