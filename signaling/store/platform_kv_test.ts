import { assert, assertEquals } from "@std/assert";
import { isLocal, looksLocal } from "./platform_kv.ts";

Deno.test("platform KV: a local one is told by how few commits it has seen", async () => {
  using kv = await Deno.openKv(":memory:");
  assert(await isLocal(kv));
  await kv.set(["room"], 1);
  assert(await isLocal(kv), "also when it was used");
  assertEquals((await Array.fromAsync(kv.list({ prefix: [] }))).length, 1, "and leaves nothing");
});

Deno.test("platform KV: the platform's own versions are far beyond", () => {
  assert(looksLocal("00000000000f423f0000"));
  assert(!looksLocal("00000000000f42400000"));
  assert(!looksLocal("0100000fb5bd47310000"));
});
