/** Every message an attack sends, built here: the one file that knows the wire protocol's version. */
import { encode, type OfferSignal, PROTOCOL } from "../../signaling/protocol.ts";

export { PROTOCOL };

export interface JoinFields {
  readonly room: string;
  readonly session: string;
  readonly token?: string | undefined;
  readonly offer?: OfferSignal | null;
}

export function join({ room, session, token, offer = null }: JoinFields): string {
  const connection = offer?.connection ?? null;
  const base = { type: "join", request: REQUEST, room, session, connection, offer } as const;
  return encode(token === undefined ? base : { ...base, token });
}

/** A signal nobody minds: the end of candidates of some connection. */
export function signalTo(to: string): string {
  const signal = { kind: "candidate", connection: CONNECTION, candidate: null } as const;
  return encode({ type: "signal", to, signal });
}

/** A signal of about so many bytes. */
export function answerTo(to: string, sdp: string): string {
  const signal = { kind: "answer", connection: CONNECTION, id: "00000001", sdp } as const;
  return encode({ type: "signal", to, signal });
}

export function offerOf(sdp: string): OfferSignal {
  return { kind: "offer", connection: CONNECTION, id: "00000001", sdp };
}

export function leave(): string {
  return encode({ type: "leave" });
}

export function ping(): string {
  return encode({ type: "ping" });
}

/** Asks for ICE servers again. */
export function askIce(): string {
  return encode({ type: "ice" });
}

/** "I still receive media from that session." */
export function vouch(session: string): string {
  return encode({ type: "vouch", session });
}

/** "I do not let that session in." */
export function refuse(session: string): string {
  return encode({ type: "refuse", session });
}

const REQUEST = "request-1";
const CONNECTION = "connection-1";
