/** What strangers may try, and what they get. */
import { assert, assertEquals } from "@std/assert";
import { pause, systemClock } from "../../signaling/clock.ts";
import { CLOSE, encode, MAX_MESSAGE_BYTES, PROTOCOL } from "../../signaling/protocol.ts";
import { startServer, type TestServer } from "./fixture.ts";
import { RawSocket, upgradeRequest } from "../rig/raw_socket.ts";

function joinFrame(session: string): string {
  return encode({
    type: "join",
    request: "request-1",
    room: "tea",
    session,
    connection: null,
    offer: null,
  });
}

/** The status a WebSocket request with these headers is answered with. */
async function statusOf(server: TestServer, headers: Record<string, string>): Promise<number> {
  const response = await upgradeRequest(server.url, headers);
  return response.status;
}

Deno.test("strangers: another origin is refused, one's own and listed ones are not", async () => {
  await using server = startServer({ env: { ALLOWED_ORIGINS: "https://friend.example" } });
  const { host } = new URL(server.url);
  assertEquals(await statusOf(server, { origin: "https://evil.example" }), 403);
  assertEquals(await statusOf(server, { origin: "null" }), 403);
  assertEquals(await statusOf(server, { origin: `http://${host}` }), 101);
  assertEquals(await statusOf(server, { origin: "https://friend.example" }), 101);
});

Deno.test("strangers: another subprotocol is refused, ours is confirmed", async () => {
  await using server = startServer();
  assertEquals(await statusOf(server, { "sec-websocket-protocol": "duet.v0" }), 400);
  const ours = await upgradeRequest(server.url, { "sec-websocket-protocol": `x, ${PROTOCOL}` });
  assertEquals([ours.status, ours.headers.get("sec-websocket-protocol")], [101, PROTOCOL]);
});

Deno.test("strangers: too many sockets from one address get 429, and room again when one closes", async () => {
  await using server = startServer({ env: { LIMIT_SOCKETS_PER_ADDRESS: "2" } });
  const first = await server.page();
  await server.page();
  assertEquals(await statusOf(server, {}), 429);
  const away = { "x-forwarded-for": "203.0.113.9" };
  assertEquals(await statusOf(server, away), 429, "the header is believed only with TRUST_PROXY");
  await first.close();
  await server.page();
});

Deno.test("strangers: behind a trusted proxy each client counts by itself", async () => {
  await using server = startServer({ env: { LIMIT_SOCKETS_PER_ADDRESS: "1", TRUST_PROXY: "1" } });
  await server.page();
  const headers = { "x-forwarded-for": "198.51.100.1, 203.0.113.9" };
  using client = await RawSocket.open(server.url, headers);
  assert(client !== undefined);
  assertEquals(await statusOf(server, { "x-forwarded-for": "203.0.113.7" }), 101);
  assertEquals(await statusOf(server, { "x-forwarded-for": "198.51.100.2, 203.0.113.9" }), 429);
});

Deno.test("strangers: a full server and a stopping one say 503", async () => {
  await using server = startServer({ env: { LIMIT_SOCKETS: "1" } });
  await server.page();
  assertEquals(await statusOf(server, {}), 503);
  await server.signaling.stop();
  assertEquals(await statusOf(server, {}), 503);
});

Deno.test("strangers: not JSON, unknown, misshapen messages get coded errors, the socket lives", async () => {
  await using server = startServer();
  const page = await server.page();
  const frames = {
    "not-json": ["", "{", "hello", "[1,2", '{"type":"ping"'],
    "bad-message": [
      "null",
      "[]",
      "42",
      '"ping"',
      "{}",
      '{"type":"nonsense"}',
      '{"type":"ping","more":1}',
      '{"type":"join","request":"request-1","room":7,"session":"session-1","connection":null,"offer":null}',
      '{"type":"join","request":"request-1","room":"tea","session":"short","connection":null,"offer":null}',
      '{"type":"join","request":"request-1","room":"tea","session":"session-1","connection":null}',
      '{"type":"signal","to":"session-1","signal":{"kind":"offer"}}',
      '{"type":"signal","to":"../etc/pass","signal":{"kind":"candidate","connection":"connection-0001"}}',
      '{"type":"constructor"}',
      '{"__proto__":{"type":"ping"}}',
    ],
  } as const;
  for (const [code, texts] of Object.entries(frames)) {
    for (const text of texts) {
      page.sendRaw(text);
      assertEquals((await page.next("error")).code, code, text);
    }
  }
  await page.sit("tea");
});

Deno.test("strangers: an offer with fifty media sections is refused and reaches nobody", async () => {
  await using server = startServer();
  const [ann, eve] = [await server.page(), await server.page()];
  await ann.sit("tea");
  const sdp = "v=0\r\n" + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n".repeat(50);
  const connection = "connection-0001";
  const offer = { kind: "offer", connection, id: "00000001", sdp } as const;
  eve.join("tea", { offer });
  assertEquals((await eve.next("error")).code, "bad-message");
  await eve.sit("tea");
  await ann.next("arrived");
  eve.send({ type: "signal", to: ann.session, signal: offer });
  assertEquals((await eve.next("error")).code, "bad-message");
  await ann.settle();
  assertEquals(ann.unread, []);
});

Deno.test("strangers: too many errors close the socket with 1008", async () => {
  await using server = startServer({ env: { LIMIT_ERRORS_PER_MINUTE: "3" } });
  const page = await server.page();
  for (let index = 0; index < 4; index++) {
    page.sendRaw("nonsense");
    await page.next("error");
  }
  assertEquals((await page.closed()).code, CLOSE.policy);
});

Deno.test("strangers: too large a message closes with 1009, a binary one with 1003", async () => {
  await using server = startServer();
  const [large, binary] = [await server.page(), await server.page()];
  large.sendRaw(`{"type":"ping","pad":"${"x".repeat(MAX_MESSAGE_BYTES)}"}`);
  assertEquals((await large.next("error")).code, "too-large");
  assertEquals((await large.closed()).code, CLOSE.tooLarge);
  binary.sendRaw(new Uint8Array(4));
  assertEquals((await binary.next("error")).code, "bad-message");
  assertEquals((await binary.closed()).code, CLOSE.unsupported);
});

Deno.test("strangers: messages and bytes beyond the rate are refused with a time to wait", async () => {
  await using server = startServer({
    env: { LIMIT_MESSAGES_PER_SECOND: "2", LIMIT_BYTES_PER_SECOND: "4096" },
  });
  const [chatty, heavy] = [await server.page(), await server.page()];
  for (let index = 0; index < 11; index++) chatty.send({ type: "ping" });
  for (let index = 0; index < 10; index++) await chatty.next("pong");
  const limited = await chatty.next("error");
  assertEquals(limited.code, "rate-limited");
  assert(limited.retryInMs !== null && limited.retryInMs <= 500);
  for (let index = 0; index < 2; index++) heavy.sendRaw("x".repeat(30_000));
  assertEquals((await heavy.next("error")).code, "not-json");
  assertEquals((await heavy.next("error")).code, "rate-limited");
  await heavy.settle();
});

Deno.test("strangers: joins of one address are limited, whatever comes of them", async () => {
  await using server = startServer({ env: { LIMIT_JOINS_PER_MINUTE: "2" } });
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await ann.sit("tea", { token });
  bob.join("coffee");
  const limited = await bob.next("error");
  assertEquals([limited.code, limited.request], ["rate-limited", bob.request]);
  assert(limited.retryInMs !== null);
});

Deno.test("strangers: who opens a socket and says nothing is closed as idle", async () => {
  await using server = startServer({ timings: { firstWordMs: 100, sweepMs: 20 } });
  const page = await server.page();
  assertEquals((await page.next("error")).code, "idle");
  assertEquals((await page.closed()).code, CLOSE.idle);
});

Deno.test("strangers: a seated page that froze loses its socket, not its seat", async () => {
  await using server = startServer({ timings: { frozenMs: 150, sweepMs: 20 } });
  const [ann, bob] = [await server.page(), await server.page()];
  const { token } = await ann.sit("tea");
  await bob.sit("tea");
  await ann.next("arrived");
  const alive = setInterval(() => bob.send({ type: "ping" }), 50);
  assertEquals((await ann.closed()).code, CLOSE.idle);
  clearInterval(alive);
  const back = await server.page();
  assertEquals((await back.sit("tea", { token })).resumed, true);
});

Deno.test("strangers: a dead connection is noticed although nothing closed it, its seat held", async () => {
  await using server = startServer({ timings: { silentMs: 400 } });
  using dead = await RawSocket.open(server.url);
  await dead.sendText(joinFrame("session-dead"));
  await dead.readUntil("joined");
  const bob = await server.page();
  await bob.sit("tea");
  // Deno's client answers the server's WebSocket pings; the raw socket never does.
  const away = await bob.next("away");
  assertEquals([away.session, away.reason], ["session-dead", "lost"]);
});

Deno.test("strangers: a slow reader is cut off before it costs memory", async () => {
  await using server = startServer({
    env: {
      LIMIT_BUFFERED_BYTES: "65536",
      LIMIT_MESSAGES_PER_SECOND: "100000",
      LIMIT_BYTES_PER_SECOND: "1000000000",
    },
  });
  using slow = await RawSocket.open(server.url);
  await slow.sendText(joinFrame("session-slow"));
  await slow.readUntil("joined");
  const bob = await server.page();
  await bob.sit("tea");
  const sdp = "x".repeat(20_000);
  const answer = { kind: "answer", connection: "connection-0001", id: "id-answer", sdp } as const;
  // Kernel buffers take some megabytes before the server's own fill.
  for (let index = 0; index < 2_000 && bob.unread.length === 0; index++) {
    bob.send({ type: "signal", to: "session-slow", signal: answer });
    if (index % 20 === 0) await pause(systemClock, 1);
  }
  assertEquals((await bob.next("away")).session, "session-slow");
});

Deno.test("strangers: a giant single frame is refused by its header", async () => {
  await using server = startServer();
  using giant = await RawSocket.open(server.url);
  await giant.sendHeader({ opcode: 1, fin: true, length: 2 ** 30 });
  await giant.closed();
  await (await server.page()).sit("tea");
});

Deno.test("strangers: endless fragments end when the next ping stays unanswered", async () => {
  await using server = startServer({ timings: { silentMs: 400 } });
  using endless = await RawSocket.open(server.url);
  const chunk = new Uint8Array(16_384);
  const sending = (async () => {
    for (let index = 0; index < 2_000; index++) {
      await endless.sendFrame({ opcode: index === 0 ? 1 : 0, fin: false, payload: chunk });
      await pause(systemClock, 5);
    }
    return "never cut off";
  })().catch(() => "cut off");
  assertEquals(await sending, "cut off");
  await (await server.page()).sit("tea");
});
