/** Which of the site's STUN and TURN servers this browser reaches. */
import type { IceServer } from "../signaling/protocol.ts";
import { failed, OK, omitted, type Outcome } from "./outcome.ts";

/** How a page talks to a relay: TURN over UDP, TCP, or TLS (RFC 8656, 3.1). */
export type Transport = "udp" | "tcp" | "tls";

/** Chromium gives a STUN server up after 9.5 s. */
const GATHER_MS = 12_000;

/** The STUN addresses among the servers. */
export function stunServers(servers: readonly IceServer[]): RTCIceServer[] {
  return pick(servers, (url) => url.startsWith("stun"));
}

/** The relays to be talked to in one way (RFC 7065: without a word, `turn:` is UDP and `turns:` TLS). */
export function turnServers(servers: readonly IceServer[], transport: Transport): RTCIceServer[] {
  return pick(servers, (url) => transportOf(url) === transport);
}

export function transportOf(url: string): Transport | null {
  const secure = url.startsWith("turns:");
  if (!secure && !url.startsWith("turn:")) return null;
  if (url.endsWith("?transport=udp")) return secure ? null : "udp";
  if (secure) return "tls";
  return url.endsWith("?transport=tcp") ? "tcp" : "udp";
}

function pick(servers: readonly IceServer[], wanted: (url: string) => boolean): RTCIceServer[] {
  return servers.flatMap((server) => {
    const urls = server.urls.filter(wanted);
    return urls.length === 0 ? [] : [{ ...server, urls } as RTCIceServer];
  });
}

/** Whether a STUN server told this browser its address. */
export async function checkStun(servers: RTCIceServer[], signal: AbortSignal): Promise<Outcome> {
  if (servers.length === 0) return omitted("not-offered");
  const { found, refused } = await gather({ iceServers: servers }, "srflx", signal);
  // Without a translation on the way the address is the one the browser knew: no candidate of its own.
  return found || !refused ? OK : failed("no-stun");
}

/** Whether a relay allocates an address. */
export async function checkTurn(servers: RTCIceServer[], signal: AbortSignal): Promise<Outcome> {
  if (servers.length === 0) return omitted("not-offered");
  const config = { iceServers: servers, iceTransportPolicy: "relay" } as const;
  const { found } = await gather(config, "relay", signal);
  return found ? OK : failed("no-turn");
}

interface Gathered {
  /** There was a candidate of the wanted type. */
  readonly found: boolean;
  /** The browser reported a server it could not use, or gathering did not end in time. */
  readonly refused: boolean;
}

/** Gathers until there is a candidate of the wanted type, or none will come. */
async function gather(
  config: RTCConfiguration,
  wanted: RTCIceCandidateType,
  signal: AbortSignal,
): Promise<Gathered> {
  const pc = new RTCPeerConnection(config);
  const over = Promise.withResolvers<Gathered>();
  let refused = false;
  const timer = setTimeout(() => over.resolve({ found: false, refused: true }), GATHER_MS);
  function giveUp(): void {
    over.resolve({ found: false, refused: true });
  }
  signal.addEventListener("abort", giveUp, { once: true });
  pc.onicecandidateerror = () => refused = true;
  pc.onicecandidate = ({ candidate }) => {
    if (candidate === null) over.resolve({ found: false, refused });
    else if (candidate.type === wanted) over.resolve({ found: true, refused });
  };
  pc.createDataChannel("check");
  try {
    await pc.setLocalDescription();
    return await over.promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", giveUp);
    pc.close();
  }
}
