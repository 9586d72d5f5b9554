/** What instances tell each other, and how it is packed into one KV value. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { OfferSignal, Signal } from "./protocol.ts";
import { SDP_DICTIONARY } from "./sdp_dictionary.ts";

/**
 * Something a seated page must learn. `from` is the seating it comes from: what a newer seating has
 * replaced is no longer listened to.
 */
export type Notice =
  | {
    readonly kind: "arrived";
    readonly from: string;
    readonly instance: string;
    readonly session: string;
    readonly link: string | null;
    readonly offer: OfferSignal | null;
  }
  | {
    readonly kind: "away";
    readonly from: string;
    readonly reason: "closing" | "lost";
    readonly holdMs: number;
  }
  | { readonly kind: "left"; readonly from: string }
  | { readonly kind: "signal"; readonly from: string; readonly signal: Signal }
  /** The same person sits here with a newer socket. */
  | { readonly kind: "elsewhere" }
  /** Somebody else got the seat because this one seemed dead. */
  | { readonly kind: "displaced" };

export type Mail =
  | {
    readonly kind: "notice";
    readonly seating: string;
    readonly sentAt: number;
    readonly notice: Notice;
  }
  /** Does this seating still have a socket? */
  | { readonly kind: "challenge"; readonly question: string; readonly seating: string }
  /** Yes (`null`), or until when its seat is kept (Unix milliseconds). */
  | {
    readonly kind: "verdict";
    readonly question: string;
    readonly verdict: number | null;
  }
  /** To oneself: proves that the own mailbox works while somebody else is challenged. */
  | { readonly kind: "echo"; readonly question: string };

const PLAIN = 0;
const DEFLATED = 1;
/** Below this, deflating costs more time than it saves. */
const WORTH_DEFLATING_BYTES = 600;
/** More than any row can hold; a guard against a corrupt one. */
const MAX_INFLATED_BYTES = 4_194_304;

/**
 * Packs mails into one value: a format byte, then JSON, raw-deflated (RFC 1951) when that is worth
 * it. The preset dictionary matters: remote writes above about 1.4 kB take 45 ms, below 2 ms.
 */
export function packMails(mails: readonly Mail[]): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(mails));
  if (json.length < WORTH_DEFLATING_BYTES) return withFormat(PLAIN, json);
  return withFormat(DEFLATED, deflateRawSync(json, { dictionary: SDP_DICTIONARY }));
}

/** @throws {Error} when the value is none of ours */
export function unpackMails(body: Uint8Array): Mail[] {
  const packed = body.subarray(1);
  switch (body[0]) {
    case PLAIN:
      return JSON.parse(new TextDecoder().decode(packed));
    case DEFLATED: {
      const options = { dictionary: SDP_DICTIONARY, maxOutputLength: MAX_INFLATED_BYTES };
      return JSON.parse(new TextDecoder().decode(inflateRawSync(packed, options)));
    }
    default:
      throw new Error(`Cannot read mail of format ${body[0]}`);
  }
}

function withFormat(format: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes.length + 1);
  body[0] = format;
  body.set(bytes, 1);
  return body;
}
