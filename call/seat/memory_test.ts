import { assertEquals } from "@std/assert";
import { createSeatMemory, isSameRoom } from "./memory.ts";

Deno.test("memory: two spellings of a name are one room, and no name is none", () => {
  assertEquals(isSameRoom("Kitchen", " kitchen "), true);
  assertEquals(isSameRoom("Straße", "STRASSE"), true);
  assertEquals(isSameRoom("Kitchen", "Garden"), false);
  assertEquals(isSameRoom("", ""), false);
});

Deno.test("memory: what a tab remembers survives, what is broken or missing is nothing", () => {
  const memory = createSeatMemory();
  const seat = { room: "Kitchen", token: "token-a", usedAt: 1 };
  memory.setTab(seat);
  assertEquals(memory.ofTab(), seat);
  for (const broken of ["{", "7", '{"room":"Kitchen"}', '{"room":1,"token":"a","usedAt":1}']) {
    sessionStorage.setItem("duet.seat", broken);
    assertEquals(memory.ofTab(), null);
  }
  memory.setTab(null);
  assertEquals([memory.ofTab(), sessionStorage.getItem("duet.seat")], [null, null]);
});

Deno.test("memory: a browser without IndexedDB is no error", async () => {
  const memory = createSeatMemory();
  assertEquals(await memory.ofBrowser(), []);
  await memory.changeBrowser((seats) => seats);
});
