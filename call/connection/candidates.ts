/**
 * ICE candidates of one connection (trickle ICE, RFC 8838): ours go out as they come and are kept, since
 * they may be lost; the friend's may overtake their description and wait for it.
 */
import type { CandidateSignal } from "../../signaling/protocol.ts";

/** Those that are kept; no browser gathers more in one go. */
const MAX_KEPT = 64;

export interface Candidates {
  /** Ours since our last description, until media flow. */
  readonly own: readonly CandidateSignal[];
  /** Those kept are of no more use: a new description, or media. */
  forget(): void;
  /** One of the friend's. */
  receive(candidate: CandidateSignal["candidate"]): Promise<void>;
  /** The friend's description is there: takes those that waited for it, drops what is of another. */
  flush(): Promise<void>;
}

export function exchangeCandidates(
  pc: RTCPeerConnection,
  { connection, send }: {
    readonly connection: string;
    readonly send: (signal: CandidateSignal) => void;
  },
): Candidates {
  const early: RTCIceCandidateInit[] = [];
  let own: CandidateSignal[] = [];

  pc.onicecandidate = ({ candidate }) => {
    const signal = {
      kind: "candidate",
      connection,
      candidate: candidate && plain(candidate),
    } as const;
    if (own.length < MAX_KEPT) own.push(signal);
    send(signal);
  };

  /** A candidate this browser cannot use is one way less, not a broken connection. */
  async function add(candidate: RTCIceCandidateInit): Promise<void> {
    await pc.addIceCandidate(candidate).catch(() => undefined);
  }

  return {
    get own() {
      return own;
    },
    forget() {
      own = [];
    },
    async receive(candidate) {
      if (candidate === null) return;
      const isEarly = pc.remoteDescription === null || isOtherGeneration(pc, candidate);
      if (!isEarly) return await add(candidate);
      if (early.length < MAX_KEPT) early.push(candidate);
    },
    async flush() {
      for (const candidate of early.splice(0)) {
        if (!isOtherGeneration(pc, candidate)) await add(candidate);
      }
    },
  };
}

function plain(candidate: RTCIceCandidate): NonNullable<CandidateSignal["candidate"]> {
  return {
    candidate: candidate.candidate,
    sdpMid: candidate.sdpMid,
    sdpMLineIndex: candidate.sdpMLineIndex,
    usernameFragment: candidate.usernameFragment,
  };
}

function isOtherGeneration(pc: RTCPeerConnection, { usernameFragment }: RTCIceCandidateInit) {
  const lines = (pc.remoteDescription?.sdp ?? "").split(/\r?\n/);
  return typeof usernameFragment === "string" && !lines.includes(`a=ice-ufrag:${usernameFragment}`);
}
