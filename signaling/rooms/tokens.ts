/** Secrets and identifiers: made by the system's CSPRNG, compared in constant time. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 18;
const ID_BYTES = 9;
/** 132 bits: nobody finds a second token with the same one. */
const HOLDER_LENGTH = 22;

/** Where secrets and names come from; a simulation brings its own. */
export interface Secrets {
  /** A seat's secret: 144 random bits as 24 base64url characters. */
  newToken(): string;
  /** A name for an instance, a seating or a question: 72 random bits as 12 base64url characters. */
  newId(): string;
}

export const systemSecrets: Secrets = {
  newToken: () => randomText(TOKEN_BYTES),
  newId: () => randomText(ID_BYTES),
};

/** What is stored instead of a token: its SHA-256. The token has full entropy, so no salt. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** What others know a seat's holder by: it tells neither the token nor its stored hash. */
export function holderOf(tokenHash: string): string {
  const digest = createHash("sha256").update(`duet holder:${tokenHash}`).digest("base64url");
  return digest.slice(0, HOLDER_LENGTH);
}

/** Compares two hashes without telling by its duration where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
