/**
 * The ICE servers of one socket. A relay costs its owner money, so credentials for it are rationed:
 * short-lived and few per address before there is a seat, full-lived with one, the same ones when
 * asked again soon, and none for a socket that no page opened.
 */
import type { Clock } from "../clock.ts";
import type { Visitor } from "../limits/addresses.ts";
import type { Ice } from "../protocol.ts";
import { type IceConfig, iceServers, stunServers } from "./ice_servers.ts";

export interface PageIceOptions {
  readonly config: IceConfig;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly visitor: Visitor;
}

interface Grant {
  readonly ice: Ice;
  readonly fullLived: boolean;
  /** When to replace it, by the monotonic clock. */
  readonly until: number;
}

/** Long enough to gather candidates while a person reads the prompt; `joined` brings more. */
const BEFORE_A_SEAT_SECONDS = 300;

export class PageIce {
  readonly #options: PageIceOptions;
  #grant: Grant | null = null;

  constructor(options: PageIceOptions) {
    this.#options = options;
  }

  /** What this socket may use now. */
  current({ seated }: { readonly seated: boolean }): Ice {
    const { config, clock, visitor } = this.#options;
    const stun = [...stunServers(config)];
    if (config.turn === null || !visitor.fromPage) return { servers: stun, renewInMs: null };
    const now = clock.monotonic();
    if (this.#grant !== null && now < this.#grant.until && (this.#grant.fullLived || !seated)) {
      return { ...this.#grant.ice, renewInMs: Math.ceil(this.#grant.until - now) };
    }
    const waitMs = seated ? null : visitor.spend("turn");
    if (waitMs !== null) return { servers: stun, renewInMs: waitMs };
    return this.#mint(seated, now);
  }

  #mint(fullLived: boolean, now: number): Ice {
    const { config, clock, newId } = this.#options;
    const options = { nowMs: clock.now(), newId };
    const ice = fullLived
      ? iceServers(config, options)
      : iceServers(config, { ...options, ttlSeconds: BEFORE_A_SEAT_SECONDS });
    this.#grant = { ice, fullLived, until: now + (ice.renewInMs ?? Infinity) };
    return ice;
  }
}
