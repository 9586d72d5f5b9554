import { assertEquals } from "@std/assert";
import { IceProvider, type ProviderConfig } from "./provider.ts";

const TURN = { urls: ["turn:t.example"], username: "u", credential: "c" };
const GOOD = { iceServers: [TURN] };
const CONFIG: ProviderConfig = {
  url: "https://provider.example/ice",
  token: "secret",
  method: "POST",
  body: '{"ttl":100}',
  ttlSeconds: 100,
};

/** A provider whose answers the test gives, on a clock the test moves. */
function setUp(change: Partial<ProviderConfig> = {}) {
  let now = 1_000;
  const timers = new Map<() => void, number>();
  const requests: Request[] = [];
  const events: string[] = [];
  const waiting: PromiseWithResolvers<Response>[] = [];
  const provider = new IceProvider({ ...CONFIG, ...change }, {
    fetch(input, init) {
      const request = new Request(input, init);
      requests.push(request);
      const answer = Promise.withResolvers<Response>();
      request.signal.addEventListener("abort", () => answer.reject(request.signal.reason));
      waiting.push(answer);
      return answer.promise;
    },
    clock: {
      monotonic: () => now,
      after(ms, due) {
        timers.set(due, now + ms);
        return () => timers.delete(due);
      },
    },
    onFailure: (why, first) => events.push(`${first ? "first " : ""}${why}`),
    onRecovery: () => events.push("recovered"),
  });
  return {
    provider,
    requests,
    events,
    timers,
    pass(ms: number) {
      now += ms;
      for (const [due, at] of timers) if (at <= now) due();
    },
    /** Asks and answers. */
    async answer(response: Response | Error) {
      const done = provider.refresh();
      const answer = waiting.shift();
      if (response instanceof Error) answer?.reject(response);
      else answer?.resolve(response);
      await done;
    },
  };
}

Deno.test("provider: who comes before the first answer gets none, and asks again soon", async () => {
  const { provider, answer, requests } = setUp();
  assertEquals(provider.current(), { servers: [], renewInMs: 1_500 });
  assertEquals(provider.state, "asking");
  await answer(Response.json(GOOD));
  assertEquals(requests.length, 1, "one question for all who came meanwhile");
  assertEquals(provider.current(), { servers: [TURN], renewInMs: 80_000 });
  assertEquals(provider.state, "good");
});

Deno.test("provider: an answer serves for half of its life, and while the next is under way", async () => {
  const { provider, answer, requests, pass } = setUp();
  await answer(Response.json(GOOD));
  pass(49_000);
  assertEquals(provider.current().renewInMs, 40_800);
  assertEquals(requests.length, 1);
  pass(1_000);
  assertEquals(provider.current(), { servers: [TURN], renewInMs: 40_000 });
  assertEquals(requests.length, 2);
  await answer(Response.json([{ ...TURN, username: "second" }]));
  assertEquals(provider.current().servers[0]?.username, "second");
});

Deno.test("provider: the answer's own time to live counts before the configured one", async () => {
  const { provider, answer } = setUp();
  await answer(Response.json({ ice_servers: [TURN], ttl: "1000" }));
  assertEquals(provider.current().renewInMs, 800_000);
});

Deno.test("provider: failing, it gives none, is asked seldom, and is reported once", async () => {
  const { provider, answer, events, requests, pass } = setUp();
  await answer(new Response("no", { status: 401 }));
  assertEquals(provider.current(), { servers: [], renewInMs: 15_000 });
  assertEquals([provider.state, requests.length], ["failing", 1]);
  pass(15_000);
  await answer(new TypeError("unreachable"));
  pass(15_000);
  await answer(new Response("<html>"));
  pass(15_000);
  await answer(Response.json({ error: "Invalid API Key" }));
  pass(15_000);
  await answer(Response.json(GOOD));
  assertEquals(events, ["first status-401", "network", "answer", "answer", "recovered"]);
  assertEquals([provider.state, provider.current().servers], ["good", [TURN]]);
});

Deno.test("provider: what it gave stays good while it fails, and not a moment longer", async () => {
  const { provider, answer, pass } = setUp();
  await answer(Response.json(GOOD));
  pass(60_000);
  await answer(new Response("", { status: 503 }));
  assertEquals(provider.current(), { servers: [TURN], renewInMs: 32_000 });
  pass(40_000);
  assertEquals(provider.current().servers, []);
});

Deno.test("provider: a question that hangs is given up", async () => {
  const { provider, pass, events, timers } = setUp();
  const done = provider.refresh();
  pass(5_000);
  await done;
  assertEquals(events, ["first timeout"]);
  assertEquals(timers.size, 0, "and leaves no timer behind");
});

Deno.test("provider: stopped, it gives its question up and asks no more", async () => {
  const { provider, events, timers, requests } = setUp();
  const done = provider.refresh();
  provider.stop();
  await done;
  await provider.refresh();
  assertEquals([events, timers.size, requests.length], [[], 0, 1]);
});

Deno.test("provider: Bearer for a token, Basic for user and password, each with the right body", async () => {
  const table = [
    [{}, "POST", "Bearer secret", "application/json", '{"ttl":100}'],
    [
      { token: "AC0:tök", body: "Ttl=60" },
      "POST",
      "Basic QUMwOnTDtms=",
      "application/x-www-form-urlencoded",
      "Ttl=60",
    ],
    [{ token: "", method: "GET" }, "GET", null, null, ""],
    [{ method: "PUT", body: "{}" }, "PUT", "Bearer secret", "application/json", "{}"],
  ] as const;
  for (const [change, method, authorization, type, body] of table) {
    const { requests, answer } = setUp(change);
    await answer(Response.json(GOOD));
    const [request] = requests;
    assertEquals(request?.method, method);
    assertEquals(request?.headers.get("authorization"), authorization);
    assertEquals(request?.headers.get("content-type"), type);
    assertEquals(await request?.text(), body);
  }
});
