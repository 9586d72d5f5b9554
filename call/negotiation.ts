/**
 * Offers and answers of one peer connection, deduplicated, since every description travels on the
 * socket and on the data channel.
 *
 * Whoever made the first offer of a link makes all of them; the other side asks for a restart. So
 * there is no glare and nobody ever rolls back. (W3C perfect negotiation has the polite side roll
 * back. Measured on Chromium 156: when an ICE restart is rolled back, the friend's video goes on
 * being decoded but is never shown again.) `docs/RELIABILITY.md` says how to repeat that.
 *
 * An answer carries the id of the offer it answers. So an answer to an offer that has been replaced
 * is recognised, and an offer that arrives again is answered again with the same words.
 */
import type { AnswerSignal, CandidateSignal, OfferSignal, Signal } from "../signaling/protocol.ts";
import { randomId } from "./random_id.ts";

export type Role = "offerer" | "answerer";

export interface NegotiationOptions {
  readonly link: string;
  readonly role: Role;
  readonly send: (signal: Signal) => void;
  /** Runs between the remote offer and our answer; the place to attach our tracks. */
  readonly beforeAnswer: () => Promise<void>;
}

export interface Negotiation {
  /** Makes the first offer (without waiting for candidates). */
  begin(): Promise<void>;
  /** The pending offer with the candidates gathered so far; `null` when none is pending. */
  pendingOffer(): OfferSignal | null;
  receive(signal: Signal): Promise<void>;
  /** ICE restart (RFC 8445, 9): offers it, or asks the offerer for it. */
  restart(): Promise<void>;
  /** Says again what the other side may have missed. */
  repeat(): void;
}

/** A restart asked for while one is this young is already under way, ms. */
const RESTARTING_MS = 700;

export function negotiate(pc: RTCPeerConnection, options: NegotiationOptions): Negotiation {
  const { link, role, send, beforeAnswer } = options;
  let offerId = "";
  let offeredAt = -Infinity;
  let lastAnswer: AnswerSignal | null = null;
  let asking = false;
  const early: RTCIceCandidateInit[] = [];
  let queue: Promise<void> = Promise.resolve();

  pc.onicecandidate = ({ candidate }) => {
    send({ kind: "candidate", link, candidate: candidate && plain(candidate) });
  };

  async function offer(iceRestart: boolean): Promise<void> {
    // `createOffer` here instead of an implicit one: `iceRestart` works in have-local-offer too.
    const description = await pc.createOffer({ iceRestart });
    offerId = randomId();
    offeredAt = performance.now();
    await pc.setLocalDescription(description);
  }

  function pendingOffer(): OfferSignal | null {
    if (pc.signalingState !== "have-local-offer" || pc.localDescription === null) return null;
    return { kind: "offer", link, id: offerId, sdp: pc.localDescription.sdp };
  }

  function repeat(): void {
    const pending = pendingOffer();
    if (pending !== null) return send(pending);
    if (lastAnswer !== null) send(lastAnswer);
    if (asking) send({ kind: "restart", link });
  }

  async function restart(): Promise<void> {
    if (role === "answerer") {
      asking = true;
      return send({ kind: "restart", link });
    }
    await offer(true);
    repeat();
  }

  async function receiveOffer(signal: OfferSignal): Promise<void> {
    if (role === "offerer") return;
    if (lastAnswer?.id === signal.id) return send(lastAnswer);
    asking = false;
    await pc.setRemoteDescription({ type: "offer", sdp: signal.sdp });
    await beforeAnswer();
    await pc.setLocalDescription(await pc.createAnswer());
    const sdp = pc.localDescription?.sdp ?? "";
    lastAnswer = { kind: "answer", link, id: signal.id, sdp };
    send(lastAnswer);
    await flushEarly();
  }

  async function receiveAnswer(signal: AnswerSignal): Promise<void> {
    if (signal.id !== offerId || pc.signalingState !== "have-local-offer") return;
    await pc.setRemoteDescription({ type: "answer", sdp: signal.sdp });
    await flushEarly();
  }

  async function receiveCandidate(candidate: CandidateSignal["candidate"]): Promise<void> {
    if (candidate === null) return;
    if (pc.remoteDescription === null || isOtherGeneration(pc, candidate)) {
      early.push(candidate);
      return;
    }
    await pc.addIceCandidate(candidate);
  }

  /** Candidates may overtake their description; those of a generation that is over are dropped. */
  async function flushEarly(): Promise<void> {
    for (const candidate of early.splice(0)) {
      if (!isOtherGeneration(pc, candidate)) await pc.addIceCandidate(candidate);
    }
  }

  /** One step after the other; nothing is done to a connection that is closed. */
  function enqueue(work: () => Promise<void>): Promise<void> {
    const done = queue.then(() => pc.signalingState === "closed" ? undefined : work());
    queue = done.catch(() => undefined);
    return done;
  }

  function receive(signal: Signal): Promise<void> {
    switch (signal.kind) {
      case "offer":
        return enqueue(() => receiveOffer(signal));
      case "answer":
        return enqueue(() => receiveAnswer(signal));
      case "candidate":
        return enqueue(() => receiveCandidate(signal.candidate));
      case "restart": {
        const underWay = performance.now() - offeredAt < RESTARTING_MS;
        return role === "offerer" && !underWay ? enqueue(restart) : Promise.resolve();
      }
    }
  }

  return {
    begin: () => enqueue(() => offer(false)),
    pendingOffer,
    receive,
    restart: () => enqueue(restart),
    repeat,
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
  const sdp = pc.remoteDescription?.sdp ?? "";
  return typeof usernameFragment === "string" && !sdp.includes(`a=ice-ufrag:${usernameFragment}`);
}
