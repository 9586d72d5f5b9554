/** What operators see, and what nobody may see. */
import { assert, assertEquals } from "@std/assert";
import { isLocal } from "../../signaling/store/platform_kv.ts";
import { startServer } from "./fixture.ts";
import { offerFor, Page } from "./page.ts";
import { runUntilEnd, socketUrl } from "./processes.ts";

Deno.test("health: alive always, ready when KV answers, not while stopping", async () => {
  await using server = startServer();
  const http = server.url.replace(/^ws/, "http").replace(/ws$/, "");
  assertEquals(await (await fetch(`${http}healthz`)).json(), { status: "alive" });
  const ready = await fetch(`${http}readyz`);
  assertEquals([ready.status, await ready.json()], [200, { status: "ready" }]);
  await server.signaling.stop();
  const stopping = await fetch(`${http}readyz`);
  assertEquals([stopping.status, await stopping.json()], [503, { status: "stopping" }]);
});

Deno.test("health: on a platform without a shared KV, not ready, and the log says why", async () => {
  const logged: (string | undefined)[][] = [];
  await using server = startServer({
    env: { KV_URL: "", DENO_DEPLOYMENT_ID: "deployment" },
    log: (level, event, fields) => logged.push([level, event, fields?.reason]),
    openKv: async () => {
      const kv = await Deno.openKv(":memory:");
      return { kv, exclusive: false, close: () => kv.close(), unshared: isLocal(kv) };
    },
  });
  const http = server.url.replace(/^ws/, "http").replace(/ws$/, "");
  const ready = await fetch(`${http}readyz`);
  assertEquals([ready.status, await ready.json()], [503, { status: "kv-not-shared" }]);
  assertEquals(logged.at(-1), ["error", "kv-not-shared", "no KV database is assigned to this app"]);
  // One instance alone still serves: whoever comes meets whoever is here.
  await (await server.page()).sit("Kitchen");
});

Deno.test("watching: metrics arrive at a collector; no name, token, session or SDP leaves", async () => {
  const received: string[] = [];
  const metric = Promise.withResolvers<void>();
  await using collector = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    async (request) => {
      // Names and attributes are plain UTF-8 inside the protobuf too.
      received.push(new TextDecoder().decode(await request.bytes()));
      if (NAMES.every((name) => received.some((body) => body.includes(name)))) metric.resolve();
      return new Response(null, { status: 200 });
    },
  );
  const run = runUntilEnd({
    env: {
      OTEL_DENO: "true",
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${collector.addr.port}`,
      OTEL_METRIC_EXPORT_INTERVAL: "200",
    },
  });
  const url = socketUrl({ url: await run.ready });
  const [ann, bob, eve] = [await Page.open(url), await Page.open(url), await Page.open(url)];
  const { token } = await ann.sit("secret-room-name");
  await bob.sit("secret-room-name", { offer: offerFor("connection-secret") });
  await ann.next("arrived");
  eve.join("secret-room-name");
  await eve.next("full");
  eve.sendRaw("secret nonsense");
  await eve.next("error");
  const signal = {
    kind: "answer",
    connection: "connection-secret",
    id: "id-secret",
    sdp: "v=0 secret",
  } as const;
  ann.send({ type: "signal", to: bob.session, signal });
  await bob.next("signal");
  await metric.promise;
  Deno.kill(run.pid, "SIGTERM");
  const { output } = await run.ended;
  const lines = output.split("\n").filter((line) => line.startsWith("{"));
  const events = lines.map((line) => JSON.parse(line).event);
  assertEquals(events, ["ready", "stopping", "stopped"]);
  for (const text of [output, ...received]) {
    for (const secret of ["secret", token, ann.session, bob.session]) {
      assert(!text.includes(secret), `${secret} in ${text}`);
    }
  }
  assert(!output.includes("127.0.0.1"), output);
});

const NAMES = ["duet.sockets", "duet.seats", "duet.joins", "duet.signals"];
