/**
 * Offers and answers of one peer connection: W3C perfect negotiation (WebRTC 1.0, 10.7) with
 * deduplication, since every description travels on the socket and on the data channel.
 *
 * An answer carries the id of the offer it answers. So an answer to an offer that has been replaced
 * is recognised, and an offer that arrives again is answered again with the same words.
 *
 * All work on a connection runs in one queue. That makes the pattern's `makingOffer` and
 * `isSettingRemoteAnswerPending` unnecessary: no offer can arrive in the middle of a step.
 */
import type { AnswerSignal, OfferSignal, Signal } from "../signaling/protocol.ts";
import { randomId } from "./random_id.ts";

export interface NegotiationOptions {
  readonly link: string;
  /** The answerer of the first offer is polite: on glare it rolls back its own. */
  readonly polite: boolean;
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
  /** ICE restart (RFC 8445, 9), also while an earlier restart is unanswered. */
  restart(): Promise<void>;
  /** Says the unanswered offer, or else the last answer, again. */
  repeat(): void;
}

export function negotiate(pc: RTCPeerConnection, options: NegotiationOptions): Negotiation {
  const { link, polite, send, beforeAnswer } = options;
  let ignoredOffer = false;
  let offerId = "";
  let lastAnswer: AnswerSignal | null = null;
  const early: RTCIceCandidateInit[] = [];
  let queue: Promise<void> = Promise.resolve();

  pc.onicecandidate = ({ candidate }) => {
    send({ kind: "candidate", link, candidate: candidate && plain(candidate) });
  };

  async function offer(iceRestart: boolean): Promise<void> {
    // `createOffer` here instead of an implicit one: `iceRestart` works in have-local-offer too.
    const description = await pc.createOffer({ iceRestart });
    offerId = randomId();
    await pc.setLocalDescription(description);
  }

  function pendingOffer(): OfferSignal | null {
    if (pc.signalingState !== "have-local-offer" || pc.localDescription === null) return null;
    return { kind: "offer", link, id: offerId, sdp: pc.localDescription.sdp };
  }

  function repeat(): void {
    const pending = pendingOffer();
    if (pending !== null) send(pending);
    else if (lastAnswer !== null) send(lastAnswer);
  }

  async function receiveOffer(signal: OfferSignal): Promise<void> {
    if (lastAnswer?.id === signal.id) return send(lastAnswer);
    ignoredOffer = !polite && pc.signalingState !== "stable";
    if (ignoredOffer) return;
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

  async function receiveCandidate(candidate: RTCIceCandidateInit | null): Promise<void> {
    if (candidate === null) return;
    if (pc.remoteDescription === null) {
      early.push(candidate);
      return;
    }
    try {
      await pc.addIceCandidate(candidate);
    } catch (error) {
      // Candidates of an offer we ignored, or of an ICE generation that is over, do not apply.
      const stale = ignoredOffer || isOtherGeneration(pc, candidate);
      if (!stale) throw error;
    }
  }

  async function flushEarly(): Promise<void> {
    for (const candidate of early.splice(0)) await receiveCandidate(candidate);
  }

  function enqueue(work: () => Promise<void>): Promise<void> {
    const done = queue.then(() => pc.signalingState === "closed" ? undefined : work());
    queue = done.catch(() => undefined);
    return done;
  }

  return {
    begin: () => enqueue(() => offer(false)),
    pendingOffer,
    receive(signal) {
      switch (signal.kind) {
        case "offer":
          return enqueue(() => receiveOffer(signal));
        case "answer":
          return enqueue(() => receiveAnswer(signal));
        case "candidate":
          return enqueue(() => receiveCandidate(signal.candidate));
      }
    },
    restart: () =>
      enqueue(async () => {
        if (pc.signalingState !== "stable" && pc.signalingState !== "have-local-offer") return;
        await offer(true);
        repeat();
      }),
    repeat,
  };
}

function plain(
  candidate: RTCIceCandidate,
): NonNullable<(Signal & { kind: "candidate" })["candidate"]> {
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
