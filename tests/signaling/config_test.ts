import { assert, assertEquals, assertThrows } from "@std/assert";
import { clientAddress } from "../../signaling/sockets/client_address.ts";
import { DEFAULT_KV_PATH, ENV_NAMES, readConfig } from "../../signaling/config/config.ts";
import { DEFAULT_STUN_URLS } from "../../signaling/config/ice_config.ts";
import { ConfigError } from "../../signaling/config/env_reader.ts";
import { iceServers } from "../../signaling/ice/ice_servers.ts";
import { isAllowedOrigin } from "../../signaling/sockets/origin.ts";
import { hashToken, sameHash, systemSecrets } from "../../signaling/rooms/tokens.ts";

function config(env: Record<string, string>) {
  return readConfig((name) => {
    assert(ENV_NAMES.includes(name), `${name} is not in ENV_NAMES`);
    return env[name];
  });
}

Deno.test("config: nothing set is a working configuration", () => {
  const defaults = config({});
  assertEquals(defaults.kv, { kind: "file", path: DEFAULT_KV_PATH });
  assertEquals(defaults.ice, { stunUrls: DEFAULT_STUN_URLS, turn: null, provider: null });
  assertEquals(defaults.trustedProxies, 0);
  assertEquals(config({ KV_URL: "  " }), defaults);
});

Deno.test("config: KV_URL is a path, an address, memory, or the platform's", () => {
  const table = [
    [{ KV_URL: "rooms.db" }, { kind: "file", path: "rooms.db" }],
    [{ KV_URL: "C:\\duet\\rooms.db" }, { kind: "file", path: "C:\\duet\\rooms.db" }],
    [{ KV_URL: ":memory:" }, { kind: "memory" }],
    [{ KV_URL: "http://kv:4512" }, { kind: "remote", url: "http://kv:4512" }],
    [{ DENO_DEPLOYMENT_ID: "x" }, { kind: "platform", assigned: false }],
    [{ DENO_DEPLOYMENT_ID: "x", DENO_KV_DEFAULT_PATH: "https://kv.example" }, {
      kind: "platform",
      assigned: true,
    }],
    [{ DENO_DEPLOYMENT_ID: "x", KV_URL: "https://kv.example" }, {
      kind: "remote",
      url: "https://kv.example",
    }],
  ] as const;
  for (const [env, expected] of table) assertEquals(config(env).kv, expected);
});

Deno.test("config: every bad value is named, all at once", () => {
  const error = assertThrows(() =>
    config({
      KV_URL: "redis://kv",
      STUN_URLS: "stun.example:3478",
      TURN_URLS: "turn:turn.example",
      TURN_TTL: "1h",
      ICE_SERVERS_URL: "ftp://key@provider.example",
      ICE_SERVERS_METHOD: "get",
      TRUST_PROXY: "maybe",
      ALLOWED_ORIGINS: "duet.example",
      LIMIT_SOCKETS: "0",
    }), ConfigError);
  const named = error.problems.map((line) => line.split(":")[0]);
  assertEquals(named.toSorted(), [
    "ALLOWED_ORIGINS",
    "ICE_SERVERS_METHOD",
    "ICE_SERVERS_URL",
    "KV_URL",
    "LIMIT_SOCKETS",
    "STUN_URLS",
    "TRUST_PROXY",
    "TURN_SECRET",
    "TURN_TTL",
  ]);
  assert(!error.message.includes("key@"), "an address that may hold a key is not repeated");
});

Deno.test("config: lists take commas and spaces, limits their own variable", () => {
  const read = config({
    STUN_URLS: "stun:a.example:3478, stuns:b.example",
    TURN_URLS: "turn:c.example?transport=udp turns:c.example:5349",
    TURN_SECRET: "s",
    TURN_TTL: "600",
    TRUST_PROXY: "true",
    ALLOWED_ORIGINS: "https://duet.example http://localhost:3000",
    LIMIT_BUFFERED_BYTES: "4096",
  });
  assertEquals(read.ice.stunUrls, ["stun:a.example:3478", "stuns:b.example"]);
  assertEquals(read.ice.turn?.urls.length, 2);
  assertEquals(read.ice.turn?.ttlSeconds, 600);
  assertEquals(read.trustedProxies, 1);
  assertEquals(read.origin.allowed.length, 2);
  assertEquals(read.limits.bufferedBytes, 4_096);
});

Deno.test("config: without a word there are two STUN servers of different operators, `none` has none", () => {
  const operators = DEFAULT_STUN_URLS.map((url) =>
    url.split(":")[1]?.split(".").slice(-2).join(".")
  );
  assertEquals(new Set(operators).size, 2);
  assertEquals(config({ STUN_URLS: " none " }).ice.stunUrls, []);
  assertThrows(() => config({ STUN_URLS: "none, stun:a.example" }), ConfigError);
});

Deno.test("config: a TURN provider is asked by GET, or by POST with a token", () => {
  const url = "https://provider.example/ice?key=1";
  assertEquals(config({ ICE_SERVERS_URL: url }).ice.provider, {
    url,
    token: "",
    method: "GET",
    body: '{"ttl":3600}',
    ttlSeconds: 3_600,
  });
  const named = config({ ICE_SERVERS_URL: url, ICE_SERVERS_TOKEN: "t", TURN_TTL: "600" });
  assertEquals(named.ice.provider?.method, "POST");
  assertEquals(named.ice.provider?.body, '{"ttl":600}');
  const chosen = config({
    ICE_SERVERS_URL: url,
    ICE_SERVERS_TOKEN: "t",
    ICE_SERVERS_METHOD: "PUT",
    ICE_SERVERS_BODY: "Ttl=60",
  });
  assertEquals([chosen.ice.provider?.method, chosen.ice.provider?.body], ["PUT", "Ttl=60"]);
  assertThrows(() => config({ ICE_SERVERS_TOKEN: "t" }), ConfigError);
});

Deno.test("ice: TURN credentials are coturn's, expire, and are to be renewed before", () => {
  const turn = { urls: ["turn:t.example"], secret: "north", ttlSeconds: 600 };
  const ice = iceServers(
    { stunUrls: ["stun:s.example"], turn, provider: null },
    at(1_700_000_000_000),
  );
  assertEquals(ice.renewInMs, 480_000);
  const [stun, relay] = ice.servers;
  assertEquals(stun, { urls: ["stun:s.example"] });
  const [expiry, id] = relay?.username?.split(":") ?? [];
  assertEquals(expiry, "1700000600");
  assert(id !== undefined && id.length >= 8);
  assertEquals(atob(relay?.credential ?? "").length, 20);
});

Deno.test("ice: the credential is HMAC-SHA1 of the user name, as any other library makes it", async () => {
  const turn = { urls: ["turn:t.example"], secret: "north", ttlSeconds: 60 };
  const { username = "", credential } =
    iceServers({ stunUrls: [], turn, provider: null }, at(0)).servers[0] ?? {};
  const bytes = new TextEncoder();
  const algorithm = { name: "HMAC", hash: "SHA-1" };
  const key = await crypto.subtle.importKey("raw", bytes.encode("north"), algorithm, false, [
    "sign",
  ]);
  const mac = new Uint8Array(await crypto.subtle.sign("HMAC", key, bytes.encode(username)));
  assertEquals(credential, btoa(String.fromCharCode(...mac)));
});

Deno.test("origin: own host and listed ones pass, others and null do not", () => {
  const policy = { allowed: ["https://friend.example"], trustProxy: false };
  const table = [
    ["https://duet.example", "duet.example", true],
    ["https://duet.example", "duet.example:443", true],
    ["http://localhost:8000", "localhost:8000", true],
    ["http://localhost:8001", "localhost:8000", false],
    ["https://friend.example", "duet.example", true],
    ["https://duet.example.evil.example", "duet.example", false],
    ["https://evil.example", "duet.example", false],
    ["null", "duet.example", false],
    ["file://", "duet.example", false],
    ["", "duet.example", false],
  ] as const;
  for (const [origin, host, expected] of table) {
    assertEquals(isAllowedOrigin(new Headers({ origin, host }), policy), expected, origin);
  }
  assert(isAllowedOrigin(new Headers({ host: "duet.example" }), policy), "no browser, no origin");
});

Deno.test("origin: a proxy's host counts only when the proxy is trusted", () => {
  const headers = new Headers({
    origin: "https://duet.example",
    host: "10.0.0.5:8000",
    "x-forwarded-host": "duet.example",
  });
  assertEquals(isAllowedOrigin(headers, { allowed: [], trustProxy: true }), true);
  assertEquals(isAllowedOrigin(headers, { allowed: [], trustProxy: false }), false);
});

Deno.test("address: X-Forwarded-For is believed only as far as proxies are trusted", () => {
  const headers = new Headers({ "x-forwarded-for": "6.6.6.6, 203.0.113.7, 198.51.100.2" });
  const remote = { transport: "tcp", hostname: "192.0.2.1", port: 1 } as const;
  assertEquals(clientAddress(headers, remote, 0), "192.0.2.1");
  assertEquals(clientAddress(headers, remote, 1), "198.51.100.2");
  assertEquals(clientAddress(headers, remote, 2), "203.0.113.7");
  assertEquals(clientAddress(headers, remote, 8), "6.6.6.6");
  assertEquals(clientAddress(new Headers(), remote, 1), "192.0.2.1");
});

Deno.test("address: IPv6 counts by /64, mapped IPv4 as IPv4", () => {
  const table = [
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"],
    ["[2001:DB8:0001:0002::9]:4433", "2001:db8:1:2::/64"],
    ["::1", "0:0:0:0::/64"],
    ["::ffff:192.0.2.9", "192.0.2.9"],
    ["192.0.2.9:5555", "192.0.2.9"],
  ] as const;
  for (const [hostname, expected] of table) {
    const remote = { transport: "tcp", hostname, port: 1 } as const;
    assertEquals(clientAddress(new Headers(), remote, 0), expected, hostname);
  }
});

Deno.test("token: 144 random bits, stored as a hash, compared as hashes", () => {
  const tokens = Array.from({ length: 1_000 }, systemSecrets.newToken);
  assertEquals(new Set(tokens).size, 1_000);
  for (const token of tokens) assert(/^[A-Za-z0-9_-]{24}$/.test(token));
  const [one = "", two = ""] = tokens.map(hashToken);
  assert(sameHash(one, one) && !sameHash(one, two) && !sameHash(one, one.slice(1)));
});

function at(nowMs: number) {
  return { nowMs, newId: systemSecrets.newId };
}
