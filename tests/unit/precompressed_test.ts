import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { assertEquals } from "@std/assert";
import { App } from "fresh";
import { chooseEncoding, precompressed } from "../../precompressed.ts";
import { precompress } from "../../tools/precompress.ts";

const SCRIPT = "console.log('compress me');\n".repeat(50);

interface Options {
  mode?: "development" | "production";
  script?: string;
}

/** A project with one built script, compressed, and an app that serves it as `staticFiles()` would. */
async function withApp(
  run: (fetch: (init?: RequestInit) => Promise<Response>) => Promise<void>,
  { mode = "production", script = SCRIPT }: Options = {},
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "_fresh", "static"), { recursive: true });
    await Deno.writeTextFile(join(root, "_fresh", "static", "app.js"), SCRIPT);
    await precompress(root);
    const app = new App({ mode }).use(precompressed()).get("/app.js", (ctx) => {
      const headers = new Headers({ "Content-Type": "text/javascript", vary: "If-None-Match" });
      if (ctx.req.headers.has("If-None-Match")) return new Response(null, { status: 304, headers });
      headers.set("ETag", 'W/"1"');
      headers.set("Content-Length", String(script.length));
      return new Response(ctx.req.method === "HEAD" ? null : script, { headers });
    });
    app.config.root = root;
    const handler = app.handler();
    await run((init) => handler(new Request("http://localhost/app.js", init)));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

function accepting(encoding: string): RequestInit {
  return { headers: { "Accept-Encoding": encoding } };
}

Deno.test("precompressed: the client's best coding is chosen", () => {
  assertEquals(chooseEncoding("gzip, deflate, br, zstd"), "br");
  assertEquals(chooseEncoding("gzip"), "gzip");
  assertEquals(chooseEncoding("br;q=0.5, gzip;q=0.9"), "gzip");
  assertEquals(chooseEncoding("br;q=0, *"), "gzip");
  assertEquals(chooseEncoding("BR"), "br");
  assertEquals(chooseEncoding("identity"), undefined);
  assertEquals(chooseEncoding("gzip;q=0"), undefined);
  assertEquals(chooseEncoding(""), undefined);
  assertEquals(chooseEncoding(null), undefined);
});

Deno.test("precompressed: brotli and gzip both restore the file", () =>
  withApp(async (fetch) => {
    for (
      const [encoding, restore] of [["br", brotliDecompressSync], ["gzip", gunzipSync]] as const
    ) {
      const response = await fetch(accepting(encoding));
      const content = await response.bytes();
      assertEquals(response.headers.get("Content-Encoding"), encoding);
      assertEquals(response.headers.get("Content-Length"), String(content.byteLength));
      assertEquals(response.headers.get("Vary"), "If-None-Match, Accept-Encoding");
      assertEquals(response.headers.get("ETag"), 'W/"1"');
      assertEquals(restore(content).toString(), SCRIPT);
    }
  }));

Deno.test("precompressed: a client that accepts none gets the file as it is, also later", () =>
  withApp(async (fetch) => {
    for (let time = 0; time < 2; time++) {
      const response = await fetch();
      assertEquals(response.headers.get("Content-Encoding"), null);
      assertEquals(response.headers.get("Content-Length"), String(SCRIPT.length));
      assertEquals(response.headers.get("Vary"), "If-None-Match, Accept-Encoding");
      assertEquals(await response.text(), SCRIPT);
    }
  }));

Deno.test("precompressed: HEAD never tells another length than GET", () =>
  withApp(async (fetch) => {
    const head = { method: "HEAD", ...accepting("br") };
    const unknown = await fetch(head);
    assertEquals(unknown.headers.get("Content-Length"), null);
    const length = (await fetch(accepting("br"))).headers.get("Content-Length");
    const response = await fetch(head);
    assertEquals(response.headers.get("Content-Encoding"), "br");
    assertEquals(response.headers.get("Content-Length"), length);
    assertEquals(response.body, null);
  }));

Deno.test("precompressed: a file not modified stays so, and varies", () =>
  withApp(async (fetch) => {
    const response = await fetch({
      headers: { "If-None-Match": 'W/"1"', "Accept-Encoding": "br" },
    });
    assertEquals(response.status, 304);
    assertEquals(response.headers.get("Vary"), "If-None-Match, Accept-Encoding");
  }));

Deno.test("precompressed: a file that changed after the build is served as it is", () =>
  withApp(async (fetch) => {
    const response = await fetch(accepting("br"));
    assertEquals(response.headers.get("Content-Encoding"), null);
    assertEquals(await response.text(), "changed");
  }, { script: "changed" }));

Deno.test("precompressed: development changes nothing", () =>
  withApp(async (fetch) => {
    const response = await fetch(accepting("br"));
    assertEquals(response.headers.get("Content-Encoding"), null);
    assertEquals(response.headers.get("Vary"), "If-None-Match");
    assertEquals(await response.text(), SCRIPT);
  }, { mode: "development" }));
