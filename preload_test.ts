import { assertEquals } from "@std/assert";
import { App } from "fresh";
import { chunksOf, preloadChunks } from "./preload.ts";

const FILES = {
  "js/runtime.js": `import{a}from"./chunk-A.js";export{a};`,
  "js/Call.js": `import{b}from"./chunk-B.js";import"./chunk-A.js";const q=()=>import("./late.js");`,
  "js/chunk-A.js": `import{c as d}from"./chunk-C.js";`,
  "js/chunk-B.js": "",
  "js/chunk-C.js": "",
  "js/late.js": "",
};
const SCRIPTS = ["/js/runtime.js", "/js/Call.js"];

async function withBuild(run: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${root}/_fresh/static/js`, { recursive: true });
    for (const [name, code] of Object.entries(FILES)) {
      await Deno.writeTextFile(`${root}/_fresh/static/${name}`, code);
    }
    await run(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

function linkTo(paths: readonly string[]): string {
  return paths.map((path) => `<${path}>; rel="modulepreload"; as="script"`).join(", ");
}

Deno.test("chunks: all that is imported at once, each once; what is imported later is not", () =>
  withBuild(async (root) => {
    assertEquals(await chunksOf(SCRIPTS, `${root}/_fresh/static`), [
      ...["/js/chunk-A.js", "/js/chunk-B.js", "/js/chunk-C.js"],
    ]);
    assertEquals(await chunksOf(["/js/gone.js"], `${root}/_fresh/static`), []);
  }));

Deno.test("preloadChunks: a page's chunks are preloaded after its scripts, in production", () =>
  withBuild(async (root) => {
    for (const mode of ["production", "development"] as const) {
      const headers = { Link: linkTo(SCRIPTS) };
      const app = new App({ mode }).use(preloadChunks())
        .get("/", () => new Response("", { headers }))
        .get("/plain", () => new Response(""));
      app.config.root = root;
      const handler = app.handler();
      const chunks = ["/js/chunk-A.js", "/js/chunk-B.js", "/js/chunk-C.js"];
      const expected = mode === "production" ? [...SCRIPTS, ...chunks] : SCRIPTS;
      for (let time = 0; time < 2; time++) {
        const page = await handler(new Request("http://localhost/"));
        assertEquals(page.headers.get("Link"), linkTo(expected));
      }
      const plain = await handler(new Request("http://localhost/plain"));
      assertEquals(plain.headers.get("Link"), null);
    }
  }));
