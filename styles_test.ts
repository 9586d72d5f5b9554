import { assert, assertEquals } from "@std/assert";
import { joinStyles, STYLESHEET, withoutComments } from "./styles.ts";

const ROOT = new URL("./", import.meta.url);
/** Loaded by one page alone. */
const OF_ONE_PAGE = ["check.css"];

Deno.test("styles: comments and indentation go, quoted text stays", () => {
  const css = `/* a */\na {\n  content: "/* no comment */ \\" ";\n\n  color: red; /* b\n c */\n}\n`;
  assertEquals(withoutComments(css), `a {\ncontent: "/* no comment */ \\" ";\ncolor: red;\n}`);
});

Deno.test("styles: the one stylesheet has every rule of every file", async () => {
  await joinStyles(ROOT);
  const joined = await Deno.readTextFile(new URL(`static${STYLESHEET}`, ROOT));
  let parts = 0;
  for await (const { name } of Deno.readDir(new URL("static/css/", ROOT))) {
    if (OF_ONE_PAGE.includes(name)) continue;
    const part = withoutComments(await Deno.readTextFile(new URL(`static/css/${name}`, ROOT)));
    assert(joined.includes(part), `${name} is missing: add it to PARTS`);
    parts += part.length + 1;
  }
  assertEquals(joined.length, parts - 1);
  assert(!joined.includes("url("), "An address would be resolved from another folder");
});
