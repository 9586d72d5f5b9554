/** `WebSocket` and `fetch` of one page: how a connection to the site begins, or does not. */
import type { Actor } from "./actor.ts";
import { type Device, type Network, SERVER } from "./network.ts";
import type { Site } from "./server.ts";
import { SocketEnd } from "./socket.ts";

export interface PageNetworkOptions {
  readonly network: Network;
  readonly site: Site;
  readonly actor: Actor;
  readonly device: Device;
  /** Firefox delays the next socket after failed ones by up to this, ms. */
  readonly socketDelayMs: number;
  /** Told of every socket that is opened. */
  readonly onSocket: (socket: SocketEnd) => void;
}

/** A lost SYN is repeated after 1, 2, 4 … s (RFC 6298). */
const SYN_RETRY_MS = 1_000;
const SYN_RETRIES = 5;
/** Without any link the browser knows at once. */
const NO_LINK_MS = 2;

/** The page's `WebSocket` constructor. */
export function pageWebSocket(options: PageNetworkOptions) {
  const { network, site, actor, device } = options;
  let failures = 0;

  class PageSocket extends SocketEnd {
    readonly url: string;
    constructor(url: string, protocol = "") {
      super(actor);
      this.url = url;
      options.onSocket(this);
      const waitMs = Math.min(options.socketDelayMs, failures * 300);
      this.addEventListener("open", () => failures = 0);
      this.addEventListener("error", () => failures++);
      network.scheduler.after(waitMs, () => {
        if (this.readyState !== SocketEnd.CONNECTING || actor.dead) return;
        reach(options, {
          arrived: () => site.open(this, { actor, device, protocol }),
          failed: () => this.end(1006, ""),
        });
      });
    }
  }
  return PageSocket;
}

/** The page's `fetch`, for the one address it asks: whether the server can be reached. */
export function pageFetch(options: PageNetworkOptions): typeof fetch {
  const { site, actor, device } = options;
  return (_input, init) => {
    const { signal } = init ?? {};
    return new Promise((resolve, reject) => {
      const fail = () => actor.run(() => reject(new TypeError("Failed to fetch")));
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
      if (signal?.aborted) return reject(signal.reason);
      reach(options, {
        arrived() {
          site.health(device, (ok) => {
            if (!ok) return fail();
            actor.run(() => resolve(new Response(null, { status: 200 })));
          });
        },
        failed: fail,
      });
    });
  };
}

interface Reached {
  readonly arrived: () => void;
  readonly failed: () => void;
}

/** TCP and TLS: two round trips and the request, or SYNs into the void. */
function reach({ network, device }: PageNetworkOptions, { arrived, failed }: Reached): void {
  const { scheduler } = network;
  const { address, name } = device;
  function knock(retry: number): void {
    if (!device.linkUp || device.address !== address) {
      return void scheduler.after(NO_LINK_MS, failed);
    }
    if (network.answers(name, SERVER)) {
      const roundTripMs = network.delay(name, SERVER) + network.delay(SERVER, name);
      scheduler.after(roundTripMs + network.delay(name, SERVER), () => {
        if (device.address === address && network.passes(name, SERVER)) arrived();
      });
    } else if (retry < SYN_RETRIES) {
      scheduler.after(SYN_RETRY_MS * 2 ** retry, () => knock(retry + 1));
    } else failed();
  }
  knock(0);
}
