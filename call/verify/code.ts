/**
 * The short code two people compare, and the proof that spares them the next comparison: pure
 * functions over texts. SHA-256 and HMAC (FIPS 180-4, RFC 2104) come from `@noble/hashes`.
 */
import { hmac } from "@noble/hashes/hmac.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Ends } from "../connection/ends.ts";

/** Emoji to choose from: six bits each. */
export const ALPHABET = 64;
/** Emoji of one code: 30 bits, so that an attacker's one guess hits once in 10⁹. */
export const CODE_LENGTH = 5;

/** Binds its sender to `nonce` without showing it. */
export function commitmentTo(nonce: string): string {
  return digest("duet commitment", nonce);
}

/** The code: indices into the alphabet, 0…63. */
export function codeOf(ends: Ends, nonces: Ends): number[] {
  const bytes = sha256(joined("duet code", [...fields(ends), ...fields(nonces)]));
  // Bytes are even over 256, so their low six bits are even over 64.
  return [...bytes.slice(0, CODE_LENGTH)].map((byte) => byte % ALPHABET);
}

/** A secret only the two ends know: the nonces crossed nothing but their own connection. */
export function keyOf(ends: Ends, nonces: Ends): string {
  return digest("duet key", ...fields(ends), ...fields(nonces));
}

/** Shows that whoever says it has `key`, and sees this connection's two certificates. */
export function proofOf(key: string, ends: Ends, role: keyof Ends): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), joined("duet proof", [role, ...fields(ends)])));
}

function fields({ offerer, answerer }: Ends): string[] {
  return [offerer, answerer];
}

function digest(...texts: readonly [string, ...string[]]): string {
  const [purpose, ...rest] = texts;
  return bytesToHex(sha256(joined(purpose, rest)));
}

/** Unmistakable: JSON tells where each text ends. */
function joined(purpose: string, texts: readonly string[]): Uint8Array {
  return utf8ToBytes(JSON.stringify([purpose, ...texts]));
}
