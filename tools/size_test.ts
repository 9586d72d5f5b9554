import { assertEquals } from "@std/assert";
import { measure } from "./size.ts";

const PAGE =
  `<head><link rel="stylesheet" href="/duet.css?v=1"/><link rel="icon" href="/i.svg"/></head>
  <script type="module" nonce="n">import { boot } from "/js/runtime.js";import Call from "/js/Call.js";boot({Call},"[]");</script>`;
const FILES: Record<string, string> = {
  "/": PAGE,
  "/duet.css?v=1": "a{}",
  "/js/runtime.js": `import{a}from"./shared.js";`,
  "/js/Call.js": `import{b}from"./shared.js";const q=()=>import("./late.js");`,
  "/js/shared.js": `import"./deep.js"`,
  "/js/deep.js": "",
};

Deno.test("size: the page, its stylesheet and every script loaded at once count, each once", async () => {
  const asked: string[] = [];
  const [scripts, page, requests] = await measure((path) => {
    asked.push(path);
    const text = FILES[path] ?? "";
    const link = path === "/" ? `</js/Call.js>; rel="modulepreload"; as="script"` : "";
    return Promise.resolve({ path, text, bytes: text.length, link });
  });
  assertEquals(asked.toSorted(), Object.keys(FILES).toSorted());
  const bytes = (...paths: string[]) =>
    paths.reduce((sum, path) => sum + (FILES[path] ?? "").length, 0);
  assertEquals(page?.value, bytes("/", "/duet.css?v=1"));
  assertEquals(scripts?.value, bytes(...Object.keys(FILES).filter((path) => path.includes("js/"))));
  assertEquals(requests?.value, 6);
});
