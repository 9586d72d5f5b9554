/** Two instances on one KV Connect server, in this process: the two people must not notice. */
import { assert, assertEquals } from "@std/assert";
import { CLOSE, MAX_SDP_LENGTH } from "../../signaling/protocol.ts";
import { type KvServer, startKvServer } from "../rig/kv_server.ts";
import { SHORT, startServer, type TestServer, type TestServerOptions } from "./fixture.ts";
import { HandClock } from "./hand_clock.ts";
import { offerFor } from "./page.ts";
import { CHROMIUM_OFFER } from "./sdp.ts";

/** Deno reads the token of a remote KV from the environment only. */
function serverOn(kv: KvServer, options: TestServerOptions = {}): TestServer {
  if (!("url" in kv.store)) throw new Error("unreachable");
  Deno.env.set("DENO_KV_ACCESS_TOKEN", kv.store.token);
  return startServer({ ...options, env: { KV_URL: kv.store.url, ...options.env } });
}

Deno.test("instances: two people on different ones meet, signal and part as on one", async () => {
  await using kv = await startKvServer();
  await using here = serverOn(kv);
  await using there = serverOn(kv);
  const [ann, bob, eve] = [await here.page(), await there.page(), await there.page()];
  await ann.sit("tea");
  const offer = { ...offerFor("connection-0001"), sdp: CHROMIUM_OFFER };
  assertEquals((await bob.sit("tea", { offer })).peer, ann.asPeer());
  assertEquals((await ann.next("arrived")).offer, offer);
  const answer = {
    kind: "answer",
    connection: "connection-0001",
    id: "id-answer",
    sdp: CHROMIUM_OFFER,
  } as const;
  ann.send({ type: "signal", to: bob.session, signal: answer });
  assertEquals((await bob.next("signal")).signal, answer);
  eve.join("tea");
  assertEquals((await eve.next("full")).retryInMs, null);
  ann.send({ type: "leave" });
  assertEquals((await bob.next("left")).session, ann.session);
  assertEquals((await eve.sit("tea")).peer?.session, bob.session);
  await bob.next("arrived");
});

Deno.test("instances: signals arrive all, in order, whatever their size", async () => {
  await using kv = await startKvServer();
  await using here = serverOn(kv, { env: { LIMIT_MESSAGES_PER_SECOND: "1000" } });
  await using there = serverOn(kv);
  const [ann, bob] = [await here.page(), await there.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  for (let index = 0; index < 150; index++) {
    const sdp = index % 50 === 49 ? noise(MAX_SDP_LENGTH) : `v=0 ${index}`;
    const id = `signal-${index}`;
    const signal = { kind: "answer", connection: "connection-0001", id, sdp } as const;
    ann.send({ type: "signal", to: bob.session, signal });
  }
  for (let index = 0; index < 150; index++) {
    const { signal } = await bob.next("signal");
    assertEquals(signal.kind === "answer" && signal.id, `signal-${index}`);
  }
});

Deno.test("instances: a token resumes on another one and evicts the older socket there", async () => {
  await using kv = await startKvServer();
  await using here = serverOn(kv);
  await using there = serverOn(kv);
  const [ann, bob] = [await here.page(), await here.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  const newer = await there.page();
  assertEquals((await newer.sit("tea", { token })).resumed, true);
  await ann.next("elsewhere");
  assertEquals((await ann.closed()).code, CLOSE.elsewhere);
  assertEquals((await bob.next("arrived")).session, newer.session);
  const signal = { kind: "candidate", connection: "connection-0001", candidate: null } as const;
  newer.send({ type: "signal", to: bob.session, signal });
  assertEquals((await bob.next("signal")).from, newer.session);
  bob.send({ type: "signal", to: newer.session, signal });
  assertEquals((await newer.next("signal")).from, bob.session);
});

Deno.test("instances: a held seat is held on every one", async () => {
  const clock = new HandClock();
  await using kv = await startKvServer();
  await using here = serverOn(kv, { timings: SHORT, clock });
  await using there = serverOn(kv, { timings: SHORT, clock });
  const [ann, bob, eve] = [await here.page(), await there.page(), await there.page()];
  await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await ann.close();
  assertEquals((await bob.next("away")).reason, "lost");
  eve.join("tea");
  const { retryInMs } = await eve.next("full");
  assert(retryInMs !== null && retryInMs <= SHORT.holdLostMs);
  clock.skip(retryInMs + 1);
  await eve.sit("tea");
});

Deno.test("instances: a stopped one keeps its seats for a while, and tokens work elsewhere", async () => {
  await using kv = await startKvServer();
  await using here = serverOn(kv, { timings: SHORT });
  await using there = serverOn(kv, { timings: SHORT });
  const [ann, bob] = [await here.page(), await here.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  await here.signaling.stop();
  const { retryInMs } = await ann.next("stopping");
  assert(retryInMs >= 200 && retryInMs <= 1_700);
  assertEquals((await ann.closed()).code, CLOSE.goingAway);
  const eve = await there.page();
  eve.join("tea");
  const full = await eve.next("full");
  assert(full.retryInMs !== null && full.retryInMs <= SHORT.holdLostMs);
  const back = await there.page();
  assertEquals((await back.sit("tea", { token })).resumed, true);
  await back.next("away");
});

function noise(length: number): string {
  return Array.from({ length }, () => String.fromCharCode(32 + Math.random() * 95)).join("");
}
