/** The ICE servers a page gets: STUN as configured, TURN with credentials that expire. */
import { createHmac } from "node:crypto";
import type { Ice, IceServer } from "../protocol.ts";
import type { ProviderConfig } from "./provider.ts";

export interface IceConfig {
  readonly stunUrls: readonly string[];
  readonly turn: TurnConfig | null;
  readonly provider: ProviderConfig | null;
}

export interface TurnConfig {
  readonly urls: readonly string[];
  /** Shared with the TURN server (coturn: `static-auth-secret`). */
  readonly secret: string;
  readonly ttlSeconds: number;
}

/** A page asks again while a fifth of the lifetime is left. */
const RENEW_AT = 0.8;

export interface IceOptions {
  /** Unix milliseconds. */
  readonly nowMs: number;
  readonly newId: () => string;
  /** How long the credentials are good for; the configured lifetime when that is shorter. */
  readonly ttlSeconds?: number;
}

/**
 * Makes ICE servers for one page. TURN user names are `<expiry in Unix seconds>:<random>` and the
 * credential is base64(HMAC-SHA1(secret, user name)): coturn's `use-auth-secret`, from
 * draft-uberti-behave-turn-rest-00.
 */
export function iceServers(config: IceConfig, options: IceOptions): Ice {
  const { nowMs, newId } = options;
  const servers: IceServer[] = [...stunServers(config)];
  if (config.turn === null) return { servers, renewInMs: null };
  const { urls, secret } = config.turn;
  const ttlSeconds = Math.min(config.turn.ttlSeconds, options.ttlSeconds ?? Infinity);
  const username = `${Math.floor(nowMs / 1_000) + ttlSeconds}:${newId()}`;
  const credential = createHmac("sha1", secret).update(username).digest("base64");
  servers.push({ urls: [...urls], username, credential });
  return { servers, renewInMs: Math.floor(ttlSeconds * 1_000 * RENEW_AT) };
}

/** The ICE servers that need no credentials. */
export function stunServers({ stunUrls }: IceConfig): readonly IceServer[] {
  return stunUrls.length > 0 ? [{ urls: [...stunUrls] }] : [];
}
