import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { FakeConnection } from "../../tests/fakes/connection.ts";
import { monitor } from "./monitor.ts";

function start() {
  const clock = new FakeClock();
  const fake = new FakeConnection("link-1", clock);
  const told: string[] = [];
  const watching = monitor(fake.connection, {
    clock,
    handlers: {
      flow: (flow) => told.push(flow),
      remedy: (remedy) => told.push(remedy),
      look: () => {},
      quiet: () => told.push("quiet"),
      woke: () => told.push("woke"),
    },
  });
  return { clock, fake, told, watching };
}

Deno.test("monitor: packets flow, pause and come back", async () => {
  const { fake, told } = start();
  await fake.flow(1_000);
  await fake.quiet(1_250);
  await fake.quiet(1_000);
  await fake.flow(500);
  assertEquals(told, ["flowing", "quiet", "weak", "stalled", "restart", "flowing"]);
});

Deno.test("monitor: silence counts from the last packet, and is not waited for longer than it takes", async () => {
  const { fake, told } = start();
  await fake.flow(1_000);
  // The last packet came 200 ms before it was counted.
  fake.inbound = { timestamp: 1_000, lastPacketReceivedTimestamp: 800 };
  await fake.flow(250);
  // 450 ms after that packet; nobody looks before.
  await fake.quiet(249);
  assertEquals(told, ["flowing"]);
  await fake.quiet(1);
  assertEquals(told, ["flowing", "quiet"]);

  const later = start();
  await later.fake.flow(1_000);
  // Sooner than at the tick after.
  await later.fake.quiet(349);
  assertEquals(later.told, ["flowing"]);
  await later.fake.quiet(1);
  assertEquals(later.told, ["flowing", "quiet"]);
});

Deno.test("monitor: stopped in a silence it looks no more", async () => {
  const { clock, fake, told, watching } = start();
  await fake.flow(1_000);
  await fake.quiet(300);
  watching.stop();
  await fake.quiet(5_000);
  assertEquals([told, clock.running], [["flowing"], 0]);
});

Deno.test("monitor: a word over the data channel is a sign of life like a packet", async () => {
  const { clock, told, watching } = start();
  watching.heard();
  assertEquals(told, ["flowing"]);
  for (let beats = 0; beats < 20; beats++) {
    await clock.pass(500);
    watching.heard();
  }
  assertEquals(told, ["flowing"]);
});

Deno.test("monitor: with a hint less silence is enough, and it looks at once", async () => {
  const { fake, told, watching } = start();
  await fake.flow(1_000);
  await fake.quiet(500);
  watching.hint();
  await fake.quiet(0);
  assertEquals(told, ["flowing", "quiet", "stalled", "restart"]);
});

Deno.test("monitor: ICE failed: fresh servers at once, and not again and again", async () => {
  const { fake, told, watching } = start();
  await fake.flow(1_000);
  await fake.quiet(2_250);
  watching.connection("failed");
  await fake.quiet(250);
  assertEquals(told, ["flowing", "quiet", "weak", "stalled", "restart", "fresh-servers"]);
  await fake.quiet(3_500);
  assertEquals(told.length, 6);
});

for (const [sleptMs, remedy] of [[5_000, "restart"], [70_000, "new-link"]] as const) {
  Deno.test(`monitor: a page that slept for ${sleptMs / 1_000} s says so, then asks for a ${remedy}`, async () => {
    const { clock, fake, told } = start();
    await fake.flow(1_000);
    clock.freeze(sleptMs);
    await clock.pass(500);
    assertEquals(told, ["flowing", "woke", "quiet", "stalled", remedy]);
  });
}

Deno.test("monitor: a page that slept while media flowed on repairs nothing", async () => {
  const { clock, fake, told } = start();
  await fake.flow(1_000);
  clock.freeze(70_000);
  await fake.flow(500);
  assertEquals(told, ["flowing", "woke"]);
});

Deno.test("monitor: stopped it tells nothing more, and no timer runs", async () => {
  const { clock, fake, told, watching } = start();
  await fake.flow(1_000);
  const gate = Promise.withResolvers<RTCStatsReport>();
  fake.pc.getStats = () => gate.promise;
  await clock.pass(250);
  watching.stop();
  gate.resolve(new Map() as unknown as RTCStatsReport);
  await clock.pass(60_000);
  assertEquals([told, clock.running], [["flowing"], 0]);
});

Deno.test("monitor: statistics that fail now and then stop nothing", async () => {
  const { fake, told } = start();
  const { getStats } = fake.pc;
  fake.pc.getStats = () => Promise.reject(new DOMException("closing", "InvalidStateError"));
  await fake.quiet(1_000);
  fake.pc.getStats = getStats;
  await fake.flow(500);
  assertEquals(told, ["flowing"]);
});

Deno.test("monitor: one reading at a time", async () => {
  const { clock, fake } = start();
  let reading = 0;
  let most = 0;
  fake.pc.getStats = () => {
    most = Math.max(most, ++reading);
    const { promise, resolve } = Promise.withResolvers<RTCStatsReport>();
    clock.after(900, () => {
      reading -= 1;
      resolve(new Map() as unknown as RTCStatsReport);
    });
    return promise;
  };
  await clock.pass(5_000);
  assert(most === 1, `${most} at once`);
});
