/**
 * Offers and answers of one peer connection, deduplicated, since every description travels on the
 * socket or on the data channel, and may be said again.
 *
 * Whoever made the first offer of a link makes all of them; the other side asks for a restart. So
 * there is no glare and nobody ever rolls back. (W3C perfect negotiation has the polite side roll
 * back. Measured on Chromium 156: when an ICE restart is rolled back, the friend's video goes on
 * being decoded but is never shown again.) `docs/RELIABILITY.md` says how to repeat that.
 *
 * The offers of a link are numbered, and an answer carries the number of its offer. So an offer that
 * was overtaken (the data channel delivers after a cut what was said during it) and an answer to one
 * are recognised, and an offer that arrives again is answered again with the same words.
 */
import type { Clock } from "../../signaling/clock.ts";
import { exchangeCandidates } from "./candidates.ts";
import { fingerprintOf } from "./ends.ts";
import {
  type AnswerSignal,
  FIRST_OFFER,
  type OfferSignal,
  type RestartSignal,
  type Signal,
} from "../../signaling/protocol.ts";

export type Role = "offerer" | "answerer";

export interface NegotiationOptions {
  readonly connection: string;
  readonly role: Role;
  readonly clock: Clock;
  readonly send: (signal: Signal) => void;
  /** The first offer was answered. */
  readonly agreed: () => void;
  /** Called between the remote offer and our answer; the place to attach our tracks, at once. */
  readonly beforeAnswer: () => Promise<void>;
}

export interface Negotiation {
  /** Makes the first offer (without waiting for candidates). */
  begin(): Promise<void>;
  /** The pending offer with the candidates gathered so far; `null` when none is pending. */
  pendingOffer(): OfferSignal | null;
  receive(signal: Signal): Promise<void>;
  /**
   * ICE restart (RFC 8445, 9): offers it, or asks the offerer for it. `anew`: the network changed,
   * so an unanswered offer's candidates are void.
   */
  restart(anew: boolean): Promise<void>;
  /** Does something with the descriptions that the friend's page need not hear of. */
  aside(work: () => Promise<void>): Promise<void>;
  /** Media flows again: a restart that was only asked for is no longer wanted. */
  flows(): void;
  /** Says again what the other side may have missed. */
  sayAgain(): void;
  /** The friend's last, SDP as they wrote it (browsers do not keep every line); empty: none came yet. */
  readonly friendsDescription: string;
  /** Last time an offer was answered, by the monotonic clock, ms; `null`: never. */
  readonly agreedAt: number | null;
}

/** A restart asked for while one is this young is already under way, ms. */
const RESTARTING_MS = 700;
/** An unanswered restart this young is said again instead of being replaced, ms. */
const FRESH_MS = 15_000;

export function negotiate(pc: RTCPeerConnection, options: NegotiationOptions): Negotiation {
  const { connection, role, clock, send, beforeAnswer } = options;
  let offers = 0;
  let offerId = "";
  let offeredAt = -Infinity;
  let lastAnswer: AnswerSignal | null = null;
  let asking = false;
  /** An offer that is pending is for this browser only. */
  let isAside = false;
  let agreedAt: number | null = null;
  let friendsDescription = "";
  let queue: Promise<void> = Promise.resolve();
  const candidates = exchangeCandidates(pc, { connection, send });

  async function offer(iceRestart: boolean): Promise<void> {
    // `createOffer` here instead of an implicit one: `iceRestart` works in have-local-offer too.
    const description = await pc.createOffer({ iceRestart });
    offerId = String(++offers).padStart(FIRST_OFFER.length, "0");
    offeredAt = clock.monotonic();
    candidates.forget();
    await pc.setLocalDescription(description);
  }

  function pendingOffer(): OfferSignal | null {
    if (isAside || pc.signalingState !== "have-local-offer") return null;
    if (pc.localDescription === null) return null;
    return { kind: "offer", connection, id: offerId, sdp: pc.localDescription.sdp };
  }

  function sayAgain(): void {
    const pending = pendingOffer();
    if (pending !== null) return send(pending);
    if (lastAnswer !== null) send(lastAnswer);
    candidates.own.forEach(send);
    if (asking) ask();
  }

  function ask(): void {
    send({ kind: "restart", connection, ...(lastAnswer === null ? {} : { after: lastAnswer.id }) });
  }

  async function restart(anew: boolean): Promise<void> {
    if (role === "answerer") {
      asking = true;
      return ask();
    }
    const pending = pendingOffer() !== null && clock.monotonic() - offeredAt < FRESH_MS;
    if (anew || !pending) await offer(true);
    sayAgain();
  }

  /** What was asked for during a cut arrives after it, and may have been done meanwhile. */
  async function restartAsAsked({ after }: RestartSignal): Promise<void> {
    const isOffered = after !== undefined && after < offerId;
    if (isOffered && pendingOffer() === null) return;
    if (isOffered) return await restart(false);
    if (clock.monotonic() - offeredAt >= RESTARTING_MS) await restart(true);
  }

  async function receiveOffer(signal: OfferSignal): Promise<void> {
    if (role === "offerer") return;
    if (lastAnswer !== null && signal.id < lastAnswer.id) return;
    if (lastAnswer?.id === signal.id) return send(lastAnswer);
    if (!isOfSameEnd(pc, signal.sdp)) return;
    asking = false;
    await pc.setRemoteDescription({ type: "offer", sdp: signal.sdp });
    candidates.forget();
    // Chained in the browser in this order, without waiting for this thread in between.
    await Promise.all([beforeAnswer(), pc.setLocalDescription()]);
    const sdp = pc.localDescription?.sdp ?? "";
    lastAnswer = { kind: "answer", connection, id: signal.id, sdp };
    send(lastAnswer);
    agree(signal.sdp);
    await candidates.flush();
  }

  function agree(sdp: string): void {
    const isFirst = agreedAt === null;
    friendsDescription = sdp;
    agreedAt = clock.monotonic();
    if (isFirst) options.agreed();
  }

  async function receiveAnswer(signal: AnswerSignal): Promise<void> {
    if (signal.id !== offerId || pc.signalingState !== "have-local-offer") return;
    if (!isOfSameEnd(pc, signal.sdp)) return;
    await pc.setRemoteDescription({ type: "answer", sdp: signal.sdp });
    agree(signal.sdp);
    await candidates.flush();
  }

  async function aside(work: () => Promise<void>): Promise<void> {
    isAside = true;
    try {
      await work();
    } finally {
      isAside = false;
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
        return enqueue(() => candidates.receive(signal.candidate));
      case "asking":
        return Promise.resolve();
      case "restart":
        return role === "offerer" ? enqueue(() => restartAsAsked(signal)) : Promise.resolve();
    }
  }

  return {
    begin: () => enqueue(() => offer(false)),
    pendingOffer,
    receive,
    restart: (anew) => enqueue(() => restart(anew)),
    aside: (work) => enqueue(() => aside(work)),
    flows() {
      asking = false;
      candidates.forget();
    },
    sayAgain,
    get friendsDescription() {
      return friendsDescription;
    },
    get agreedAt() {
      return agreedAt;
    },
  };
}

/**
 * A connection keeps its certificate for life (WebRTC 1.0, 4.9). A description with another one is
 * somebody else's, and a browser would take it: what was verified would no longer be what is sent.
 */
function isOfSameEnd({ remoteDescription }: RTCPeerConnection, sdp: string): boolean {
  return remoteDescription === null ||
    fingerprintOf(remoteDescription.sdp) === fingerprintOf(sdp);
}
