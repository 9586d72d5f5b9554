/**
 * What a call can be doing. One union; each state carries only what is true in it.
 *
 * ```
 *            media-failed            retry
 * permission ────────────▶ blocked ──────────┐
 *     │ media-ready           ▲  media-ready │
 *     ▼                       └──────────────┤
 *   prompt ◀─────────────────────────────────┘
 *     │ join     ▲ bad name, server trouble
 *     ▼          │
 *  joining ──────┴──▶ full ──▶ (join again, by hand or by itself)
 *     │ a seat
 *     ├── alone ────▶ waiting ◀────────────── friend left, or did not come back
 *     │                  │ friend arrives              ▲
 *     └── friend there ─▶ connecting ──▶ connected ⇄ reconnecting
 *
 *  any state with a seat ── leave, or seat used elsewhere ──▶ ended ──▶ permission
 * ```
 */
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

/** What every state with a seat knows. */
export interface Seated {
  readonly room: string;
  /** Session of the other person's page; `null`: the other seat is free. */
  readonly peer: string | null;
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
  | { readonly name: "joining"; readonly room: string }
  | {
    readonly name: "full";
    readonly room: string;
    /** When a held seat may come free, ms after this state began; `null`: not known. */
    readonly retryInMs: number | null;
    /** The person agreed to go in by itself as soon as a seat is free. */
    readonly autoRetry: boolean;
    /** Counts the answers "full", so that a countdown knows to start again. */
    readonly attempt: number;
  }
  | ({ readonly name: "waiting"; readonly because: WaitingReason } & Seated)
  | ({ readonly name: "connecting"; readonly noPath: boolean } & Seated)
  | ({ readonly name: "connected"; readonly since: number; readonly weak: boolean } & Seated)
  | ({
    readonly name: "reconnecting";
    readonly since: number;
    readonly because: "network" | "away";
    readonly noPath: boolean;
  } & Seated)
  | {
    readonly name: "ended";
    readonly room: string;
    readonly because: "left" | "elsewhere";
    /** How long the two were together, ms; `null`: they never met. */
    readonly lastedMs: number | null;
  };

/** `first`: nobody came yet; `left`: the friend hung up; `dropped`: the friend did not come back. */
export type WaitingReason = "first" | "left" | "dropped";

export type StateName = CallState["name"];
export type SeatedState = Extract<CallState, Seated>;

/** The call's life plus the two facts that outlive its states. */
export interface Call {
  readonly state: CallState;
  /** Whether the socket to the server is usable now. */
  readonly online: boolean;
  /** The link in use (see `signaling/protocol.ts`); `null`: none yet. */
  readonly link: string | null;
  /** Whether that link carries media now. */
  readonly flowing: boolean;
}

export function isSeated(state: CallState): state is SeatedState {
  return state.name === "waiting" || state.name === "connecting" || state.name === "connected" ||
    state.name === "reconnecting";
}

/** A call as the page opens. */
export function initialCall(then: Destination): Call {
  return { state: { name: "permission", then }, online: false, link: null, flowing: false };
}
