import { assertEquals } from "@std/assert";
import { startKvServer } from "./kv_server.ts";

Deno.test("a KV server is shared, watched, and keeps its rows when it is killed", async () => {
  await using server = await startKvServer();
  if (!("url" in server.store)) throw new Error("unreachable");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", server.store.token); // The only way to tell openKv().
  using one = await Deno.openKv(server.store.url);
  using other = await Deno.openKv(server.store.url);

  const rings = other.watch<[string]>([["bell"]])[Symbol.asyncIterator]();
  assertEquals((await rings.next()).value?.[0].value, null);
  await one.set(["bell"], "ding");
  assertEquals((await rings.next()).value?.[0].value, "ding");
  await rings.return?.();

  const taken = { key: ["bell"], versionstamp: null };
  assertEquals((await other.atomic().check(taken).set(["bell"], "dong").commit()).ok, false);

  await server.restart();
  assertEquals((await other.get(["bell"])).value, "ding");
});
