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
  const base = { type: "join", room, session, link: offer?.link ?? null, offer } as const;
  return encode(token === undefined ? base : { ...base, token });
}

/** A signal nobody minds: the end of candidates of some connection. */
export function signalTo(to: string): string {
  const signal = { kind: "candidate", link: CONNECTION, candidate: null } as const;
  return encode({ type: "signal", to, signal });
}

/** A signal of about so many bytes. */
export function answerTo(to: string, sdp: string): string {
  const signal = { kind: "answer", link: CONNECTION, id: "00000001", sdp } as const;
  return encode({ type: "signal", to, signal });
}

export function offerOf(sdp: string): OfferSignal {
  return { kind: "offer", link: CONNECTION, id: "00000001", sdp };
}

export function simple(type: "leave" | "closing" | "ice" | "ping"): string {
  return JSON.stringify({ type });
}

/** "I still receive media from that session." */
export function vouch(session: string): string {
  return JSON.stringify({ type: "vouch", session });
}

/** "I do not let that session in." */
export function refuse(session: string): string {
  return JSON.stringify({ type: "refuse", session });
}

const CONNECTION = "connection-1";

/** What a page inside is told of whoever came; `null` where the protocol does not say it. */
export function whoArrived(message: object): { holder: string; resumed: boolean } | null {
  const [holder, resumed] = [Reflect.get(message, "holder"), Reflect.get(message, "resumed")];
  return typeof holder === "string" && typeof resumed === "boolean" ? { holder, resumed } : null;
}
