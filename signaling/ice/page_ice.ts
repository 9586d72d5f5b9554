/**
 * The ICE servers of one socket. A relay costs its owner money, so credentials for it are rationed:
 * short-lived and few per address before there is a seat, full-lived with one, the same ones when
 * asked again soon, and none for a socket that no page opened.
 */
import type { Clock } from "../clock.ts";
import type { Visitor } from "../limits/addresses.ts";
import type { Ice } from "../protocol.ts";
import { type IceConfig, iceServers, stunServers } from "./ice_servers.ts";
import { type IceProvider, joinIce } from "./provider.ts";

export interface PageIceOptions {
  readonly config: IceConfig;
  /** Its credentials are shared by all pages and live as long as it says, but are rationed alike. */
  readonly provider: Pick<IceProvider, "current"> | null;
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
    const { config, provider, clock, visitor } = this.#options;
    const stun = [...stunServers(config)];
    const relayed = config.turn !== null || provider !== null;
    if (!relayed || !visitor.fromPage) return { servers: stun, renewInMs: null };
    const now = clock.monotonic();
    if (this.#grant !== null && now < this.#grant.until && (this.#grant.fullLived || !seated)) {
      const leftMs = this.#grant.until - now;
      const renewInMs = Number.isFinite(leftMs) ? Math.ceil(leftMs) : null;
      return joinIce({ ...this.#grant.ice, renewInMs }, provider?.current() ?? null);
    }
    const waitMs = seated ? null : visitor.spend("turn");
    if (waitMs !== null) return { servers: stun, renewInMs: waitMs };
    return joinIce(this.#mint(seated, now), provider?.current() ?? null);
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
