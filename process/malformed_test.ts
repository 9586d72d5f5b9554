import { assertEquals, assertStrictEquals } from "@std/assert";
import { guardRequests, isWellFormed, MALFORMED_PATH } from "./malformed.ts";

Deno.test("malformed: an address is a URL whose path is percent-encoded UTF-8", () => {
  const table: [address: string, expected: boolean][] = [
    ["http://a/", true],
    ["http://a/r/caf%C3%A9?room=%", true],
    ["http://a/r/%", false],
    ["http://a/r/%E0%A4%A", false],
    ["http://a/r/%C3", false],
    ["http://[/", false],
    ["http://a:99999/", false],
    ["http://a b/r/x", false],
  ];
  for (const [address, expected] of table) {
    assertEquals([address, isWellFormed(address)], [address, expected]);
  }
});

Deno.test("malformed: what cannot be read is led to its page, with the language asked for", async () => {
  const seen: Request[] = [];
  const info = {} as Deno.ServeHandlerInfo;
  const handler = guardRequests((request) => {
    seen.push(request);
    return new Response();
  });
  // A `Request` never holds such an address; Deno's server hands out one that does.
  const bad = {
    url: "http://[/r/secret",
    method: "POST",
    headers: new Headers({ "accept-language": "it", "x-other": "1" }),
  };
  await handler(bad as Request, info);
  const good = new Request("http://a/r/tea");
  await handler(good, info);
  await handler(new Request("http://a/ws", { headers: { upgrade: "websocket" } }), info);
  const [led, passed, noSocket] = seen;
  assertEquals(new URL(noSocket?.url ?? "").pathname, MALFORMED_PATH);
  assertEquals([new URL(led?.url ?? "").pathname, led?.method], [MALFORMED_PATH, "GET"]);
  assertEquals([...(led?.headers ?? [])], [["accept-language", "it"]]);
  assertStrictEquals(passed, good);
});

Deno.test("malformed: a handshake goes straight to the sockets, and nothing else does", async () => {
  const info = {} as Deno.ServeHandlerInfo;
  const handler = guardRequests(() => new Response("page"), () => new Response("socket"));
  const headers = {
    ...{ connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" },
    "sec-websocket-key": btoa("sixteen-bytes-ok"),
  };
  const table: [request: Request, answer: string][] = [
    [new Request("http://a/ws", { headers }), "socket"],
    [new Request("http://a/ws?x=1", { headers }), "socket"],
    [new Request("http://a/ws"), "page"],
    [new Request("http://a/ws", { method: "POST", headers }), "page"],
    [new Request("http://a/r/tea", { headers }), "page"],
  ];
  for (const [request, answer] of table) {
    assertEquals(await (await handler(request, info)).text(), answer);
  }
});
