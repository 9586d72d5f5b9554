/**
 * TURN from a provider, for hosts that cannot run coturn: asks `ICE_SERVERS_URL`, keeps the answer
 * while it is good, and never makes anybody wait. Who comes before the first answer, or while the
 * provider fails, gets STUN only, and a time after which to ask again.
 */
import { Buffer } from "node:buffer";
import type { Clock } from "../clock.ts";
import type { Ice } from "../protocol.ts";
import { parseProviderAnswer, type ProvidedServers } from "./provider_answer.ts";

export interface ProviderConfig {
  readonly url: string;
  /** `user:password` for Basic (RFC 7617), anything else for Bearer (RFC 6750); empty: neither. */
  readonly token: string;
  readonly method: ProviderMethod;
  /** Sent with POST and PUT; JSON when it begins with `{`, else a form. */
  readonly body: string;
  /** How long credentials are good for, unless the answer says. */
  readonly ttlSeconds: number;
}

export const PROVIDER_METHODS = ["GET", "POST", "PUT"] as const;
export type ProviderMethod = typeof PROVIDER_METHODS[number];

/** Why the provider's answer could not be used: never its address, never its words. */
export type ProviderFailure = "network" | "timeout" | "answer" | `status-${number}`;

export interface ProviderDeps {
  readonly fetch: typeof fetch;
  readonly clock: Pick<Clock, "monotonic" | "after">;
  /** Each failure. `first`: the one before was no failure. */
  readonly onFailure: (why: ProviderFailure, first: boolean) => void;
  /** The first good answer after a failure. */
  readonly onRecovery: () => void;
}

export type ProviderState = "asking" | "good" | "failing";

/** Nobody waits for it, but a hanging request must end. */
const TIMEOUT_MS = 5_000;
/** A failing provider is asked no more often. */
const RETRY_MS = 15_000;
/** A page that came before the first answer asks again after this. */
const SOON_MS = 1_500;
/** Half of the time is left for calls that begin now. */
const REFRESH_AT = 0.5;
/** Pages ask again while a fifth of what is left to them remains. */
const RENEW_AT = 0.8;
/** Less is no use to a call that begins. */
const MIN_TTL_SECONDS = 30;

interface Kept extends ProvidedServers {
  readonly since: number;
  readonly lifeMs: number;
}

export class IceProvider {
  readonly #config: ProviderConfig;
  readonly #deps: ProviderDeps;
  #kept: Kept | null = null;
  #asking: Promise<void> | null = null;
  #failedAt: number | null = null;
  readonly #stopped = new AbortController();

  constructor(config: ProviderConfig, deps: ProviderDeps) {
    this.#config = config;
    this.#deps = deps;
  }

  get state(): ProviderState {
    if (this.#failedAt !== null) return "failing";
    return this.#valid() === null ? "asking" : "good";
  }

  /**
   * The TURN servers known at this moment; asks for newer ones in the background when these are half
   * spent. Never waits, never throws.
   */
  current(): Ice {
    const now = this.#deps.clock.monotonic();
    const kept = this.#valid();
    if (kept === null || now - kept.since >= kept.lifeMs * REFRESH_AT) void this.refresh();
    if (kept !== null) {
      const leftMs = kept.since + kept.lifeMs - now;
      return { servers: [...kept.servers], renewInMs: Math.floor(leftMs * RENEW_AT) };
    }
    return { servers: [], renewInMs: this.#failedAt === null ? SOON_MS : RETRY_MS };
  }

  /**
   * Asks the provider, unless it is being asked or failed a moment ago. Resolves when that is over,
   * however it went; never rejects.
   */
  refresh(): Promise<void> {
    if (this.#asking !== null) return this.#asking;
    if (this.#stopped.signal.aborted) return Promise.resolve();
    const { clock } = this.#deps;
    if (this.#failedAt !== null && clock.monotonic() - this.#failedAt < RETRY_MS) {
      return Promise.resolve();
    }
    this.#asking = this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /** Gives a question under way up and asks no more: an open request keeps a process alive. */
  stop(): void {
    this.#stopped.abort();
  }

  #valid(): Kept | null {
    const kept = this.#kept;
    if (kept === null) return null;
    return this.#deps.clock.monotonic() - kept.since < kept.lifeMs ? kept : null;
  }

  async #ask(): Promise<void> {
    const { clock, onFailure, onRecovery } = this.#deps;
    // From before the question: the provider may have counted from its beginning.
    const since = clock.monotonic();
    const answer = await this.#request();
    if (this.#stopped.signal.aborted) return;
    if (typeof answer === "string") {
      const first = this.#failedAt === null;
      this.#failedAt = clock.monotonic();
      return onFailure(answer, first);
    }
    const ttlSeconds = Math.max(MIN_TTL_SECONDS, answer.ttlSeconds ?? this.#config.ttlSeconds);
    this.#kept = { ...answer, since, lifeMs: ttlSeconds * 1_000 };
    if (this.#failedAt === null) return;
    this.#failedAt = null;
    onRecovery();
  }

  async #request(): Promise<ProvidedServers | ProviderFailure> {
    const { fetch, clock } = this.#deps;
    const controller = new AbortController();
    const cancel = clock.after(TIMEOUT_MS, () => controller.abort());
    try {
      const response = await fetch(this.#config.url, {
        ...requestOf(this.#config),
        signal: AbortSignal.any([controller.signal, this.#stopped.signal]),
      });
      if (!response.ok) {
        await response.body?.cancel();
        return `status-${response.status}`;
      }
      return parseProviderAnswer(await response.json()) ?? "answer";
    } catch (error) {
      if (controller.signal.aborted) return "timeout";
      return error instanceof SyntaxError ? "answer" : "network";
    } finally {
      cancel();
    }
  }
}

/** What a page gets: servers of our own, and the provider's if there is one. */
export function joinIce(own: Ice, provided: Ice | null): Ice {
  if (provided === null) return own;
  const renewals = [own.renewInMs, provided.renewInMs].filter((ms) => ms !== null);
  return {
    servers: [...own.servers, ...provided.servers],
    renewInMs: renewals.length === 0 ? null : Math.min(...renewals),
  };
}

function requestOf({ token, method, body }: ProviderConfig): RequestInit {
  const headers = new Headers({ accept: "application/json" });
  if (token !== "") headers.set("authorization", authorization(token));
  if (method === "GET") return { method, headers };
  const type = body.startsWith("{") ? "application/json" : "application/x-www-form-urlencoded";
  headers.set("content-type", type);
  return { method, headers, body };
}

function authorization(token: string): string {
  return token.includes(":") ? `Basic ${Buffer.from(token).toString("base64")}` : `Bearer ${token}`;
}
