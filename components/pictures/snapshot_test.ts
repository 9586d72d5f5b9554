import { assertEquals } from "@std/assert";
import { snapshotName } from "./snapshot.ts";

Deno.test("snapshot: a name that is safe everywhere and says when, not where", () => {
  assertEquals(snapshotName(new Date(2026, 0, 5, 9, 3, 7)), "duet-2026-01-05-09-03-07.png");
});
