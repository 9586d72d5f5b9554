/** What a peer connection puts into its descriptions, and what it keeps of the other's. */
import type { Generation } from "./ice.ts";
import { type Direction, meet, reverse, type Sdp, type Section } from "./sdp.ts";
import type { Transceiver } from "./transceiver.ts";

export interface Local {
  readonly type: "offer" | "answer";
  readonly sdp: string;
  readonly generation: Generation;
}

export interface Remote {
  readonly type: "offer" | "answer";
  readonly sdp: string;
  readonly read: Sdp;
  readonly generation: Generation;
}

/** Every transceiver in its order, and the data channels after them (RFC 8829, 5.2). */
export function offeredSections(
  transceivers: readonly Transceiver[],
  hasChannel: boolean,
): Section[] {
  const media = transceivers.map(({ kind, direction }, index): Section => {
    return { kind, mid: String(index), direction };
  });
  if (!hasChannel) return media;
  return [...media, { kind: "application", mid: String(media.length), direction: "sendrecv" }];
}

/** The offer's sections with what both want (RFC 8829, 5.3). */
export function answeredSections(
  offer: Sdp,
  directionOf: (mid: string) => Direction | undefined,
): Section[] {
  return offer.sections.map((section): Section => {
    if (section.kind === "application") return section;
    const own = directionOf(section.mid) ?? "inactive";
    return { ...section, direction: meet(own, reverse(section.direction)) };
  });
}
