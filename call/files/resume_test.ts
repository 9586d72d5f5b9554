/** Files that go on: after a cut, on a new connection, after a reload of either page. */
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
import { BLOCK_BYTES } from "./limits.ts";

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
