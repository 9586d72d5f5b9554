/** What a schedule can bend, as data: everything has a beginning, and what lasts has an end. */

export type Way = "both" | "out" | "in";
export type Wire = "server" | "friends";

/** What happens to a person's machine, page or mind; `who` is their index. */
export type Happening =
  | { readonly kind: "cut"; readonly who: number; readonly wire: Wire; readonly way: Way }
  | { readonly kind: "slow"; readonly who: number; readonly wire: Wire; readonly ms: number }
  | { readonly kind: "link"; readonly who: number }
  | { readonly kind: "move"; readonly who: number }
  | { readonly kind: "kill" | "stop" | "pause"; readonly instance: number }
  | { readonly kind: "refuse"; readonly status: 403 | 429 | 503 }
  | { readonly kind: "kv"; readonly mood: "away" | "failing" | "slow" | "losing" }
  | { readonly kind: "reload" | "crash" | "close"; readonly who: number }
  | { readonly kind: "freeze" | "sleep"; readonly who: number }
  | { readonly kind: "duplicate"; readonly who: number }
  | { readonly kind: "device"; readonly who: number; readonly device: "camera" | "microphone" }
  | { readonly kind: "join" | "cancel" | "leave"; readonly who: number }
  | { readonly kind: "other-room"; readonly who: number }
  | { readonly kind: "write"; readonly who: number; readonly count: number }
  /** Mutes, turns the camera off, saves data; and back. */
  | { readonly kind: "controls"; readonly who: number }
  /** Somebody sets an instance's clock. */
  | { readonly kind: "clock"; readonly instance: number; readonly ms: number };

export interface Scheduled {
  /** ms since the life began. */
  readonly atMs: number;
  /** How long it lasts; 0 for what happens at once. */
  readonly forMs: number;
  readonly what: Happening;
}

export type WhenFull = "agrees" | "presses" | "looks";

export interface PersonSetting {
  readonly name: string;
  readonly engine: "chromium" | "firefox";
  /** When they open the page, ms. */
  readonly opensAtMs: number;
  /** In front of a full room: agrees to go in by itself, presses the button, or only looks. */
  readonly whenFull: WhenFull;
  /** Whether they let a newcomer in when asked. */
  readonly lets: boolean;
  /** Whether they want to be asked about whoever comes in while they wait. */
  readonly asksFirst: boolean;
  /** Whether their browser has Web Locks. */
  readonly locks: boolean;
  /** How wrong their clock is, ms. */
  readonly clockErrorMs: number;
}

export interface Setting {
  readonly people: readonly PersonSetting[];
  readonly instances: 1 | 2;
  readonly exclusive: boolean;
  readonly delayMs: number;
  /** Whether a way from browser to browser exists without a relay. */
  readonly direct: boolean;
  /** Whether the site has a relay (TURN). */
  readonly relay: boolean;
  readonly kvLatencyMs: number;
  readonly clockErrorMs: number;
}

export interface LifePlan {
  readonly seed: string;
  readonly setting: Setting;
  readonly schedule: readonly Scheduled[];
}

/** Happenings that can be over. */
export function lasts({ kind }: Happening): boolean {
  switch (kind) {
    case "move":
    case "duplicate":
    case "join":
    case "cancel":
    case "leave":
    case "other-room":
    case "write":
      return false;
    default:
      return true;
  }
}

/** When the last of it is over, ms. */
export function endOf({ setting, schedule }: Pick<LifePlan, "setting" | "schedule">): number {
  const opened = setting.people.map(({ opensAtMs }) => opensAtMs);
  return Math.max(...opened, ...schedule.map(({ atMs, forMs }) => atMs + forMs));
}
