/** Secrets and identifiers: made by the system's CSPRNG, compared in constant time. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

const TOKEN_BYTES = 18;
const ID_BYTES = 9;

/** A seat's secret: 144 random bits as 24 base64url characters. */
export function newToken(): string {
  return randomText(TOKEN_BYTES);
}

/** A name for an instance, a seating or a question: 72 random bits as 12 base64url characters. */
export function newId(): string {
  return randomText(ID_BYTES);
}

/** What is stored instead of a token: its SHA-256. The token has full entropy, so no salt. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}

/** Compares two hashes without telling by its duration where they differ. */
export function sameHash(a: string, b: string): boolean {
  const [left, right] = [new TextEncoder().encode(a), new TextEncoder().encode(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function randomText(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}
