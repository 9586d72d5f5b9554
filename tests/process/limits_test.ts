/** What a set clock, long letters and the curious may do to a running server. */
import { assertEquals, assertRejects } from "@std/assert";
import { DatabaseUnusable } from "../../signaling/store/database_error.ts";
import { openKv } from "../../signaling/store/open.ts";
import { startServer } from "../signaling/fixture.ts";
import { HandClock } from "../signaling/hand_clock.ts";

Deno.test("clock: a system clock set by 80 s or back by an hour closes nobody's socket", async () => {
  const clock = new HandClock();
  await using server = startServer({ clock });
  const [ann, bob] = [await server.page(), await server.page()];
  await ann.sit("tea");
  await bob.settle();
  for (const stepMs of [80_000, -3_600_000]) {
    clock.wallAheadMs += stepMs;
    for (let looks = 0; looks < 3; looks++) {
      // Everybody's silence is judged, and whoever speaks hears an answer.
      clock.tick();
      await ann.settle();
      await bob.settle();
    }
  }
  assertEquals((await bob.sit("tea")).peer?.session, ann.session);
});

Deno.test("limits: bytes are counted as UTF-8, not as letters", async () => {
  await using server = startServer({ env: { LIMIT_BYTES_PER_SECOND: "1" } });
  const [latin, cyrillic] = [await server.page(), await server.page()];
  // The burst takes one message of 32 kB: twice 12,000 letters of one byte, not of two.
  for (const _ of [1, 2]) latin.sendRaw("x".repeat(12_000));
  for (const _ of [1, 2]) cyrillic.sendRaw("ж".repeat(12_000));
  const codes = [];
  for (const page of [latin, latin, cyrillic, cyrillic]) {
    codes.push((await page.next("error")).code);
  }
  assertEquals(codes, ["not-json", "not-json", "not-json", "rate-limited"]);
});

Deno.test("ready: a KV that reads and does not write is not ready, and the curious cost one write", async () => {
  let [writes, broken] = [0, false];
  const clock = new HandClock();
  await using server = startServer({
    clock,
    async openKv(target) {
      const opened = await openKv(target);
      const { kv } = opened;
      function set(...args: Parameters<Deno.Kv["set"]>): ReturnType<Deno.Kv["set"]> {
        writes++;
        return broken ? Promise.reject(new TypeError("database or disk is full")) : kv.set(...args);
      }
      const writing = new Proxy(kv, {
        get(target, name) {
          const value: unknown = name === "set" ? set : Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
      return { ...opened, kv: writing };
    },
  });
  const answers = await Promise.all(Array.from({ length: 50 }, () => server.signaling.ready()));
  assertEquals([answers.every(({ status }) => status === 200), writes], [true, 1]);
  broken = true;
  assertEquals((await server.signaling.ready()).status, 200, "what was found a moment ago");
  clock.skip(1_000);
  assertEquals((await server.signaling.ready()).status, 503);
});

Deno.test("database: damage that only shows when the rooms are read ends the start, too", async () => {
  await using server = startServer({
    env: { KV_URL: "kv.sqlite3" },
    async openKv() {
      const opened = await openKv({ kind: "memory" });
      const kv = new Proxy(opened.kv, {
        get(target, name) {
          if (name === "list") throw new Error("database disk image is malformed");
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? value.bind(target) : value;
        },
      });
      return { ...opened, kv };
    },
  });
  await assertRejects(
    () => server.signaling.start(),
    DatabaseUnusable,
    "kv.sqlite3: it is damaged",
  );
});
