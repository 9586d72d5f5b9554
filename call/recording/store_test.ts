import { assertEquals, assertRejects } from "@std/assert";
import { FakeFolder } from "../../tests/fakes/file_system.ts";
import { createStore, SAVED_MS } from "./store.ts";

const ID = "1700000000000.webm";

function open() {
  const root = new FakeFolder();
  const store = createStore(() => Promise.resolve(root as unknown as FileSystemDirectoryHandle));
  return { root, store };
}

Deno.test("recordings: parts are one file again, in their order, however many", async () => {
  const { store } = open();
  const writer = await store.create(ID);
  for (let part = 0; part < 12; part++) await writer.write(new Blob([`${part} `]), part * 2_000);
  assertEquals(await (await store.read(ID)).text(), "0 1 2 3 4 5 6 7 8 9 10 11 ");
  assertEquals(await store.list(), [
    { id: ID, startedAt: 1_700_000_000_000, lengthMs: 22_000, isSaved: false },
  ]);
});

Deno.test("recordings: a part that was not committed leaves a file that plays until there", async () => {
  const { root, store } = open();
  const writer = await store.create(ID);
  await writer.write(new Blob(["whole "]), 2_000);
  const folder = await (await root.getDirectoryHandle("recordings")).getDirectoryHandle(ID);
  // The browser died while it wrote: the file is there, and empty.
  await folder.getFileHandle("000001_4000", { create: true });
  assertEquals(await (await store.read(ID)).text(), "whole ");
});

Deno.test("recordings: only recordings are listed, newest first, and none that holds nothing", async () => {
  const { root, store } = open();
  const folders = await root.getDirectoryHandle("recordings", { create: true });
  await folders.getDirectoryHandle("something else", { create: true });
  await folders.getFileHandle("3.webm", { create: true });
  await store.create("4.webm");
  for (const id of ["1.webm", "20.mp4"]) {
    await (await store.create(id)).write(new Blob(["part"]), 2_000);
  }
  assertEquals((await store.list()).map(({ id }) => id), ["20.mp4", "1.webm"]);
});

Deno.test("recordings: what was saved is deleted when it is surely copied, what was not stays", async () => {
  const { store } = open();
  for (const id of ["1.webm", "2.webm"]) {
    await (await store.create(id)).write(new Blob(["part"]), 2_000);
  }
  await store.markSaved("1.webm", 5_000);
  assertEquals((await store.list()).map(({ isSaved }) => isSaved), [false, true]);
  await store.sweep(5_000 + SAVED_MS);
  assertEquals((await store.list()).length, 2);
  await store.sweep(5_001 + SAVED_MS);
  assertEquals((await store.list()).map(({ id }) => id), ["2.webm"]);
  await store.remove("2.webm");
  assertEquals(await store.list(), []);
  await assertRejects(() => store.read("2.webm"), DOMException);
});
