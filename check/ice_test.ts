import { assertEquals } from "@std/assert";
import { stunServers, transportOf, turnServers } from "./ice.ts";
import { judgeSpeed } from "./loop.ts";
import { problemOf } from "./devices.ts";

Deno.test("ice: how a relay is talked to is in its address", () => {
  const table = [
    ["turn:a.example", "udp"],
    ["turn:a.example:3478?transport=udp", "udp"],
    ["turn:a.example:3478?transport=tcp", "tcp"],
    ["turns:a.example", "tls"],
    ["turns:a.example:443?transport=tcp", "tls"],
    ["stun:a.example", null],
    ["stuns:a.example", null],
  ] as const;
  for (const [url, transport] of table) assertEquals(transportOf(url), transport, url);
});

Deno.test("ice: servers are tried by kind, each with its credentials", () => {
  const secret = { username: "u", credential: "c" };
  const servers = [
    { urls: ["stun:s.example"] },
    { urls: ["turn:t.example", "turns:t.example:443", "stun:t.example"], ...secret },
  ];
  assertEquals(stunServers(servers), [
    { urls: ["stun:s.example"] },
    { urls: ["stun:t.example"], ...secret },
  ]);
  assertEquals(turnServers(servers, "udp"), [{ urls: ["turn:t.example"], ...secret }]);
  assertEquals(turnServers(servers, "tls"), [{ urls: ["turns:t.example:443"], ...secret }]);
  assertEquals(turnServers(servers, "tcp"), []);
});

Deno.test("loop: a way too slow for a picture is not ok, and says how slow", () => {
  const slow = { kbps: 299, roundTripMs: null };
  assertEquals(judgeSpeed(slow), { state: "failed", problem: "slow", speed: slow });
  assertEquals(judgeSpeed({ kbps: 300, roundTripMs: 9 }).state, "ok");
});

Deno.test("devices: every failure of getUserMedia has words for what to do", () => {
  const table = [
    ["NotAllowedError", "refused"],
    ["SecurityError", "refused"],
    ["NotFoundError", "none-found"],
    ["NotReadableError", "in-use"],
    ["AbortError", "in-use"],
  ] as const;
  for (const [name, problem] of table) {
    assertEquals(problemOf(new DOMException("", name)), problem);
  }
});
