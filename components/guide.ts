/** The numbered steps out of a blocked state, for this browser and system. */
import type { MediaCause } from "../call/machine/state.ts";
import type { Messages } from "../locales/messages.ts";
import type { Platform } from "./platform.ts";

export interface Obstacle extends Platform {
  readonly cause: MediaCause;
}

export function guideFor(guides: Messages["guides"], obstacle: Obstacle): readonly string[] {
  const { cause, browser, system } = obstacle;
  switch (cause) {
    case "refused":
      return guides.refused[browser];
    case "blocked-by-system":
      return guides["blocked-by-system"][system];
    case "none-found":
    case "in-use":
      return guides[cause][system === "ios" || system === "android" ? "phone" : "desktop"];
    case "insecure":
      return guides.insecure.any;
  }
}
