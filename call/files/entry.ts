/** One file as the page knows it: what the screens see, and what moves it. */
import type { Incoming } from "./incoming.ts";
import type { FileOffer, FilesMessage } from "./messages.ts";
import { kindOf, pictureType, safeName } from "./names.ts";
import type { Outgoing } from "./outgoing.ts";
import type { FileRecord } from "./record.ts";
import type { Place, Sink } from "./store.ts";
import { isOver, type Phase, type Side } from "./transfer.ts";

/** What the screens see of one file. */
export interface Transfer {
  /** Its own within this page. */
  readonly key: string;
  /** Who sends it. */
  readonly from: Side;
  /** Safe to show and to store. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** What kind its name says it is: "PDF"; `null`: it does not say. */
  readonly kind: string | null;
  /** With this type it may be drawn as a picture; `null`: it is none. */
  readonly picture: string | null;
  readonly phase: Phase;
  /** Where it goes; of files that come in only. `null`: this browser has no room for it. */
  readonly place: Place | null;
  /** The person has it where they want it. */
  readonly isSaved: boolean;
}

/** The same, with what moves it. */
export interface Entry {
  readonly key: string;
  readonly from: Side;
  readonly offer: FileOffer;
  readonly holder: string;
  phase: Phase;
  place: Place | null;
  isSaved: boolean;
  /** The person does not want to see it any more. */
  isHidden: boolean;
  /** Of one's own file: ms since the epoch. */
  readonly modified: number | undefined;
  sink: Sink | null;
  incoming: Incoming | null;
  outgoing: Outgoing | null;
  /** On this connection the friend was asked for it. */
  isAsked: boolean;
}

export function newEntry(
  made: Pick<Entry, "key" | "from" | "offer" | "holder" | "place"> & Partial<Entry>,
): Entry {
  return {
    phase: { is: "offered" },
    isSaved: false,
    isHidden: false,
    modified: undefined,
    sink: null,
    incoming: null,
    outgoing: null,
    isAsked: false,
    ...made,
  };
}

/** As it was when the page was left. */
export function entryOf({ key, from, holder, offer, modified, done }: FileRecord): Entry {
  const phase: Phase = done
    ? { is: "done" }
    : from === "me"
    ? { is: "missing", bytes: 0, chose: "nothing" }
    : { is: "accepted" };
  const place = from === "me" ? null : "private";
  return newEntry({ key, from, holder, offer, phase, modified, place });
}

export function recordOfEntry(entry: Entry, usedAt: number): FileRecord {
  const { key, from, holder, offer, modified, phase } = entry;
  const known = modified === undefined ? {} : { modified };
  return { key, from, holder, offer, ...known, done: phase.is === "done", usedAt };
}

/** Whether anything of it has to survive the page. */
export function isKept({ from, phase, place }: Entry): boolean {
  if (from === "me") return !isOver(phase);
  if (place !== "private" || phase.is === "offered") return false;
  return !isOver(phase) || phase.is === "done";
}

export function shownOf({ key, from, offer, phase, place, isSaved }: Entry): Transfer {
  const { size } = offer;
  const name = safeName(offer.name);
  const about = { name, size, kind: kindOf(name), picture: pictureType(offer) };
  return { key, from, ...about, phase, place, isSaved };
}

/** What the friend has to hear of a file that is over; `null`: nothing. */
export function lastWord({ offer: { id }, from, phase }: Entry): FilesMessage | null {
  switch (phase.is) {
    case "declined":
      return from === "friend" ? { does: "decline", id } : null;
    case "cancelled":
      return phase.by === "me" ? { does: "cancel", id } : null;
    case "failed":
      return { does: "fail", id, because: phase.because };
    case "done":
      return from === "friend" ? { does: "done", id } : null;
    default:
      return null;
  }
}
