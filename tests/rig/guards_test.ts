import { assertEquals } from "@std/assert";
import { isForeign } from "./guards.ts";

const OWN = new Set(["http://localhost:8000"]);

const CASES: [url: string, foreign: boolean][] = [
  ["http://localhost:8000/app.js", false],
  ["ws://localhost:8000/socket", false],
  ["data:image/png;base64,AA==", false],
  ["blob:http://localhost:8000/1", false],
  ["http://localhost:9000/app.js", true],
  ["https://localhost:8000/app.js", true],
  ["https://fonts.example/font.woff2", true],
  ["wss://spy.example/", true],
];

for (const [url, foreign] of CASES) {
  Deno.test(`isForeign() says ${foreign} to ${url}`, () => {
    assertEquals(isForeign(url, OWN), foreign);
  });
}
