import { assert, assertEquals, assertThrows } from "@std/assert";
import { between } from "./page_part.ts";

Deno.test("between() changes only what is between its own marks", () => {
  const page = "<!-- end -->\na\n<!-- begin -->\nold\n<!-- end -->\nb\n<!-- end -->";
  const changed = between(page, "<!-- begin -->", { end: "<!-- end -->", part: "new" });
  assertEquals(
    changed,
    "<!-- end -->\na\n<!-- begin -->\n\nnew\n\n<!-- end -->\nb\n<!-- end -->",
  );
  assert(between(changed, "<!-- begin -->", { end: "<!-- end -->", part: "new" }) === changed);
  assertThrows(() => between("nothing", "<!-- begin -->", { end: "<!-- end -->", part: "new" }));
});
