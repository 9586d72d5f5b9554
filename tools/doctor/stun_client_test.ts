import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { testUnless } from "../../tests/rig/not_run.ts";
import { startTurnServer, turnCredentials, whyNoTurnServer } from "../../tests/rig/turn_server.ts";
import { freePort } from "../../tests/rig/child.ts";
import { allocate, bind, parseServerUrl } from "./stun_client.ts";

Deno.test("parseServerUrl: host, port and transport as the RFCs have them", () => {
  const table = [
    ["stun:s.example", "s.example", 3478, "udp"],
    ["turn:t.example:80?transport=tcp", "t.example", 80, "tcp"],
    ["turns:t.example", "t.example", 5349, "tls"],
    ["turns:t.example:443?transport=tcp", "t.example", 443, "tls"],
    ["turn:[::1]:3478", "::1", 3478, "udp"],
  ] as const;
  for (const [url, host, port, transport] of table) {
    assertEquals(parseServerUrl(url), { host, port, transport }, url);
  }
  assertThrows(() => parseServerUrl("https://t.example"));
});

testUnless(
  whyNoTurnServer(),
  "allocate: a real relay gives one over UDP, TCP and TLS",
  async () => {
    await using turn = await startTurnServer({ tlsPort: freePort() });
    const account = await turnCredentials(turn.secret, 60);
    await bind(turn.stunUrl);
    await allocate(turn.udpUrl, account);
    await allocate(turn.tcpUrl, account);
    await allocate(turn.tlsUrl, account, { ca: turn.certificate });
  },
);

testUnless(whyNoTurnServer(), "allocate: what a relay refuses is told apart", async () => {
  await using turn = await startTurnServer({ tlsPort: freePort() });
  const expired = await turnCredentials(turn.secret, -60);
  await assertRejects(() => allocate(turn.udpUrl, expired), Error, "refused with 401");
  const forged = await turnCredentials("another secret", 60);
  await assertRejects(() => allocate(turn.tcpUrl, forged), Error, "refused with 401");
  const good = await turnCredentials(turn.secret, 60);
  await assertRejects(() => allocate(turn.tlsUrl, good), Error, "certificate");
  const nobody = `turn:127.0.0.1:${freePort()}?transport=tcp`;
  await assertRejects(() => allocate(nobody, good), Error, "ECONNREFUSED");
});
