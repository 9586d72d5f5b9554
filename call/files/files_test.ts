import { assert, assertEquals } from "@std/assert";
import { filePair, someFile, until } from "../../tests/fakes/file_pair.ts";
import { FakeFileStore } from "../../tests/fakes/file_store.ts";
import type { Transfer } from "./entry.ts";
import { BLOCK_BYTES } from "./limits.ts";
import type { Phase } from "./transfer.ts";

const MIB = 1024 * 1024;
const SIZE = 3 * MIB + 17;

type Pair = ReturnType<typeof filePair>;

function shown({ pages }: Pair, who: "ada" | "bob"): readonly Transfer[] {
  return pages[who].files.list.value;
}

function phase(pair: Pair, who: "ada" | "bob", index = 0): Phase["is"] | null {
  return shown(pair, who)[index]?.phase.is ?? null;
}

function keyOf(pair: Pair, who: "ada" | "bob"): string {
  const [first] = shown(pair, who);
  assert(first !== undefined);
  return first.key;
}

async function reach(pair: Pair, isTrue: () => boolean): Promise<void> {
  await until(Object.values(pair.pages), isTrue);
}

async function offered(pair: Pair, file: File): Promise<void> {
  pair.pages.ada.files.send([file]);
  await reach(
    pair,
    () => shown(pair, "bob")[0]?.place !== undefined && phase(pair, "bob") !== null,
  );
  await reach(pair, () => shown(pair, "bob")[0]?.place !== null);
}

function accept(pair: Pair): void {
  pair.pages.bob.files.accept(keyOf(pair, "bob"));
}

async function arrived(pair: Pair, file: File): Promise<void> {
  await reach(pair, () => phase(pair, "bob") === "done");
  const blob = await pair.pages.bob.files.open(keyOf(pair, "bob"));
  assert(blob !== null);
  assertEquals(new Uint8Array(await blob.arrayBuffer()), new Uint8Array(await file.arrayBuffer()));
  await reach(pair, () => phase(pair, "ada") === "done");
}

/** Lets so many frames through and then none. */
function stopAfter({ wire }: Pair, frames: number): void {
  let count = 0;
  wire.bend = (data) => ++count > frames ? null : data;
}

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

Deno.test("files: without a path it waits, and goes on with it", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  pair.wire.bend = (data) => {
    pair.wire.hasPath = false;
    return data;
  };
  accept(pair);
  await reach(pair, () => phase(pair, "bob") === "waiting" && phase(pair, "ada") === "waiting");
  pair.wire.bend = (data) => data;
  pair.wire.hasPath = true;
  await arrived(pair, file);
});

Deno.test("files: a new connection goes on after the last part that is stored", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  stopAfter(pair, 2 * MIB / BLOCK_BYTES + 20);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.values().next().value?.parts.length === 2);
  pair.wire.bend = (data) => data;
  pair.reconnect();
  await arrived(pair, file);
  const wants = pair.pages.bob.said.filter(({ does }) => does === "want");
  assertEquals(wants.at(-1)?.from, 2 * MIB);
});

Deno.test("files: the receiver's page is loaded anew, and what is on the disk counts", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  stopAfter(pair, 2 * MIB / BLOCK_BYTES + 20);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.values().next().value?.parts.length === 2);
  pair.wire.bend = (data) => data;
  pair.reload("bob");
  await arrived(pair, file);
  assertEquals(pair.pages.bob.said.find(({ does }) => does === "want")?.from, 2 * MIB);
});

Deno.test("files: a part that the disk lost or bent is fetched again", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  stopAfter(pair, 2 * MIB / BLOCK_BYTES + 20);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.values().next().value?.parts.length === 2);
  const [stored] = pair.pages.bob.store.files.values();
  stored?.parts[1]?.bytes.fill(0);
  pair.wire.bend = (data) => data;
  pair.reload("bob");
  await arrived(pair, file);
  assertEquals(pair.pages.bob.said.find(({ does }) => does === "want")?.from, MIB);
});

Deno.test("files: the sender's page is loaded anew, and the same file is chosen again", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", SIZE);
  await offered(pair, file);
  stopAfter(pair, 2 * MIB / BLOCK_BYTES + 20);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.values().next().value?.parts.length === 2);
  pair.wire.bend = (data) => data;
  pair.reload("ada");
  await reach(pair, () => phase(pair, "ada") === "missing" && phase(pair, "bob") === "missing");
  const { files } = pair.pages.ada;
  files.choose(keyOf(pair, "ada"), someFile("other.jpg", SIZE));
  const phaseOfAda = () => shown(pair, "ada")[0]?.phase;
  assertEquals(phaseOfAda(), { is: "missing", bytes: 0, chose: "another" });
  files.choose(keyOf(pair, "ada"), file);
  await arrived(pair, file);
});

Deno.test("files: another file of the same name, size and date is found out, not mixed in", async () => {
  const pair = filePair();
  await offered(pair, someFile("cake.jpg", SIZE, 1));
  stopAfter(pair, 2 * MIB / BLOCK_BYTES + 20);
  accept(pair);
  await reach(pair, () => pair.pages.bob.store.files.values().next().value?.parts.length === 2);
  pair.wire.bend = (data) => data;
  pair.reload("ada");
  await reach(pair, () => phase(pair, "ada") === "missing" && phase(pair, "bob") === "missing");
  pair.pages.ada.files.choose(keyOf(pair, "ada"), someFile("cake.jpg", SIZE, 2));
  await reach(pair, () => {
    const now = shown(pair, "ada")[0]?.phase;
    return now?.is === "missing" && now.chose === "another";
  });
  await reach(pair, () => phase(pair, "bob") === "missing");
});

Deno.test("files: what is done and not saved is there after a reload", async () => {
  const pair = filePair();
  const file = someFile("cake.jpg", 1_000);
  await offered(pair, file);
  accept(pair);
  await arrived(pair, file);
  pair.reload("bob");
  await reach(pair, () => phase(pair, "bob") === "done");
  const blob = await pair.pages.bob.files.open(keyOf(pair, "bob"));
  assertEquals(blob?.size, 1_000);
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
