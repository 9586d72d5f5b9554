/**
 * The life of one file, the same on both pages: a pure function of where it stands and what happens.
 *
 * ```
 * offered ── accept ──▶ accepted ── move ──▶ moving ⇄ waiting ── finish ──▶ done
 *    │                      │                  │  (no path, friend away)
 *    ├── decline ▶ declined └──── lost ────────┴──▶ missing ── found ──▶ offered or waiting
 *    └── cancel ▶ cancelled and fail ▶ failed: from wherever it is not over
 * ```
 */

/** Why a file came to nothing, though nobody wanted it so. */
export const FAILURES = [
  /** Its sender's browser cannot read it any more: moved, or changed meanwhile. */
  "unreadable",
  /** The receiver's browser has no room for it. */
  "full",
  /** What arrived is not what was sent: the hashes differ. */
  "altered",
  /** One of the pages did what the protocol forbids. */
  "broken",
] as const;
export type Failure = typeof FAILURES[number];

export type Side = "me" | "friend";

export type Phase =
  | { readonly is: "offered" }
  /** Nothing has moved yet. */
  | { readonly is: "accepted" }
  /** `bytes` are stored where they go, of those the offer names. */
  | { readonly is: "moving"; readonly bytes: number }
  | { readonly is: "waiting"; readonly bytes: number }
  /** The sender's page was loaded anew: somebody has to choose the file again. */
  | { readonly is: "missing"; readonly bytes: number; readonly chose: "nothing" | "another" }
  /** All of it is there, and the hashes are equal. */
  | { readonly is: "done" }
  | { readonly is: "declined" }
  | { readonly is: "cancelled"; readonly by: Side }
  | { readonly is: "failed"; readonly because: Failure };

export type TransferEvent =
  | { readonly type: "accept" | "decline" | "finish" | "lost" | "found" | "another" }
  | { readonly type: "cancel"; readonly by: Side }
  | { readonly type: "fail"; readonly because: Failure }
  /** `bytes` are stored so far. */
  | { readonly type: "move"; readonly bytes: number }
  /** Whether there is a way to the friend. */
  | { readonly type: "path"; readonly is: boolean };

const OVER: ReadonlySet<Phase["is"]> = new Set(["done", "declined", "cancelled", "failed"]);

export function isOver({ is }: Phase): boolean {
  return OVER.has(is);
}

/** What of the file is stored, bytes. */
export function bytesOf(phase: Phase): number {
  return "bytes" in phase ? phase.bytes : 0;
}

/** Where a file stands after `event`; what cannot happen there changes nothing. */
export function step(phase: Phase, event: TransferEvent): Phase {
  if (isOver(phase)) return phase;
  switch (event.type) {
    case "cancel":
      return { is: "cancelled", by: event.by };
    case "fail":
      return { is: "failed", because: event.because };
    case "accept":
      return phase.is === "offered" ? { is: "accepted" } : phase;
    case "decline":
      return phase.is === "offered" ? { is: "declined" } : phase;
    case "finish":
      return phase.is === "offered" ? phase : { is: "done" };
    case "lost":
      return phase.is === "missing"
        ? phase
        : { is: "missing", bytes: bytesOf(phase), chose: "nothing" };
    case "another":
      return phase.is === "missing" ? { ...phase, chose: "another" } : phase;
    case "found":
      return phase.is === "missing" ? found(phase.bytes) : phase;
    case "move":
      return { is: "moving", bytes: event.bytes };
    case "path":
      return onPath(phase, event.is);
  }
}

function found(bytes: number): Phase {
  return bytes > 0 ? { is: "waiting", bytes } : { is: "offered" };
}

function onPath(phase: Phase, is: boolean): Phase {
  if (phase.is === "moving" && !is) return { is: "waiting", bytes: phase.bytes };
  return phase.is === "waiting" && is ? { is: "moving", bytes: phase.bytes } : phase;
}
