/** Which STUN and TURN servers pages are told of. */
import type { IceConfig, TurnConfig } from "../ice/ice_servers.ts";
import { PROVIDER_METHODS, type ProviderConfig } from "../ice/provider.ts";
import type { EnvReader } from "./env_reader.ts";

/**
 * Two public STUN servers of different operators: one of them may fail or be blocked. More would
 * only slow the gathering of candidates down.
 */
export const DEFAULT_STUN_URLS: readonly string[] = [
  "stun:stun.l.google.com:19302",
  "stun:stun.cloudflare.com:3478",
];
/** The word that turns STUN off. */
const NO_STUN = "none";
/** An hour: long enough to set a call up and to restart it, short enough to be worth little. */
const TURN_TTL_SECONDS = { fallback: 3_600, min: 60, max: 86_400 };

export function readIce(reader: EnvReader): IceConfig {
  const ttlSeconds = reader.whole("TURN_TTL", TURN_TTL_SECONDS);
  return {
    stunUrls: stunUrls(reader),
    turn: turnConfig(reader, ttlSeconds),
    provider: providerConfig(reader, ttlSeconds),
  };
}

function stunUrls(reader: EnvReader): readonly string[] {
  const text = reader.text("STUN_URLS");
  if (text === NO_STUN) return [];
  return text === "" ? DEFAULT_STUN_URLS : reader.rtcUrls("STUN_URLS", ["stun", "stuns"]);
}

function turnConfig(reader: EnvReader, ttlSeconds: number): TurnConfig | null {
  const urls = reader.rtcUrls("TURN_URLS", ["turn", "turns"]);
  const secret = reader.text("TURN_SECRET");
  if (urls.length === 0) return null;
  if (secret === "") reader.problem("TURN_SECRET", "the TURN server's secret", "");
  return { urls, secret, ttlSeconds };
}

/** With a token providers are asked by POST; without one it is in the address, and GET will do. */
function providerConfig(reader: EnvReader, ttlSeconds: number): ProviderConfig | null {
  const url = reader.text("ICE_SERVERS_URL");
  const token = reader.text("ICE_SERVERS_TOKEN");
  const fallback = token === "" ? "GET" : "POST";
  const method = reader.choice("ICE_SERVERS_METHOD", PROVIDER_METHODS, fallback);
  const body = reader.text("ICE_SERVERS_BODY") || JSON.stringify({ ttl: ttlSeconds });
  if (url === "") {
    if (token !== "") reader.problem("ICE_SERVERS_URL", "the provider's address", "");
    return null;
  }
  const scheme = URL.parse(url)?.protocol;
  if (scheme !== "https:" && scheme !== "http:") {
    // It may hold a key, so it is not repeated.
    reader.problem("ICE_SERVERS_URL", "an http(s) address", "something else");
  }
  return { url, token, method, body, ttlSeconds };
}
