/** What the page at `/check` finds out, and what it may say about it. No addresses anywhere. */

/** In the order they are shown. */
export const CHECKS = [
  "browser",
  "camera",
  "microphone",
  "loudspeaker",
  "socket",
  "stun",
  "turn-udp",
  "turn-tcp",
  "turn-tls",
  "loop",
] as const;
export type CheckName = typeof CHECKS[number];

/** Why a check failed; each has words for what to do. */
export const PROBLEMS = [
  "insecure",
  "unsupported",
  "refused",
  "none-found",
  "in-use",
  "silent",
  "unheard",
  "no-socket",
  "no-stun",
  "no-turn",
  "no-path",
  "slow",
] as const;
export type Problem = typeof PROBLEMS[number];

/** Why a check was not made. */
export type Omission = "not-offered" | "before-failed";

/** How the loop through the relay went. */
export interface Speed {
  readonly kbps: number;
  /** There and back through the relay; `null`: the browser does not tell. */
  readonly roundTripMs: number | null;
}

export type Outcome =
  | { readonly state: "waiting" }
  | { readonly state: "running" }
  | { readonly state: "ok"; readonly speed: Speed | null }
  | { readonly state: "failed"; readonly problem: Problem; readonly speed: Speed | null }
  | { readonly state: "omitted"; readonly why: Omission };

export type Outcomes = Readonly<Record<CheckName, Outcome>>;

export const WAITING: Outcome = { state: "waiting" };
export const RUNNING: Outcome = { state: "running" };
export const OK: Outcome = { state: "ok", speed: null };

export function failed(problem: Problem, speed: Speed | null = null): Outcome {
  return { state: "failed", problem, speed };
}

export function omitted(why: Omission): Outcome {
  return { state: "omitted", why };
}

/** Before anything was checked. */
export function nothingYet(): Outcomes {
  return {
    "browser": WAITING,
    "camera": WAITING,
    "microphone": WAITING,
    "loudspeaker": WAITING,
    "socket": WAITING,
    "stun": WAITING,
    "turn-udp": WAITING,
    "turn-tcp": WAITING,
    "turn-tls": WAITING,
    "loop": WAITING,
  };
}

/** Nothing is under way or still to come, the loudspeaker aside: a person has to answer for it. */
export function isOver(outcomes: Outcomes): boolean {
  return CHECKS.every((name) =>
    name === "loudspeaker" ||
    (outcomes[name].state !== "waiting" && outcomes[name].state !== "running")
  );
}
