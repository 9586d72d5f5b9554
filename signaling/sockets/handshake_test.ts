import { assertEquals } from "@std/assert";
import { isHandshake } from "./handshake.ts";

const BROWSER = {
  connection: "keep-alive, Upgrade",
  upgrade: "websocket",
  "sec-websocket-key": btoa("sixteen-bytes-ok"),
  "sec-websocket-version": "13",
};

Deno.test("handshake: what a browser sends, and nothing less", () => {
  assertEquals(isHandshake(new Headers(BROWSER)), true);
  assertEquals(isHandshake(new Headers({ ...BROWSER, upgrade: "WebSocket" })), true);
  for (const name of Object.keys(BROWSER)) {
    const headers = new Headers(BROWSER);
    headers.delete(name);
    assertEquals([name, isHandshake(headers)], [name, false]);
  }
  const broken = {
    "sec-websocket-key": "x",
    "sec-websocket-version": "8",
    upgrade: "h2c",
    connection: "close",
  };
  for (const [name, value] of Object.entries(broken)) {
    assertEquals([name, isHandshake(new Headers({ ...BROWSER, [name]: value }))], [name, false]);
  }
});
