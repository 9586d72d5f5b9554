/** A TURN provider behind a real server: pages get its servers, and never wait for it. */
import { assertEquals } from "@std/assert";
import type { LogEvent, LogFields } from "../../signaling/telemetry/log.ts";
import { startServer } from "./fixture.ts";
import { offerFor, Page } from "./page.ts";

const TURN = { urls: ["turn:t.example?transport=udp"], username: "u", credential: "c" };
const STUN = { urls: ["stun:s.example"] };

/** A server whose provider answers what the test says. */
function serve(fetch: (request: Request) => Promise<Response>) {
  const logged: [LogEvent, LogFields][] = [];
  const server = startServer({
    env: {
      STUN_URLS: "stun:s.example",
      ICE_SERVERS_URL: "https://provider.example/secret-address",
      ICE_SERVERS_TOKEN: "secret-token",
    },
    fetch: (input, init) => fetch(new Request(input, init)),
    log: (_, event, fields = {}) => logged.push([event, fields]),
  });
  return { server, logged };
}

/** A socket that says which page opened it: others get no relay. */
function fromPage(url: string): Promise<Page> {
  return Page.open(url, { origin: url.replace(/^ws/, "http").replace(/\/ws$/, "") });
}

async function ready(url: string): Promise<unknown> {
  const response = await fetch(url.replace(/^ws/, "http").replace(/ws$/, "readyz"));
  return [response.status, await response.json()];
}

Deno.test("provider: pages get STUN as configured and the provider's relays", async () => {
  const asked = Promise.withResolvers<Request>();
  const { server, logged } = serve((request) => {
    asked.resolve(request);
    return Promise.resolve(Response.json({ iceServers: [STUN, TURN] }));
  });
  await using _ = server;
  await server.signaling.start();
  const request = await asked.promise;
  assertEquals(request.headers.get("authorization"), "Bearer secret-token");
  const page = await fromPage(server.url);
  page.send({ type: "ice" });
  const { ice } = await page.next("ice");
  assertEquals(ice.servers, [STUN, TURN]);
  assertEquals(await ready(server.url), [200, { status: "ready", iceProvider: "good" }]);
  assertEquals(logged.map(([event]) => event), ["ready"]);
});

Deno.test("provider: a socket that no page opened gets no relay", async () => {
  const { server } = serve(() => Promise.resolve(Response.json([TURN])));
  await using _ = server;
  await server.signaling.start();
  const page = await server.page();
  page.send({ type: "ice" });
  assertEquals((await page.next("ice")).ice, { servers: [STUN], renewInMs: null });
});

Deno.test("provider: failing, it costs nobody their join, and is said once without its secrets", async () => {
  const { server, logged } = serve(() => Promise.reject(new TypeError("secret-address is down")));
  await using _ = server;
  await server.signaling.start();
  const [ann, bob] = [await fromPage(server.url), await fromPage(server.url)];
  await ann.sit("Kitchen");
  await bob.sit("Kitchen", { offer: offerFor("connection-of-bob") });
  await ann.next("arrived");
  for (const page of [ann, bob]) {
    const [welcome] = page.heard;
    if (welcome?.type !== "welcome") throw new Error("Cannot test: no welcome");
    assertEquals(welcome.ice.servers, [STUN]);
  }
  assertEquals(await ready(server.url), [200, { status: "ready", iceProvider: "failing" }]);
  const failures = logged.filter(([event]) => event === "ice-provider-failed");
  assertEquals(failures.map(([, { reason }]) => reason), ["network"]);
  assertEquals(JSON.stringify(logged).includes("secret"), false);
});

Deno.test("provider: while it has not answered, nobody waits, and pages ask again soon", async () => {
  const { server } = serve(({ signal }) => {
    const { promise, reject } = Promise.withResolvers<Response>();
    signal.addEventListener("abort", () => reject(signal.reason));
    return promise;
  });
  await using _ = server;
  const page = await fromPage(server.url);
  const [welcome] = page.heard;
  if (welcome?.type !== "welcome") throw new Error("Cannot test: no welcome");
  assertEquals(welcome.ice, { servers: [STUN], renewInMs: 1_500 });
  assertEquals(await ready(server.url), [200, { status: "ready", iceProvider: "asking" }]);
  await page.close();
});
