import { assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { livePage } from "./life.ts";

Deno.test("page life: hints, heartbeats and the goodbye, until it is disposed of", () => {
  const clock = new FakeClock();
  const listeners = new Set<string>();
  const told: Record<string, number> = {};
  const count = (name: string) => () => told[name] = (told[name] ?? 0) + 1;
  const calls: Record<string, () => void> = {};
  const listen = (name: string) => (call: () => void) => {
    listeners.add(name);
    calls[name] = call;
    return () => void listeners.delete(name);
  };
  const page = { onNetworkHint: listen("hint"), onClosing: listen("closing") };
  const dispose = livePage({ clock, page }, {
    networkChanged: count("hint"),
    beat: count("beat"),
    keep: count("keep"),
    closing: count("closing"),
  });
  clock.tick(60_000);
  calls.hint?.();
  calls.closing?.();
  assertEquals(told, { beat: 120, keep: 2, hint: 1, closing: 1 });
  dispose();
  assertEquals([listeners.size, clock.running], [0, 0]);
});
