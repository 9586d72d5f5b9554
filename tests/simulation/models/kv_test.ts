import { assertEquals, assertRejects } from "@std/assert";
import { Actor } from "./actor.ts";
import { Scheduler } from "./clock.ts";
import { KvStore } from "./kv.ts";
import { openKvClient } from "./kv_client.ts";
import { Chance } from "./random.ts";

function setUp() {
  const scheduler = new Scheduler((error) => {
    throw error;
  });
  const store = new KvStore();
  function client(name: string) {
    const actor = new Actor(name, scheduler);
    return openKvClient({ store, actor, chance: new Chance(name), exclusive: false }).kv;
  }
  async function during<T>(work: Promise<T>, ms = 100): Promise<T> {
    await scheduler.run(scheduler.now + ms);
    return await work;
  }
  return { scheduler, store, client, during };
}

Deno.test("model of KV: of two writes that check one version, one is refused", async () => {
  const { client, during } = setUp();
  const [one, two] = [client("one"), client("two")];
  const key = ["room"];
  const entries = await during(Promise.all([one.get(key), two.get(key)]));
  const writes = [one, two].map((kv, index) => {
    const entry = entries[index];
    if (entry === undefined) throw new Error("no entry");
    return kv.atomic().check(entry).set(key, index).commit();
  });
  const results = await during(Promise.all(writes));
  assertEquals(results.map(({ ok }) => ok).toSorted(), [false, true]);
});

Deno.test("model of KV: rows come in the order of their keys, numbers by value", async () => {
  const { client, during } = setUp();
  const kv = client("one");
  for (const number of [10, 9, 100]) await during(kv.set(["mail", number], number));
  async function read(): Promise<unknown[]> {
    const values: unknown[] = [];
    for await (const { value } of kv.list({ prefix: ["mail"] })) values.push(value);
    return values;
  }
  assertEquals(await during(read()), [9, 10, 100]);
});

Deno.test("model of KV: while it is away calls wait; while it fails they reject", async () => {
  const { client, during, store } = setUp();
  const kv = client("one");
  store.setState("away");
  let answered = false;
  const waiting = kv.get(["a"]).finally(() => answered = true);
  await during(Promise.resolve(), 60_000);
  assertEquals(answered, false);
  store.setState("well");
  assertEquals((await during(waiting)).value, null);
  store.setState("failing");
  const failing = kv.get(["a"]);
  failing.catch(() => {});
  await assertRejects(() => during(failing), Error, "Cannot reach");
});

Deno.test("model of KV: an answer that is lost says nothing about the write", async () => {
  const { client, during, store } = setUp();
  const kv = client("one");
  store.mood.lostAnswers = 1;
  const write = kv.set(["a"], 1);
  write.catch(() => {});
  await assertRejects(() => during(write, 60_000), Error, "Cannot tell");
  assertEquals(store.get(["a"])?.value, 1);
});

Deno.test("model of KV: a watch tells of several changes once, and at first at once", async () => {
  const { client, during } = setUp();
  const [one, two] = [client("one"), client("two")];
  const reader = one.watch([["bell"]]).getReader();
  await during(reader.read());
  for (const value of [1, 2, 3]) await during(two.set(["bell"], value));
  const { value } = await during(reader.read());
  assertEquals(value?.[0]?.value, 3);
});
