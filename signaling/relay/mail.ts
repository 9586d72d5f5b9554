/** What instances tell each other, and how it is packed into one KV value. */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { OfferSignal, Signal } from "../protocol.ts";
import { restoreSdp, shortenSdp } from "./sdp_lines.ts";

/**
 * Something a seated page must learn. `from` is the seating it comes from: what a newer seating has
 * replaced is no longer listened to.
 */
export type SeatNotice =
  | {
    readonly kind: "arrived";
    readonly from: string;
    readonly instance: string;
    readonly session: string;
    readonly holder: string;
    /** Which sitting in the room this is: mail of two instances may come in the wrong order. */
    readonly turn: number;
    readonly resumed: boolean;
    readonly connection: string | null;
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
  /** Somebody else has the seat: this one could not be reached, or it was taken back. */
  | { readonly kind: "displaced" }
  /** The other person turned this one out. */
  | { readonly kind: "refused" }
  /** This one could not be reached and its seat is held: whoever lives says so. */
  | { readonly kind: "doubted" };

export type Mail =
  | {
    readonly kind: "notice";
    readonly seating: string;
    readonly sentAt: number;
    readonly notice: SeatNotice;
  }
  /** Does this seating still have a socket? */
  | { readonly kind: "challenge"; readonly question: string; readonly seating: string }
  /** Yes (`null`), or until when its seat is kept (Unix milliseconds). */
  | {
    readonly kind: "verdict";
    readonly question: string;
    readonly verdict: number | null;
  }
  /**
   * To oneself, there and back (`leg` 1 and 2): proves that the own way through KV works while
   * somebody else is challenged.
   */
  | { readonly kind: "echo"; readonly question: string; readonly leg: number };

/** The first byte of a value says how the rest is packed. */
const FORMAT = { plain: 0, deflated: 1, shortened: 2 } as const;
/** Below this, deflating costs more time than it saves. */
const WORTH_DEFLATING = 600;
/** More than any row can hold; a guard against a corrupt one. */
const MAX_INFLATED_BYTES = 4_194_304;

/**
 * Packs mails into one value: JSON, raw-deflated (RFC 1951) when that is worth it, known lines of
 * descriptions shortened. It matters: remote writes above about 1.4 kB take 45 ms, below 2 ms.
 */
export function packMails(mails: readonly Mail[]): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(mails);
  if (json.length < WORTH_DEFLATING) return withFormat(FORMAT.plain, encoder.encode(json));
  const short = shortenSdp(json);
  const packed = deflateRawSync(encoder.encode(short ?? json));
  return withFormat(short === null ? FORMAT.deflated : FORMAT.shortened, packed);
}

/** @throws {Error} when the value is none of ours */
export function unpackMails(body: Uint8Array): Mail[] {
  const packed = body.subarray(1);
  switch (body[0]) {
    case FORMAT.plain:
      return JSON.parse(decoder.decode(packed));
    case FORMAT.deflated:
      return JSON.parse(inflate(packed));
    case FORMAT.shortened:
      return JSON.parse(restoreSdp(inflate(packed)));
    default:
      throw new Error(`Cannot read mail of format ${body[0]}`);
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

function inflate(packed: Uint8Array): string {
  return decoder.decode(inflateRawSync(packed, { maxOutputLength: MAX_INFLATED_BYTES }));
}

function withFormat(format: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const body = new Uint8Array(bytes.length + 1);
  body[0] = format;
  body.set(bytes, 1);
  return body;
}
