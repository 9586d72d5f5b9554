import { assertEquals } from "@std/assert";
import { Serial } from "./serial.ts";

Deno.test("serial: tasks run in order, at once when idle, and one that throws stops nobody", async () => {
  const bugs: unknown[] = [];
  const order: string[] = [];
  const serial = new Serial((error) => bugs.push(error));
  serial.run(() => void order.push("now"));
  assertEquals(order, ["now"]);
  const gate = Promise.withResolvers<void>();
  serial.run(async () => {
    await gate.promise;
    order.push("slow");
    throw new Error("slow failed");
  });
  serial.run(() => {
    throw new Error("sync failed");
  });
  const done = Promise.withResolvers<void>();
  serial.run(() => void order.push("after"));
  serial.run(() => done.resolve());
  assertEquals([order, serial.waiting], [["now"], 3]);
  gate.resolve();
  await done.promise;
  assertEquals([order, bugs.length], [["now", "slow", "after"], 2]);
});
