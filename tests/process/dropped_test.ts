/** Sockets the server gave up count until they are gone, and are made to go. */
import { assertEquals } from "@std/assert";
import { PROTOCOL } from "../../signaling/protocol.ts";
import { startServer, type TestServer } from "../signaling/fixture.ts";
import { RawSocket, upgradeRequest } from "../rig/raw_socket.ts";
import { untilEqual } from "./until.ts";

const BINARY = { opcode: 2, fin: true, payload: new Uint8Array(1) };
const CLOSE_FRAME = 0x88;

async function statusOf(server: TestServer): Promise<number> {
  return (await upgradeRequest(server.url, {})).status;
}

/** A socket that breaks a rule, is told to close, and does not. */
async function stubborn(server: TestServer): Promise<RawSocket> {
  const socket = await RawSocket.open(server.url);
  await socket.readUntil("welcome");
  await socket.sendFrame(BINARY);
  return socket;
}

async function readClose(socket: RawSocket): Promise<void> {
  while (true) {
    const bytes = await socket.read();
    if (bytes === null || bytes.includes(CLOSE_FRAME)) return;
  }
}

Deno.test("dropped: a socket that ignores our close counts, per address and in all", async () => {
  for (
    const [limit, status] of [["LIMIT_SOCKETS_PER_ADDRESS", 429], ["LIMIT_SOCKETS", 503]] as const
  ) {
    await using server = startServer({
      env: { [limit]: "2" },
      timings: { confirmMs: 60_000, sweepMs: 20 },
    });
    const first = await stubborn(server);
    using second = await stubborn(server);
    await Promise.all([readClose(first), readClose(second)]);
    assertEquals([limit, await statusOf(server)], [limit, status]);
    first[Symbol.dispose]();
    await untilEqual(() => statusOf(server), 101);
  }
});

Deno.test("dropped: its connection is ended when it had time to confirm, and counts no more", async () => {
  await using server = startServer({
    env: { LIMIT_SOCKETS_PER_ADDRESS: "1" },
    timings: { confirmMs: 100, sweepMs: 20 },
  });
  using socket = await stubborn(server);
  await socket.closed();
  await untilEqual(() => statusOf(server), 101);
});

Deno.test("dropped: so is a page that speaks an old protocol", async () => {
  await using server = startServer({
    env: { LIMIT_SOCKETS: "1" },
    timings: { confirmMs: 300, sweepMs: 20 },
  });
  const old = { "sec-websocket-protocol": PROTOCOL.replace(/\d+$/, "1") };
  using socket = await RawSocket.open(server.url, old);
  await socket.readUntil("outdated");
  assertEquals(await statusOf(server), 503);
  await socket.closed();
  await untilEqual(() => statusOf(server), 101);
});

Deno.test("dropped: who does not answer Deno's ping is gone, and counts no more", async () => {
  await using server = startServer({
    env: { LIMIT_SOCKETS_PER_ADDRESS: "1" },
    timings: { silentMs: 400 },
  });
  using silent = await RawSocket.open(server.url);
  await silent.closed();
  await untilEqual(() => statusOf(server), 101);
});

Deno.test("memory: under pressure a socket that completes no message goes, with what it pinned", async () => {
  let bytes = 0;
  await using server = startServer({
    env: { LIMIT_MEMORY_BYTES: "1000" },
    memory: () => bytes,
    timings: { confirmMs: 50, sweepMs: 20 },
  });
  const page = await server.page();
  await page.sit("tea");
  const pings = setInterval(() => page.send({ type: "ping" }), 100);
  using collector = await RawSocket.open(server.url);
  await collector.readUntil("welcome");
  await collector.sendFrame({ opcode: 1, fin: false, payload: new Uint8Array(1_000) });
  bytes = 1_500;
  assertEquals(await statusOf(server), 101, "the pressure is not known yet");
  await collector.closed();
  assertEquals(await statusOf(server), 503, "nobody new while memory is full");
  bytes = 1_000;
  await untilEqual(() => statusOf(server), 101);
  clearInterval(pings);
  assertEquals(page.heard.some(({ type }) => type === "error"), false, "who speaks stays");
});
