/** What a person can do in a call with one tap: one list for the bar, the tools, "More" and the keys. */
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import type { OpenPanel, PanelSignal } from "./open_panel.ts";
import type { Pictures } from "./pictures/pictures.ts";
import type { SeatIconName } from "./SeatIcon.tsx";

/** Keys without Ctrl or Alt; the person can switch them off. */
export type ShortcutKey =
  | "m"
  | "v"
  | "s"
  | "h"
  | "t"
  | "c"
  | "p"
  | "f"
  | "r"
  | "+"
  | "-"
  | "0"
  | "?";

export interface Action {
  readonly icon: SeatIconName;
  readonly label: string;
  /**
   * `bar`: always at hand. `wide`: in the bar where there is room, else in "More". `pictures`: beside
   * the pictures where there is room, else in "More".
   */
  readonly place: "bar" | "wide" | "pictures";
  readonly run: () => void;
  /** A single key that does the same. */
  readonly shortcut?: ShortcutKey | undefined;
  /** More in the tooltip. */
  readonly hint?: string | undefined;
  /** Something is off, or ends the call. */
  readonly tone?: "off" | "leave" | undefined;
  /** It stays pressed while what it does lasts. */
  readonly pressed?: boolean | undefined;
  /** It opens this panel. */
  readonly opens?: OpenPanel | undefined;
  /** A dot, in words. */
  readonly news?: string | undefined;
  /** It stays in its place, so that no other one slips under the pointer, but does nothing now. */
  readonly isIdle?: boolean | undefined;
  /** Not on telephones. */
  readonly windowsOnly?: boolean | undefined;
}

/** What decides which there are. */
export interface ActionsOptions {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: PanelSignal;
  readonly pictures: Pictures | null;
  /** The friend wrote something new. */
  readonly unread: boolean;
}

/** Those "More" offers where there is no room for them. */
export function tuckedAway(actions: readonly Action[]): readonly Action[] {
  const tucked = actions.filter(({ place }) => place !== "bar");
  // For the room of "More" itself the only one stays where it is.
  return tucked.length === 1 ? [] : tucked;
}
