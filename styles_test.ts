import { assert, assertEquals } from "@std/assert";
import { joinStyles, SEAT_STYLESHEET, STYLESHEET, withoutComments } from "./styles.ts";

const ROOT = new URL("./", import.meta.url);
/** Loaded by one page alone. */
const OF_ONE_PAGE = ["check.css"];

Deno.test("styles: comments and indentation go, quoted text stays", () => {
  const css = `/* a */\na {\n  content: "/* no comment */ \\" ";\n\n  color: red; /* b\n c */\n}\n`;
  assertEquals(withoutComments(css), `a {\ncontent: "/* no comment */ \\" ";\ncolor: red;\n}`);
});

Deno.test("styles: the two stylesheets have every rule of every file, each once", async () => {
  await joinStyles(ROOT);
  const paths = [STYLESHEET, SEAT_STYLESHEET];
  const both = await Promise.all(
    paths.map((path) => Deno.readTextFile(new URL(`static${path}`, ROOT))),
  );
  let parts = 0;
  for await (const { name } of Deno.readDir(new URL("static/css/", ROOT))) {
    if (OF_ONE_PAGE.includes(name)) continue;
    const part = withoutComments(await Deno.readTextFile(new URL(`static/css/${name}`, ROOT)));
    assert(both.some((joined) => joined.includes(part)), `${name} is missing: add it to PARTS`);
    parts += part.length + 1;
  }
  assertEquals(both.join("").length, parts - both.length);
  assert(!both.join("").includes("url("), "An address would be resolved from another folder");
});
