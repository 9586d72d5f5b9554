import { assertEquals } from "@std/assert";
import { parseProviderAnswer } from "./provider_answer.ts";

const SECRETS = { username: "u", credential: "c" };

const SHAPES: readonly (readonly [string, unknown, unknown])[] = [
  ["Cloudflare, a list, without the port browsers block", {
    iceServers: [
      { urls: ["stun:stun.example:3478", "stun:stun.example:53"] },
      {
        urls: [
          "turn:turn.example:3478?transport=udp",
          "turn:turn.example:53?transport=udp",
          "turns:turn.example:443?transport=tcp",
        ],
        ...SECRETS,
      },
    ],
  }, {
    servers: [{
      urls: ["turn:turn.example:3478?transport=udp", "turns:turn.example:443?transport=tcp"],
      ...SECRETS,
    }],
    ttlSeconds: null,
  }],
  ["Cloudflare's older endpoint, one object", {
    iceServers: { urls: ["stun:s.example", "turn:t.example"], ...SECRETS },
  }, { servers: [{ urls: ["turn:t.example"], ...SECRETS }], ttlSeconds: null }],
  ["Twilio, its time to live as text, url beside urls", {
    ttl: "86400",
    password: "c",
    username: "u",
    account_sid: "AC0",
    date_created: "Fri, 01 May 2020 01:42:57 +0000",
    ice_servers: [
      { url: "stun:s.example:3478", urls: "stun:s.example:3478" },
      { url: "turn:t.example:1", urls: "turn:t.example:1", ...SECRETS },
      { url: "turn:t.example:2", urls: "turn:t.example:2", ...SECRETS },
    ],
  }, {
    servers: [{ urls: ["turn:t.example:1", "turn:t.example:2"], ...SECRETS }],
    ttlSeconds: 86_400,
  }],
  ["Metered, a bare list", [
    { urls: "stun:s.example:80" },
    { urls: "turn:t.example:80", ...SECRETS },
    { urls: "turns:t.example:443?transport=tcp", ...SECRETS },
  ], {
    servers: [{ urls: ["turn:t.example:80", "turns:t.example:443?transport=tcp"], ...SECRETS }],
    ttlSeconds: null,
  }],
  ["Xirsys, one object", {
    v: { iceServers: { urls: ["stun:s.example", "turn:t.example:80"], ...SECRETS } },
    s: "ok",
  }, { servers: [{ urls: ["turn:t.example:80"], ...SECRETS }], ttlSeconds: null }],
  ["Xirsys without a format, url instead of urls", {
    v: { iceServers: [{ url: "stun:s.example" }, { url: "turn:t.example:80", ...SECRETS }] },
    s: "ok",
  }, { servers: [{ urls: ["turn:t.example:80"], ...SECRETS }], ttlSeconds: null }],
  ["the TURN REST draft", {
    username: "u",
    password: "c",
    ttl: 600,
    uris: ["turn:t.example?transport=udp"],
  }, { servers: [{ urls: ["turn:t.example?transport=udp"], ...SECRETS }], ttlSeconds: 600 }],
];

for (const [name, answer, expected] of SHAPES) {
  Deno.test(`provider answer: ${name}`, () => {
    assertEquals(parseProviderAnswer(answer), expected as ReturnType<typeof parseProviderAnswer>);
  });
}

Deno.test("provider answer: nothing a page could relay with is no answer", () => {
  const useless: unknown[] = [
    null,
    "ok",
    {},
    [],
    { error: "Invalid API Key" },
    { s: "error", v: "unauthorized" },
    { iceServers: [{ urls: ["stun:s.example"] }] },
    { iceServers: [{ urls: ["turn:t.example"] }] },
    { iceServers: [{ urls: ["turn:t.example"], username: "", credential: "c" }] },
    { iceServers: [{ urls: ["http://t.example"], ...SECRETS }] },
    { iceServers: [{ urls: ["turn:t.example"], username: "u".repeat(257), credential: "c" }] },
  ];
  for (const answer of useless) {
    assertEquals(parseProviderAnswer(answer), null, JSON.stringify(answer));
  }
});

Deno.test("provider answer: never more than a page may be sent", () => {
  const many = Array.from({ length: 20 }, (_, server) => ({
    urls: Array.from({ length: 20 }, (_, url) => `turn:t${url}.example`),
    username: `u${server}`,
    credential: "c",
  }));
  const servers = parseProviderAnswer(many)?.servers ?? [];
  assertEquals(servers.length, 7);
  for (const { urls } of servers) assertEquals(urls.length, 8);
});
