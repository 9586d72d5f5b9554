import { assertEquals } from "@std/assert";
import { systemClock } from "../clock.ts";
import { FREE_AT_ONCE } from "../rooms/reachability.ts";
import { createTelemetry } from "../telemetry/metrics.ts";
import { Relay } from "./relay.ts";

Deno.test("relay: while the instance stops, the seats of pages it sent away are held, not free", () => {
  const relay = new Relay("instance", systemClock, createTelemetry());
  relay.register("sitting", { receive: () => undefined });
  assertEquals(relay.verdict("sitting"), null);
  relay.unregister("sitting");
  assertEquals(relay.verdict("sitting"), FREE_AT_ONCE);
  relay.stop(15_000);
  assertEquals(relay.verdict("sitting"), 15_000);
  relay.depart("leaving", 5_000);
  assertEquals(relay.verdict("leaving"), 5_000, "what was known before still counts");
});
