/** What happens at "Accept", and with files that wait their turn. */
import { assert, assertEquals } from "@std/assert";
import { filePair, someFile, until } from "../../tests/fakes/file_pair.ts";
import { FakeFileStore } from "../../tests/fakes/file_store.ts";
import { MAX_MOVING, MAX_OPEN } from "./limits.ts";

async function offered(pair: ReturnType<typeof filePair>, files: readonly File[]): Promise<void> {
  const { ada, bob } = pair.pages;
  ada.files.send(files);
  await until([ada, bob], () =>
    bob.files.list.value.length === files.length &&
    bob.files.list.value.every(({ place }) => place !== null));
}

Deno.test("files: accepted twice, it is stored once", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  await offered(pair, [someFile("cake.jpg", 100_000)]);
  const key = bob.files.list.value[0]?.key ?? "";
  bob.files.accept(key);
  bob.files.accept(key);
  await until([ada, bob], () => bob.files.list.value[0]?.phase.is === "done");
  bob.files.accept(key);
  assertEquals(bob.store.made.length, 1);
  assertEquals((await bob.files.open(key))?.size, 100_000);
});

Deno.test("files: who closes the browser's save dialog has not accepted", async () => {
  const store = new FakeFileStore();
  store.where = "picked";
  const create = store.create.bind(store);
  store.create = () => Promise.reject(new DOMException("The user aborted", "AbortError"));
  const pair = filePair({ bob: store });
  const { ada, bob } = pair.pages;
  await offered(pair, [someFile("cake.jpg", 1_000)]);
  const key = bob.files.list.value[0]?.key ?? "";
  bob.files.accept(key);
  await new Promise((done) => setTimeout(done));
  assertEquals(bob.files.list.value[0]?.phase.is, "offered");
  store.create = create;
  bob.files.accept(key);
  await until([ada, bob], () => bob.files.list.value[0]?.phase.is === "done");
});

Deno.test("files: a few come in at a time, the others after them", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  pair.wire.bend = () => null;
  await offered(pair, [1, 2, 3, 4, 5].map((seed) => someFile(`${seed}.bin`, 50_000, seed)));
  for (const { key } of bob.files.list.value) bob.files.accept(key);
  const phases = () => bob.files.list.value.map(({ phase }) => phase.is);
  await until([ada, bob], () => phases().filter((is) => is === "moving").length === MAX_MOVING);
  assertEquals(phases().filter((is) => is === "accepted").length, 5 - MAX_MOVING);
  pair.wire.bend = (data) => data;
  pair.reconnect();
  await until([ada, bob], () => phases().every((is) => is === "done"));
});

Deno.test("files: too many and too large ones are refused by one's own page", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  const files = Array.from({ length: MAX_OPEN + 1 }, (_, at) => someFile(`${at}.txt`, 10));
  ada.files.send(files);
  await until([ada, bob], () => bob.files.list.value.length === MAX_OPEN);
  assertEquals(ada.files.refused.value, { because: "too-many", name: "20.txt", limit: MAX_OPEN });
  const huge = someFile("huge.bin", 1);
  Object.defineProperty(huge, "size", { value: 2 ** 50 });
  for (const { key } of ada.files.list.value) ada.files.cancel(key);
  ada.files.send([huge]);
  assertEquals(ada.files.refused.value?.because, "too-large");
});

Deno.test("files: a file that cannot be read any more fails on both sides", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  const file = someFile("cake.jpg", 100_000);
  file.slice = () => {
    throw new DOMException("It has changed", "NotReadableError");
  };
  await offered(pair, [file]);
  bob.files.accept(bob.files.list.value[0]?.key ?? "");
  await until(
    [ada, bob],
    () => [ada, bob].every(({ files }) => files.list.value[0]?.phase.is === "failed"),
  );
  assertEquals(bob.files.list.value[0]?.phase, { is: "failed", because: "unreadable" });
  await until([ada, bob], () => bob.store.files.size === 0);
  assert(ada.bugs.length === 0 && bob.bugs.length === 0);
});

Deno.test("files: saved ones stay on the disk for a moment after leaving, then nothing does", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  await offered(pair, [someFile("cake.jpg", 1_000)]);
  const key = bob.files.list.value[0]?.key ?? "";
  bob.files.accept(key);
  await until([ada, bob], () => bob.files.list.value[0]?.phase.is === "done");
  bob.files.saved(key);
  bob.files.end?.();
  await bob.clock.pass(60_000);
  assertEquals(bob.store.files.size, 1);
  await bob.clock.pass(60_000);
  assertEquals(bob.store.files.size, 0);
});
