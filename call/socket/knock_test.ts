import { assert, assertEquals } from "@std/assert";
import { FakeClock } from "../../tests/fakes/clock.ts";
import { knock } from "./knock.ts";

/** A server whose answers the test decides on; `open` counts requests that still hang. */
function door(answer: () => Response | null) {
  const asked = { times: 0, open: 0 };
  const fetch = (_url: unknown, { signal }: RequestInit = {}) => {
    asked.times += 1;
    const response = answer();
    if (response !== null) return Promise.resolve(response);
    asked.open += 1;
    return new Promise<Response>((_, reject) =>
      signal?.addEventListener("abort", () => {
        asked.open -= 1;
        reject(signal.reason);
      }, { once: true })
    );
  };
  return { asked, fetch: fetch as typeof globalThis.fetch };
}

Deno.test("knock: several requests side by side, each given up after a while", async () => {
  const clock = new FakeClock();
  const { asked, fetch } = door(() => null);
  const over = new AbortController();
  void knock("/healthz", { signal: over.signal, platform: { clock, fetch } });
  await clock.pass(60_000);
  assert(asked.open <= 8, `${asked.open} requests side by side`);
  assertEquals(asked.times, 201);
  over.abort();
  await clock.pass(0);
  assertEquals([asked.open, clock.running], [0, 0]);
});

Deno.test("knock: the first good answer ends it, with everything that was under way", async () => {
  const clock = new FakeClock();
  let up = false;
  const { asked, fetch } = door(() => up ? new Response(null) : null);
  const answered = knock("/healthz", {
    signal: new AbortController().signal,
    platform: { clock, fetch },
  });
  await clock.pass(1_000);
  up = true;
  await clock.pass(300);
  assertEquals([await answered, asked.open, clock.running], [true, 0, 0]);
});

Deno.test("knock: a proxy's error is no answer", async () => {
  const clock = new FakeClock();
  const { asked, fetch } = door(() => new Response(null, { status: 502 }));
  const over = new AbortController();
  const answered = knock("/healthz", { signal: over.signal, platform: { clock, fetch } });
  await clock.pass(3_000);
  assertEquals(asked.times, 11);
  over.abort();
  assertEquals(await answered, false);
});

Deno.test("knock: one that is over before it begins asks nothing", async () => {
  const clock = new FakeClock();
  const { asked, fetch } = door(() => null);
  const platform = { clock, fetch };
  assertEquals(await knock("/healthz", { signal: AbortSignal.abort(), platform }), false);
  assertEquals([asked.times, clock.running], [0, 0]);
});
