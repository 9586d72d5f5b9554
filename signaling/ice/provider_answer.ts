/**
 * Reads what TURN providers answer when asked for ICE servers. Each has a shape of its own:
 *
 * - Cloudflare Realtime: `{ iceServers: [{ urls: […], username, credential }, …] }`, and a single
 *   object instead of the list from its older endpoint
 * - Twilio Network Traversal: `{ ice_servers: [{ url, urls, username, credential }], ttl: "86400" }`
 * - Metered and Open Relay: `[{ urls: "turn:…", username, credential }, …]`
 * - Xirsys: `{ s: "ok", v: { iceServers: … } }`, with `url` instead of `urls` when not asked for
 *   `format: urls`
 * - a service of one's own after draft-uberti-behave-turn-rest-00: `{ username, password, ttl, uris }`
 */
import * as v from "valibot";
import type { IceServer } from "../protocol.ts";

export interface ProvidedServers {
  /** TURN only: which STUN servers there are is `STUN_URLS`' business. */
  readonly servers: readonly IceServer[];
  /** How long the credentials are good for from now, s; `null`: the provider does not say. */
  readonly ttlSeconds: number | null;
}

/** What the protocol lets a page have (`IceServer` and `Ice` in `protocol.ts`), and one for STUN. */
const MAX_URLS = 8;
const MAX_SERVERS = 7;
const MAX_SECRET_LENGTH = 256;

const TURN_URL = /^turns?:[^\s]{1,255}$/;
/** Cloudflare lists port 53 too; browsers refuse it and lose time over it. */
const BLOCKED_PORT = /^turns?:[^?]*:53(\?|$)/;

const Urls = v.union([v.string(), v.array(v.string())]);
const Server = v.object({
  urls: v.optional(Urls),
  url: v.optional(Urls),
  username: v.optional(v.nullable(v.string())),
  credential: v.optional(v.nullable(v.string())),
});
type Server = v.InferOutput<typeof Server>;

const Servers = v.union([v.array(Server), v.pipe(Server, v.transform((server) => [server]))]);
const Ttl = v.optional(v.union([
  v.number(),
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)),
]));

const Answer = v.union([
  v.pipe(v.array(Server), v.transform((servers) => ({ servers, ttl: undefined }))),
  v.pipe(
    v.object({ iceServers: Servers, ttl: Ttl }),
    v.transform(({ iceServers, ttl }) => ({ servers: iceServers, ttl })),
  ),
  v.pipe(
    v.object({ ice_servers: Servers, ttl: Ttl }),
    v.transform(({ ice_servers, ttl }) => ({ servers: ice_servers, ttl })),
  ),
  v.pipe(
    v.object({ s: v.literal("ok"), v: v.object({ iceServers: Servers }) }),
    v.transform((answer) => ({ servers: answer.v.iceServers, ttl: undefined })),
  ),
  v.pipe(
    v.object({ username: v.string(), password: v.string(), uris: v.array(v.string()), ttl: Ttl }),
    v.transform(({ username, password, uris, ttl }) => ({
      servers: [{ urls: uris, username, credential: password } as Server],
      ttl,
    })),
  ),
]);

/**
 * Reads a provider's answer, already parsed from JSON.
 *
 * @returns `null` when it has none of the known shapes, or no TURN server a page could use
 */
export function parseProviderAnswer(json: unknown): ProvidedServers | null {
  const result = v.safeParse(Answer, json);
  if (!result.success) return null;
  const servers = joined(result.output.servers);
  if (servers.length === 0) return null;
  const { ttl } = result.output;
  return { servers, ttlSeconds: ttl !== undefined && ttl > 0 ? ttl : null };
}

/** One server for each pair of credentials, with every address it was named for. */
function joined(servers: readonly Server[]): IceServer[] {
  const found = new Map<string, { urls: string[]; username: string; credential: string }>();
  for (const { urls, url, username, credential } of servers) {
    if (!isSecret(username) || !isSecret(credential)) continue;
    const key = JSON.stringify([username, credential]);
    const server = found.get(key) ?? { urls: [], username, credential };
    for (const address of [urls ?? url ?? []].flat()) {
      if (!TURN_URL.test(address) || BLOCKED_PORT.test(address)) continue;
      if (!server.urls.includes(address) && server.urls.length < MAX_URLS) {
        server.urls.push(address);
      }
    }
    if (server.urls.length > 0) found.set(key, server);
  }
  return [...found.values()].slice(0, MAX_SERVERS);
}

function isSecret(text: string | null | undefined): text is string {
  return typeof text === "string" && text !== "" && text.length <= MAX_SECRET_LENGTH;
}
