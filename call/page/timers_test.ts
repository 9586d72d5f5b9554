import { assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { createTimers } from "./timers.ts";

function start() {
  const clock = new FakeClock();
  const timers = createTimers(clock);
  const rung: string[] = [];
  const ring = (name: string, ms: number) => timers.start(name, ms, () => rung.push(name));
  return { clock, timers, rung, ring };
}

Deno.test("timers: rings once, and started again counts from then", () => {
  const { clock, rung, ring } = start();
  ring("hold", 100);
  clock.tick(99);
  ring("hold", 100);
  clock.tick(99);
  assertEquals(rung, []);
  clock.tick(1_000);
  assertEquals(rung, ["hold"]);
});

Deno.test("timers: stopped it does not ring, and another one does", () => {
  const { clock, timers, rung, ring } = start();
  ring("hold", 100);
  ring("offer", 100);
  timers.stop("hold");
  timers.stop("never-started");
  clock.tick(100);
  assertEquals(rung, ["offer"]);
});

Deno.test("timers: one may start itself again as it rings", () => {
  const { clock, timers } = start();
  let times = 0;
  function again(): void {
    times += 1;
    timers.start("vouch", 10, again);
  }
  again();
  clock.tick(100);
  assertEquals([times, clock.running], [11, 1]);
});

Deno.test("timers: all stopped, none runs", () => {
  const { clock, timers, ring } = start();
  ring("hold", 100);
  ring("offer", 100);
  timers.stopAll();
  assertEquals(clock.running, 0);
});
