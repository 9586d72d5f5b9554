/** Session descriptions (RFC 8829), short: what the engine reads of them and the model needs. */
import type { Kind } from "../tracks.ts";

export type Direction = "sendrecv" | "sendonly" | "recvonly" | "inactive";

export interface Section {
  readonly kind: Kind | "application";
  readonly mid: string;
  readonly direction: Direction;
}

export interface Sdp {
  /** Names the peer connection: one certificate each. */
  readonly fingerprint: string;
  readonly ufrag: string;
  readonly sections: readonly Section[];
  /** Addresses of the candidates inside. */
  readonly addresses: readonly string[];
}

export function writeSdp({ fingerprint, ufrag, sections }: Omit<Sdp, "addresses">): string {
  const lines = [
    "v=0",
    "o=- 1 1 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    `a=fingerprint:sha-256 ${fingerprint}`,
  ];
  for (const { kind, mid, direction } of sections) {
    lines.push(
      kind === "application"
        ? "m=application 9 UDP/DTLS/SCTP webrtc-datachannel"
        : `m=${kind} 9 UDP/TLS/RTP/SAVPF 96`,
      `a=mid:${mid}`,
      `a=ice-ufrag:${ufrag}`,
      `a=ice-pwd:${ufrag}${ufrag}${ufrag}`,
      `a=${direction}`,
    );
  }
  return `${lines.join("\r\n")}\r\n`;
}

/** @throws {DOMException} OperationError when it is no description */
export function readSdp(text: string): Sdp {
  const ufrag = /^a=ice-ufrag:(\S+)/m.exec(text)?.[1];
  const fingerprint = /^a=fingerprint:sha-256 (\S+)/m.exec(text)?.[1];
  if (ufrag === undefined || fingerprint === undefined) {
    throw new DOMException("Cannot parse the description", "OperationError");
  }
  const sections = text.split(/^m=/m).slice(1).map((section): Section => ({
    kind: (/^\w+/.exec(section)?.[0] ?? "audio") as Section["kind"],
    mid: /^a=mid:(\S+)/m.exec(section)?.[1] ?? "",
    direction: (/^a=(sendrecv|sendonly|recvonly|inactive)\b/m.exec(section)?.[1] ??
      "sendrecv") as Direction,
  }));
  const addresses = [...text.matchAll(/^a=(candidate:.*)$/gm)]
    .map(([, line = ""]) => addressOf(line));
  return { ufrag, fingerprint, sections, addresses };
}

/** RFC 8839, 5.1. */
export function writeCandidate(address: string, ufrag: string): string {
  return `candidate:1 1 udp 2122260223 ${address} 50000 typ host generation 0 ufrag ${ufrag}`;
}

export function addressOf(candidate: string): string {
  return candidate.split(" ")[4] ?? "";
}

export function reverse(direction: Direction): Direction {
  if (direction === "sendonly") return "recvonly";
  return direction === "recvonly" ? "sendonly" : direction;
}

/** What both want (RFC 8829, 5.3.1). */
export function meet(one: Direction, other: Direction): Direction {
  const send = sends(one) && sends(other);
  const receive = receives(one) && receives(other);
  if (send) return receive ? "sendrecv" : "sendonly";
  return receive ? "recvonly" : "inactive";
}

export function sends(direction: Direction | null): boolean {
  return direction === "sendrecv" || direction === "sendonly";
}

export function receives(direction: Direction | null): boolean {
  return direction === "sendrecv" || direction === "recvonly";
}
