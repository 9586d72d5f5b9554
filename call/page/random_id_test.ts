import { assert, assertEquals } from "@std/assert";
import { randomId } from "./random_id.ts";

Deno.test("random id: 128 bits in base64url, another each time", () => {
  const ids = Array.from({ length: 1_000 }, randomId);
  for (const id of ids) assert(/^[A-Za-z0-9_-]{22}$/.test(id), id);
  assertEquals(new Set(ids).size, ids.length);
});
