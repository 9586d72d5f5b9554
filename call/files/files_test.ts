import { assertEquals } from "@std/assert";
import { filePair, someFile } from "../../tests/fakes/file_pair.ts";
import {
  accept,
  arrived,
  keyOf,
  MIB,
  offered,
  phase,
  reach,
  shown,
  SIZE,
  stopAfter,
} from "../../tests/fakes/file_steps.ts";
import { FakeFileStore } from "../../tests/fakes/file_store.ts";
import { BLOCK_BYTES } from "./limits.ts";

Deno.test("files: one arrives as it was sent", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  accept(pair);
  await arrived(pair, file);
});

Deno.test("files: sizes at the edges of blocks and parts arrive", async () => {
  for (const size of [0, 1, BLOCK_BYTES, BLOCK_BYTES + 1, MIB - 1, MIB, MIB + 1]) {
    const pair = filePair();
    const file = someFile("edge.bin", size);
    await offered(pair, file);
    accept(pair);
    await arrived(pair, file);
  }
});

Deno.test("files: nothing is written before it is accepted", async () => {
  const pair = filePair();
  await offered(pair, someFile("cake.jpg", SIZE));
  for (const { clock } of Object.values(pair.pages)) await clock.pass(60_000);
  const { store } = pair.pages.bob;
  assertEquals([store.made, store.files.size], [[], 0]);
  pair.pages.bob.files.decline(keyOf(pair, "bob"));
  await reach(pair, () => phase(pair, "ada") === "declined");
  assertEquals([store.made, store.files.size], [[], 0]);
});

Deno.test("files: several go both ways at once", async () => {
  const pair = filePair();
  const { ada, bob } = pair.pages;
  ada.files.send([1, 2, 3, 4, 5].map((seed) => someFile(`a${seed}.bin`, MIB + seed, seed)));
  bob.files.send([someFile("b.bin", SIZE, 9)]);
  await reach(pair, () => shown(pair, "bob").length === 6 && shown(pair, "ada").length === 6);
  for (const { files } of [ada, bob]) {
    await reach(pair, () => files.list.value.every(({ from, place }) => from === "me" || !!place));
    for (const { key, from } of files.list.value) if (from === "friend") files.accept(key);
  }
  await reach(
    pair,
    () =>
      [ada, bob].every(({ files }) => files.list.value.every((each) => each.phase.is === "done")),
  );
});

Deno.test("files: either side cancels, and nothing of it stays", async () => {
  for (const who of ["ada", "bob"] as const) {
    const pair = filePair();
    await offered(pair, someFile("cake.jpg", SIZE));
    stopAfter(pair, 100);
    accept(pair);
    await reach(pair, () => pair.pages.bob.store.files.size > 0);
    pair.pages[who].files.cancel(keyOf(pair, who));
    await reach(
      pair,
      () => phase(pair, "ada") === "cancelled" && phase(pair, "bob") === "cancelled",
    );
    await reach(pair, () => pair.pages.bob.store.files.size === 0);
    assertEquals(await pair.pages.bob.files.open(keyOf(pair, "bob")), null);
  }
});

Deno.test("files: a file altered on its way is never offered as saved", async () => {
  const pair = filePair();
  let count = 0;
  pair.wire.bend = (data) => {
    if (++count === 80) new Uint8Array(data)[200] = 1 ^ (new Uint8Array(data)[200] ?? 0);
    return data;
  };
  await offered(pair, someFile("cake.jpg", SIZE));
  accept(pair);
  await reach(pair, () => phase(pair, "bob") === "failed");
  assertEquals(shown(pair, "bob")[0]?.phase, { is: "failed", because: "altered" });
  assertEquals(await pair.pages.bob.files.open(keyOf(pair, "bob")), null);
  await reach(pair, () => phase(pair, "ada") === "failed");
  await reach(pair, () => pair.pages.bob.store.files.size === 0);
});

Deno.test("files: where there is no room it fails, and both are told", async () => {
  const pair = filePair();
  pair.pages.bob.store.room = MIB;
  await offered(pair, someFile("cake.jpg", SIZE));
  accept(pair);
  await reach(pair, () => phase(pair, "ada") === "failed");
  assertEquals(shown(pair, "bob")[0]?.phase, { is: "failed", because: "full" });
  await reach(pair, () => pair.pages.bob.store.files.size === 0);
});

Deno.test("files: a browser without room says so before anything is accepted", async () => {
  const bob = new FakeFileStore();
  bob.where = null;
  const pair = filePair({ bob });
  pair.pages.ada.files.send([someFile("cake.jpg", SIZE)]);
  await reach(pair, () => phase(pair, "bob") === "offered");
  accept(pair);
  assertEquals(bob.made, []);
  assertEquals(phase(pair, "bob"), "offered");
});

Deno.test("files: another friend sees, gets and resumes nothing", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  stopAfter(pair, 100);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.size > 0);
  const { ada, bob } = pair.pages;
  const before = [ada.said.length, bob.said.length];
  ada.files.with?.("stranger");
  bob.files.with?.("stranger");
  pair.wire.bend = (data) => data;
  pair.reconnect();
  assertEquals([ada.files.list.value, bob.files.list.value], [[], []]);
  for (const { clock } of [ada, bob]) await clock.pass(10_000);
  assertEquals([ada.said.length, bob.said.length], before);
  // Who knows the id gets nothing by it either.
  const { id } = ada.said.find(({ does }) => does === "offer") ?? {};
  ada.files.receive?.({ does: "want", id, run: 1, from: 0, upTo: MIB, root: "0-0" });
  await reach(pair, () => ada.said.at(-1)?.does === "cancel");
  // The friend is back: it goes on.
  ada.files.with?.("holder-of-bob");
  bob.files.with?.("holder-of-ada");
  pair.reconnect();
  await arrived(pair, file);
});

Deno.test("files: leaving removes what was received and not saved", async () => {
  const pair = filePair();
  await offered(pair, someFile("cake.jpg", SIZE));
  stopAfter(pair, 100);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.size > 0);
  for (const { files } of Object.values(pair.pages)) files.end?.();
  const stores = Object.values(pair.pages).map(({ store }) => store);
  await reach(pair, () => stores.every(({ files }) => files.size === 0));
  assertEquals([shown(pair, "ada"), shown(pair, "bob")], [[], []]);
});

Deno.test("files: what is long out of use, or unreadable, is removed at the next start", async () => {
  const left = new FakeFileStore();
  const record = { from: "friend", holder: "somebody", done: false };
  const offer = { id: "transfer-1", name: "a.txt", size: 5 };
  for (const [key, usedAt] of [["old", 1], ["young", 1_000_000]] as const) {
    const text = JSON.stringify({ ...record, offer, usedAt: usedAt - (key === "old" ? 1e9 : 0) });
    left.files.set(key, { text, parts: [] });
  }
  left.files.set("broken", { text: "{", parts: [] });
  const pair = filePair({ bob: left });
  await reach(pair, () => left.files.size === 1);
  assertEquals([...left.files.keys()], ["young"]);
});
