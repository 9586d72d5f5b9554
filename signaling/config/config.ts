/** Environment → typed configuration, with a clear error for each value that cannot be used. */
import type { IceConfig } from "../ice/ice_servers.ts";
import { DEFAULT_LIMITS, LIMIT_ENV, type Limits } from "../limits/limits.ts";
import type { OriginPolicy } from "../sockets/origin.ts";
import { EnvReader } from "./env_reader.ts";
import { readIce } from "./ice_config.ts";

/** Where rooms live. */
export type KvTarget =
  /** An embedded SQLite file: one process, no server. */
  | { readonly kind: "file"; readonly path: string }
  /** Forgotten when the process ends; for tests. */
  | { readonly kind: "memory" }
  /** A KV Connect server; several instances share it. */
  | { readonly kind: "remote"; readonly url: string }
  /**
   * The platform's own (Deno Deploy); several instances share it, provided that one is `assigned` to
   * the app. `false`: the environment does not say so.
   */
  | { readonly kind: "platform"; readonly assigned: boolean };

export interface SignalingConfig {
  readonly kv: KvTarget;
  readonly ice: IceConfig;
  readonly origin: OriginPolicy;
  /** How many proxies of ours stand in front. */
  readonly trustedProxies: number;
  readonly limits: Limits;
}

export const DEFAULT_KV_PATH = ".duet/kv.sqlite3";

/** Every variable {@linkcode readConfig} looks at, for `--allow-env`. */
export const ENV_NAMES: readonly string[] = [
  "KV_URL",
  "DENO_DEPLOYMENT_ID",
  "DENO_KV_DEFAULT_PATH",
  "STUN_URLS",
  "TURN_URLS",
  "TURN_SECRET",
  "TURN_TTL",
  "ICE_SERVERS_URL",
  "ICE_SERVERS_TOKEN",
  "ICE_SERVERS_METHOD",
  "ICE_SERVERS_BODY",
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
    ice: readIce(reader),
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
    if (!onPlatform) return { kind: "file", path: DEFAULT_KV_PATH };
    // Deno's own variable: where `Deno.openKv()` without an address leads.
    return { kind: "platform", assigned: /^https?:/.test(reader.text("DENO_KV_DEFAULT_PATH")) };
  }
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(url)) return { kind: "file", path: url };
  const scheme = URL.parse(url)?.protocol;
  if (scheme !== "http:" && scheme !== "https:") {
    reader.problem("KV_URL", "a path or an http(s) address", url);
  }
  return { kind: "remote", url };
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
