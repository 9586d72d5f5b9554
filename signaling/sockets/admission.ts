/** Decides about a request for a socket before it is one. */
import type { Addresses, Visitor } from "../limits/addresses.ts";
import { clientAddress } from "./client_address.ts";
import type { SignalingConfig } from "../config/config.ts";
import { isAllowedOrigin } from "./origin.ts";
import { OLD_PROTOCOLS, PROTOCOL } from "../protocol.ts";
import type { Refusal } from "../telemetry/metrics.ts";

export type Admission =
  | {
    readonly ok: true;
    readonly outdated: false;
    readonly visitor: Visitor;
    /** `null`: none was offered. */
    readonly protocol: string | null;
  }
  /** An old page: let in only to be told. */
  | {
    readonly ok: true;
    readonly outdated: true;
    readonly visitor: Visitor;
    readonly protocol: string;
  }
  | { readonly ok: false; readonly refusal: Refusal; readonly response: Response };

export interface DoorState {
  readonly stopping: boolean;
  /** Open ones, and those given up that are not gone yet. */
  readonly sockets: number;
  readonly memoryFull: boolean;
  readonly addresses: Addresses;
}

/** Told to a refused page in `Retry-After`. */
const RETRY_SECONDS = 5;

/** Lets a request in, or says why not: 400, 403, 429 or 503. */
export function admit(
  request: Request,
  info: Deno.ServeHandlerInfo,
  options: { readonly config: SignalingConfig; readonly state: DoorState },
): Admission {
  const { config, state } = options;
  if (state.stopping) return refuse("stopping", 503, "The server is stopping");
  if (!isAllowedOrigin(request.headers, config.origin)) {
    return refuse("origin", 403, "This origin may not connect here");
  }
  const offered = (request.headers.get("sec-websocket-protocol") ?? "")
    .split(",").map((name) => name.trim()).filter((name) => name !== "");
  const protocol = offered.find((name) => name === PROTOCOL) ??
    offered.find((name) => OLD_PROTOCOLS.includes(name));
  if (offered.length > 0 && protocol === undefined) {
    return refuse("protocol", 400, `This server speaks ${PROTOCOL}`);
  }
  if (state.sockets >= config.limits.sockets) {
    return refuse("server-limit", 503, "The server has as many sockets as it may");
  }
  if (state.memoryFull) return refuse("memory", 503, "The server has no memory left");
  const address = clientAddress(request.headers, info.remoteAddr, config.trustedProxies);
  const visitor = state.addresses.enter(address, { fromPage: request.headers.has("origin") });
  if (visitor === null) return refuse("address-limit", 429, "Too many sockets from one address");
  if (protocol !== undefined && protocol !== PROTOCOL) {
    return { ok: true, outdated: true, visitor, protocol };
  }
  return { ok: true, outdated: false, visitor, protocol: protocol ?? null };
}

function refuse(refusal: Refusal, status: number, words: string): Admission {
  const headers = new Headers({ "content-type": "text/plain; charset=utf-8" });
  if (status === 429 || status === 503) headers.set("retry-after", String(RETRY_SECONDS));
  return { ok: false, refusal, response: new Response(`${words}\n`, { status, headers }) };
}
