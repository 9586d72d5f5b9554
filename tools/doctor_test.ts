import { assertEquals } from "@std/assert";
import { freePort } from "../tests/rig/child.ts";
import { startKvServer } from "../tests/rig/kv_server.ts";
import { testUnless } from "../tests/rig/not_run.ts";
import { startTurnServer, turnCredentials, whyNoTurnServer } from "../tests/rig/turn_server.ts";
import { judgeDescriptors } from "./doctor/descriptors.ts";
import { judgeClock } from "./doctor/kv.ts";
import { examine } from "./doctor.ts";

/** Each line's subject and verdict, in order. */
async function verdicts(env: Record<string, string>): Promise<string[]> {
  const all = {
    STUN_URLS: "none",
    KV_URL: ":memory:",
    LIMIT_SOCKETS: "1",
    PORT: String(freePort()),
  };
  const lines: string[] = [];
  for await (const { what, verdict } of examine((name) => ({ ...all, ...env })[name])) {
    lines.push(`${what}: ${verdict}`);
  }
  return lines;
}

testUnless(whyNoTurnServer(), "doctor: everything that works is said to work", async () => {
  await using turn = await startTurnServer();
  await using kv = await startKvServer();
  const account = await turnCredentials(turn.secret, 60);
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => Response.json([{ urls: turn.tcpUrl, ...account }]),
  );
  await using ready = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => Response.json({ status: "ready" }),
  );
  if (!("url" in kv.store)) throw new Error("Cannot test: the KV server has no address");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", kv.store.token);
  const lines = await verdicts({
    KV_URL: kv.store.url,
    STUN_URLS: turn.stunUrl,
    TURN_URLS: turn.udpUrl,
    TURN_SECRET: turn.secret,
    ICE_SERVERS_URL: `http://127.0.0.1:${provider.addr.port}/`,
    PORT: String(ready.addr.port),
  });
  assertEquals(lines, [
    "configuration: ok",
    "descriptors: ok",
    "clock: ok",
    "KV: ok",
    "KV shared: ok",
    "STUN: ok",
    "TURN: ok",
    "TURN provider: ok",
    "TURN: ok",
    "/readyz: ok",
  ]);
});

testUnless(whyNoTurnServer(), "doctor: everything that fails is said to fail", async () => {
  await using turn = await startTurnServer();
  await using provider = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response("who are you?", { status: 401 }),
  );
  await using ready = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => Response.json({ status: "kv-unavailable" }, { status: 503 }),
  );
  const lines = await verdicts({
    TURN_URLS: turn.udpUrl,
    TURN_SECRET: "not the server's",
    ICE_SERVERS_URL: `http://127.0.0.1:${provider.addr.port}/`,
    PORT: String(ready.addr.port),
  });
  assertEquals(lines.filter((line) => line.endsWith("bad")), [
    "TURN: bad",
    "TURN provider: bad",
    "/readyz: bad",
  ]);
});

Deno.test("doctor: a configuration that cannot be used is the only news", async () => {
  assertEquals(await verdicts({ TURN_TTL: "1h", KV_URL: "redis://kv" }), [
    "configuration: bad",
    "configuration: bad",
  ]);
});

Deno.test("doctor: descriptors must suffice for LIMIT_SOCKETS", () => {
  const limits =
    "Limit Soft Hard Units\nMax open files            1024                 4096   files\n";
  assertEquals(judgeDescriptors(limits, 20_000).verdict, "bad");
  assertEquals(judgeDescriptors(limits, 924).verdict, "ok");
  assertEquals(judgeDescriptors(limits.replace("1024", "unlimited"), 20_000).verdict, "ok");
  assertEquals(judgeDescriptors("", 1).verdict, "left-out");
});

Deno.test("doctor: a clock may differ from the KV server's by a second, as HTTP tells it", () => {
  const date = "Thu, 01 Jan 1970 00:01:00 GMT";
  const table = [
    [60_000, "ok"],
    [61_999, "ok"],
    [62_001, "bad"],
    [59_000, "ok"],
    [58_999, "bad"],
  ] as const;
  for (const [now, verdict] of table) {
    assertEquals(judgeClock(now, now, date).verdict, verdict, String(now));
  }
  assertEquals(judgeClock(0, 0, null).verdict, "left-out");
});
