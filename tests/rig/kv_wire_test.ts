import { assertEquals } from "@std/assert";
import { startKvServer } from "./kv_server.ts";
import { NO_TRAFFIC, since, sum, weighRead, weighWrite } from "./kv_wire.ts";

/** One length-delimited protobuf field. */
function field(number: number, bytes: Iterable<number>): number[] {
  const content = [...bytes];
  return [number << 3 | 2, content.length, ...content];
}

Deno.test("KV traffic: a write counts its rows, keys and values; a read what it brought", () => {
  const mutation = [
    ...field(1, [1, 2, 3]),
    ...field(2, [...field(1, [9, 9]), 2 << 3, 1]),
    3 << 3,
    1,
  ];
  const deletion = [...field(1, [1, 2]), 3 << 3, 2];
  const write = Uint8Array.from([...field(1, [7]), ...field(2, mutation), ...field(2, deletion)]);
  assertEquals(weighWrite(write), {
    ...NO_TRAFFIC,
    ...{ commits: 1, rows: 2, bytesWritten: 7, largestBytes: 2 },
  });
  const entry = [...field(1, [1]), ...field(2, [5, 5, 5, 5]), ...field(4, [0])];
  const answer = Uint8Array.from(field(1, [...field(1, entry), ...field(1, entry)]));
  assertEquals(weighRead(answer), { ...NO_TRAFFIC, reads: 1, bytesRead: 10 });
  const both = sum(weighWrite(write), weighRead(answer));
  assertEquals(since(weighRead(answer), both), weighWrite(write));
});

Deno.test("KV traffic: the KV server counts what Deno's client asks of it", async () => {
  await using server = await startKvServer();
  if (!("url" in server.store)) throw new Error("unreachable");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", server.store.token);
  using kv = await Deno.openKv(server.store.url);
  await kv.set(["a"], new Uint8Array(1_000));
  const before = await server.traffic();
  assertEquals([before.commits, before.rows, before.largestBytes], [1, 1, 1_000]);
  await kv.atomic().set(["b"], new Uint8Array(10)).delete(["a"]).commit();
  await kv.get(["b"]);
  await Array.fromAsync(kv.list({ prefix: [] }));
  const { reads, commits, rows, wakes } = since(before, await server.traffic());
  assertEquals({ reads, commits, rows, wakes }, { reads: 2, commits: 1, rows: 2, wakes: 0 });
});
