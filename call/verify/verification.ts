/**
 * Is anybody in between? The media are encrypted between two certificates (DTLS-SRTP, RFC 5764), but
 * whoever relays their fingerprints could have swapped them. Over the data channel:
 *
 * ```
 * offerer                         answerer
 *    │ ◀──────── please ──────────── │   (only if the answerer's person asks)
 *    │ ── commit H(nonceA) ────────▶ │
 *    │ ◀──────── nonceB ──────────── │
 *    │ ── reveal nonceA ───────────▶ │   both show five emoji from fingerprints and nonces
 *    │ ◀─── match, match ──────────▶ │   both people said that they are the same
 * ```
 *
 * The commitment leaves somebody in between one guess: nonceB must be answered before nonceA is
 * known, and a connection has one commitment only. After it both hold a key nobody else has; on a new
 * connection of the same two holders each proves by it, unasked, that it sees the same certificates.
 * Where that proof does not come the person hears of it: a verified call does not turn silently into
 * one that is not. It cannot protect against a server that ships other code.
 */
import type { Clock } from "../../signaling/clock.ts";
import type { ChannelMessage } from "../connection/channel.ts";
import type { Ends } from "../connection/ends.ts";
import { codeOf, commitmentTo, keyOf, proofOf } from "./code.ts";

export type VerifyMessage = Extract<ChannelMessage, { type: "verify" }>;

export type Verification =
  /** Nobody asked yet. */
  | { readonly is: "open" }
  /** The friend's page does not answer; perhaps it does to the next try. */
  | { readonly is: "silent" }
  /**
   * The two compared codes on an earlier connection, and of this one it is not proved that it is
   * between the same two: the friend's page lost its key, or somebody is in between.
   */
  | { readonly is: "unproven" }
  /** The code is being made. */
  | { readonly is: "making" }
  /** The people compare; `said`: ours has said that it is the same. */
  | { readonly is: "comparing"; readonly code: readonly number[]; readonly said: boolean }
  /** `inherited`: by the key of an earlier connection of the same two. */
  | { readonly is: "verified"; readonly inherited: boolean }
  /** The codes differ, by one of the two people, or a message was forged: somebody is in between. */
  | { readonly is: "broken" };

export interface VerificationOptions {
  readonly role: keyof Ends;
  /** The certificates as this page sees them; `null`: not known yet. */
  readonly ends: () => Ends | null;
  readonly say: (message: VerifyMessage) => boolean;
  readonly clock: Pick<Clock, "after">;
  /** At least 128 random bits. */
  readonly newNonce: () => string;
  /** The key of an earlier verified connection with this holder; `null`: none. */
  readonly key: () => string | null;
  readonly keep: (key: string) => void;
  readonly changed: (verification: Verification) => void;
}

/** One connection's verification. */
export interface Verifier {
  /** The channel is open: proves what is known from before. */
  opened(): void;
  /** The person wants to compare. */
  begin(): void;
  /** The person has compared. */
  judge(same: boolean): void;
  receive(message: VerifyMessage): void;
}

/** The friend's page loads its part first, over a line that may be slow, ms. */
export const ANSWER_MS = 10_000;

/** Which step of the exchange is under way; each message counts only in its own. */
type Exchange =
  | { readonly at: "none" }
  | { readonly at: "committed"; readonly nonce: string }
  | { readonly at: "answered"; readonly nonce: string; readonly commitment: string }
  | {
    readonly at: "revealed";
    readonly nonces: Ends;
    readonly ours: boolean;
    readonly theirs: boolean;
  };

export function createVerifier(options: VerificationOptions): Verifier {
  const { role, ends, say, clock, newNonce, changed } = options;
  const other = role === "offerer" ? "answerer" : "offerer";
  let exchange: Exchange = { at: "none" };
  let shown: Verification = { is: "open" };

  function show(next: Verification): void {
    shown = next;
    changed(next);
  }

  function giveUp(): void {
    exchange = { at: "none" };
    show({ is: "broken" });
  }

  /** Unless something else is shown by then. */
  function showLater(next: Verification, now: Verification["is"]): void {
    clock.after(ANSWER_MS, () => {
      if (shown.is === now) show(next);
    });
  }

  /** Our nonce is chosen once: said again, it is the same, so that no second guess is to be had. */
  function commit(): void {
    const nonce = exchange.at === "committed" ? exchange.nonce : newNonce();
    tell({ at: "committed", nonce }, "commit", commitmentTo(nonce));
  }

  function answer(commitment: string): void {
    const isSame = exchange.at === "answered" && exchange.commitment === commitment;
    if (exchange.at !== "none" && !isSame) return;
    const nonce = exchange.at === "answered" ? exchange.nonce : newNonce();
    tell({ at: "answered", nonce, commitment }, "nonce", nonce);
  }

  /** Takes the step and says so; what cannot be said is not taken. */
  function tell(next: Exchange, step: VerifyMessage["step"], value: string): void {
    const before = exchange;
    exchange = next;
    show({ is: "making" });
    showLater({ is: "silent" }, "making");
    if (say({ type: "verify", step, value })) return;
    exchange = before;
    show({ is: "silent" });
  }

  function reveal(nonces: Ends): void {
    const known = ends();
    if (known === null) return;
    exchange = { at: "revealed", nonces, ours: false, theirs: false };
    show({ is: "comparing", code: codeOf(known, nonces), said: false });
  }

  function revealOwn(nonces: Ends): void {
    reveal(nonces);
    say({ type: "verify", step: "reveal", value: nonces.offerer });
  }

  function settle(): void {
    const known = ends();
    if (exchange.at !== "revealed" || known === null) return;
    const { ours, theirs, nonces } = exchange;
    if (!ours || !theirs) return;
    options.keep(keyOf(known, nonces));
    show({ is: "verified", inherited: false });
  }

  function onProof(value: string): void {
    const [key, known] = [options.key(), ends()];
    if (key === null || known === null || !isResting(shown)) return;
    const isProved = value === proofOf(key, known, other);
    show(isProved ? { is: "verified", inherited: true } : { is: "unproven" });
  }

  return {
    opened() {
      const [key, known] = [options.key(), ends()];
      if (key === null || known === null) return;
      say({ type: "verify", step: "proof", value: proofOf(key, known, role) });
      showLater({ is: "unproven" }, "open");
    },
    begin() {
      if (shown.is === "broken" || exchange.at === "revealed") return;
      if (role === "offerer") commit();
      else if (exchange.at === "answered") answer(exchange.commitment);
      else tell(exchange, "please", "");
    },
    judge(same) {
      if (exchange.at !== "revealed" || shown.is !== "comparing") return;
      say({ type: "verify", step: same ? "match" : "differ", value: "" });
      if (!same) return giveUp();
      exchange = { ...exchange, ours: true };
      show({ ...shown, said: true });
      settle();
    },
    receive({ step, value }) {
      if (shown.is === "broken") return;
      switch (step) {
        case "please":
          if (role === "offerer" && exchange.at !== "revealed") commit();
          return;
        case "commit":
          return role === "answerer" ? answer(value) : undefined;
        case "nonce":
          if (exchange.at !== "committed") return;
          return revealOwn({ offerer: exchange.nonce, answerer: value });
        case "reveal":
          if (exchange.at !== "answered") return;
          if (commitmentTo(value) !== exchange.commitment) return giveUp();
          return reveal({ offerer: value, answerer: exchange.nonce });
        case "match":
          if (exchange.at !== "revealed") return;
          exchange = { ...exchange, theirs: true };
          return settle();
        case "differ":
          return exchange.at === "revealed" ? giveUp() : undefined;
        case "proof":
          return onProof(value);
      }
    },
  };
}

/** Nothing is under way and nothing decided. */
function isResting({ is }: Verification): boolean {
  return is === "open" || is === "silent" || is === "unproven";
}
