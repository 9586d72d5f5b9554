/**
 * What a call can be doing. One union; each state carries only what is true in it.
 *
 * ```
 *            media-failed            retry
 * permission ────────────▶ blocked ──────────┐
 *     │ media-ready           ▲  media-ready │
 *     ▼                       └──────────────┤
 *   prompt ◀─────────────────────────────────┘
 *     │ join     ▲ bad name, server trouble, no answer in time
 *     ▼          │
 *  joining ──────┴──▶ full ──▶ (asked again, by hand or by itself)
 *     │ a seat
 *     ├── alone ────▶ waiting ◀────────────── friend left, or did not come back
 *     │                  │ friend arrives              ▲    ("let them in?", who wants to be asked)
 *     └── friend there ─▶ connecting ──▶ connected ⇄ reconnecting
 *                              ▲              │ a stranger got the friend's seat: "let them in?"
 *                              └──────────────┘
 *
 *  any state with a seat ── leave, refused, or seat used elsewhere ──▶ ended ──▶ permission
 * ```
 */
import type { CandidateSignal, OfferSignal } from "../../signaling/protocol.ts";
import type { RoomNameProblem } from "../../signaling/room_name.ts";

export type Device = "camera" | "microphone";

/** Why there is no camera and microphone; the words and the remedy depend on it. */
export type MediaCause = "refused" | "none-found" | "in-use" | "blocked-by-system" | "insecure";

export interface MediaProblem {
  readonly cause: MediaCause;
  /** Which of the two is missing, where the browser tells; empty: it does not. */
  readonly devices: readonly Device[];
}

/** Why the prompt is shown again. */
export type PromptNotice =
  | { readonly kind: "bad-name"; readonly problem: RoomNameProblem }
  | { readonly kind: "cancelled" }
  | { readonly kind: "unavailable" }
  | { readonly kind: "too-many"; readonly retryInMs: number | null };

/** Where to go once camera and microphone are there. */
export interface Destination {
  /** As typed or as in the address; may be empty. */
  readonly room: string;
  /** `true` after a reload, a crash or "Call again": go in without asking. */
  readonly enter: boolean;
}

/** The other person's page, and whose seat it sits on. */
export interface Peer {
  /** This life of their page. */
  readonly session: string;
  /** The same after a reload or a crash; somebody else's is another. */
  readonly holder: string;
}

/** The RTCPeerConnection in use, or about to be. */
export interface Link {
  readonly id: string;
  /** Whether we offered it; the friend did otherwise. */
  readonly ours: boolean;
  /** Whether its first offer was answered. */
  readonly agreed: boolean;
  /** It is not what goes on: a new one is begun once both can hear of it. */
  readonly stale: boolean;
}

/** What the server last said of our seat. */
export type Seat =
  | { readonly is: "kept" }
  /** Asked for again by this `join`, which took connection `offered` along; its answer is awaited. */
  | { readonly is: "asked"; readonly request: string; readonly offered: string | null }
  /** The socket is gone, or the server could not say: asked again when it opens, or by the clock. */
  | { readonly is: "unsure" }
  /** Somebody else sits there while our call flows on: we are first in line and ask again. */
  | { readonly is: "taken" };

/** Somebody who has the other seat and is not let in: the person is being asked. */
export interface Newcomer extends Peer {
  /** Their latest offer, answered when they are let in. */
  readonly offer: OfferSignal | null;
  /** What trickled in after it. */
  readonly candidates: readonly CandidateSignal[];
}

interface Seated {
  readonly room: string;
  readonly seat: Seat;
}

interface WithFriend extends Seated {
  readonly peer: Peer;
  /** The friend's page has no socket: the server holds their seat for a while. */
  readonly away: boolean;
}

/** `first`: nobody came yet; `left`: the friend hung up; `dropped`: the friend did not come back. */
export type WaitingReason = "first" | "left" | "dropped";

/**
 * Why a call is over. `refused`: the person inside did not let us in; `forged`: the verification
 * showed that somebody is in between.
 */
export type EndReason = "left" | "elsewhere" | "refused" | "forged";

export interface Waiting extends Seated {
  readonly name: "waiting";
  readonly because: WaitingReason;
  /** Who may still come back to the other seat; `null`: nobody does. */
  readonly peer: Peer | null;
  /** Came in and is not let in yet: the person wants to be asked. */
  readonly newcomer: Newcomer | null;
}

export interface Connecting extends WithFriend {
  readonly name: "connecting";
  /** `null`: the friend is expected to offer one. */
  readonly link: Link | null;
  readonly noPath: boolean;
  /** The friend is being asked whether to let us in. */
  readonly asking: boolean;
}

export interface Connected extends WithFriend {
  readonly name: "connected";
  readonly link: Link;
  /** ms since the epoch. */
  readonly since: number;
  readonly weak: boolean;
  readonly newcomer: Newcomer | null;
}

export interface Reconnecting extends WithFriend {
  readonly name: "reconnecting";
  readonly link: Link | null;
  readonly since: number;
  readonly noPath: boolean;
  readonly newcomer: Newcomer | null;
}

export type SeatedState = Waiting | Connecting | Connected | Reconnecting;

export interface Joining {
  readonly name: "joining";
  readonly room: string;
  /** The question under way; `null`: asked when the socket opens, or by the clock. */
  readonly request: string | null;
  /** The connection whose offer went with it. */
  readonly offered: string | null;
  /** A page that returns to its seat goes on asking where a newcomer is told of the trouble. */
  readonly returning: boolean;
}

export interface Full {
  readonly name: "full";
  readonly room: string;
  /** When a held seat may come free, ms after this state began; `null`: not known. */
  readonly retryInMs: number | null;
  /** The person agreed to go in by itself as soon as a seat is free. */
  readonly autoRetry: boolean;
  /** We had a seat here: the next one that frees is ours. */
  readonly firstInLine: boolean;
  /** Counts the answers "full", so that a countdown knows to start again. */
  readonly attempt: number;
  readonly request: string | null;
  readonly offered: string | null;
}

export type CallState =
  | { readonly name: "permission"; readonly then: Destination }
  | {
    readonly name: "blocked";
    readonly then: Destination;
    readonly problem: MediaProblem;
    readonly retrying: boolean;
  }
  | { readonly name: "prompt"; readonly room: string; readonly notice: PromptNotice | null }
  | Joining
  | Full
  | SeatedState
  | {
    readonly name: "ended";
    readonly room: string;
    readonly because: EndReason;
    /** How long the two were together, ms; `null`: they never met. */
    readonly lastedMs: number | null;
  };

export type StateName = CallState["name"];
/** A state in which there is a friend. */
export type FriendState = Connecting | Connected | Reconnecting;

/** The call's life, and the facts that belong to no state. */
export interface Call {
  readonly state: CallState;
  /** Whether the socket to the server is usable now. */
  readonly online: boolean;
  /** Whoever comes in is asked about first; nobody else is met. */
  readonly asksFirst: boolean;
  /** The holder met last: they may come back, or be come back to, without being asked about. */
  readonly known: string | null;
}

export function isSeated(state: CallState): state is SeatedState {
  return state.name === "waiting" || hasFriend(state);
}

export function hasFriend(state: CallState): state is FriendState {
  return state.name === "connecting" || state.name === "connected" ||
    state.name === "reconnecting";
}

/** The `join` whose answer is awaited; `null`: none is. */
export function requestOf(state: CallState): string | null {
  if (state.name === "joining" || state.name === "full") return state.request;
  return isSeated(state) && state.seat.is === "asked" ? state.seat.request : null;
}

/** The connection in use; `null`: none. */
export function linkOf(state: CallState): Link | null {
  return hasFriend(state) ? state.link : null;
}

/** The connection that goes on when a socket has come back; `null`: there is none, a new one begins. */
export function keptLinkOf(state: CallState): Link | null {
  const link = linkOf(state);
  return link?.stale === true ? null : link;
}

/** Whom what we write now is for; `null`: nobody. */
export function holderOf(state: CallState): string | null {
  return isSeated(state) ? state.peer?.holder ?? null : null;
}

/** A call as the page opens. */
export function initialCall(then: Destination, asksFirst = false): Call {
  return { state: { name: "permission", then }, online: false, asksFirst, known: null };
}
