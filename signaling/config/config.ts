/** Environment → typed configuration, with a clear error for each value that cannot be used. */
import type { IceConfig, TurnConfig } from "../ice/ice_servers.ts";
import { DEFAULT_LIMITS, LIMIT_ENV, type Limits } from "../limits/limits.ts";
import type { OriginPolicy } from "../sockets/origin.ts";
import { EnvReader } from "./env_reader.ts";

/** Where rooms live. */
export type KvTarget =
  /** An embedded SQLite file: one process, no server. */
  | { readonly kind: "file"; readonly path: string }
  /** Forgotten when the process ends; for tests. */
  | { readonly kind: "memory" }
  /** A KV Connect server; several instances share it. */
  | { readonly kind: "remote"; readonly url: string }
  /** The platform's own (Deno Deploy); several instances share it. */
  | { readonly kind: "platform" };

export interface SignalingConfig {
  readonly kv: KvTarget;
  readonly ice: IceConfig;
  readonly origin: OriginPolicy;
  /** How many proxies of ours stand in front. */
  readonly trustedProxies: number;
  readonly limits: Limits;
}

export const DEFAULT_KV_PATH = ".duet/kv.sqlite3";
/** An hour: long enough to set a call up and to restart it, short enough to be worth little. */
const TURN_TTL_SECONDS = { fallback: 3_600, min: 60, max: 86_400 };

/** Every variable {@linkcode readConfig} looks at, for `--allow-env`. */
export const ENV_NAMES: readonly string[] = [
  "KV_URL",
  "DENO_DEPLOYMENT_ID",
  "STUN_URLS",
  "TURN_URLS",
  "TURN_SECRET",
  "TURN_TTL",
  "TRUST_PROXY",
  "ALLOWED_ORIGINS",
  ...Object.values(LIMIT_ENV),
];

/**
 * Reads the configuration.
 *
 * @param env looks one variable up; unset and empty mean the default
 * @throws {ConfigError} naming every value that cannot be used
 */
export function readConfig(env: (name: string) => string | undefined): SignalingConfig {
  const reader = new EnvReader(env);
  const trustedProxies = reader.hops("TRUST_PROXY");
  const config: SignalingConfig = {
    kv: kvTarget(reader),
    ice: { stunUrls: reader.rtcUrls("STUN_URLS", ["stun", "stuns"]), turn: turnConfig(reader) },
    origin: { allowed: reader.origins("ALLOWED_ORIGINS"), trustProxy: trustedProxies > 0 },
    trustedProxies,
    limits: readLimits(reader),
  };
  reader.finish();
  return config;
}

function kvTarget(reader: EnvReader): KvTarget {
  const url = reader.text("KV_URL");
  if (url === ":memory:") return { kind: "memory" };
  if (url === "") {
    const onPlatform = reader.text("DENO_DEPLOYMENT_ID") !== "";
    return onPlatform ? { kind: "platform" } : { kind: "file", path: DEFAULT_KV_PATH };
  }
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(url)) return { kind: "file", path: url };
  const scheme = URL.parse(url)?.protocol;
  if (scheme !== "http:" && scheme !== "https:") {
    reader.problem("KV_URL", "a path or an http(s) address", url);
  }
  return { kind: "remote", url };
}

function turnConfig(reader: EnvReader): TurnConfig | null {
  const urls = reader.rtcUrls("TURN_URLS", ["turn", "turns"]);
  const secret = reader.text("TURN_SECRET");
  const ttlSeconds = reader.whole("TURN_TTL", TURN_TTL_SECONDS);
  if (urls.length === 0) return null;
  if (secret === "") reader.problem("TURN_SECRET", "the TURN server's secret", "");
  return { urls, secret, ttlSeconds };
}

function readLimits(reader: EnvReader): Limits {
  function limit(name: keyof Limits): number {
    const range = { fallback: DEFAULT_LIMITS[name], min: 1, max: 1_000_000_000_000 };
    return reader.whole(LIMIT_ENV[name], range);
  }
  return {
    sockets: limit("sockets"),
    socketsPerAddress: limit("socketsPerAddress"),
    joinsPerMinute: limit("joinsPerMinute"),
    namesPerMinute: limit("namesPerMinute"),
    newRoomsPerHour: limit("newRoomsPerHour"),
    turnPerMinute: limit("turnPerMinute"),
    messagesPerSecond: limit("messagesPerSecond"),
    bytesPerSecond: limit("bytesPerSecond"),
    errorsPerMinute: limit("errorsPerMinute"),
    bufferedBytes: limit("bufferedBytes"),
    memoryBytes: limit("memoryBytes"),
  };
}
