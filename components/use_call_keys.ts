import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import type { Action } from "./actions.ts";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { usePreferences } from "./preferences.ts";
import { useActionKeys, useHeldSpace, useShortcut } from "./use_shortcuts.ts";

export interface CallKeysOptions {
  readonly view: CallView;
  readonly panel: PanelSignal;
  readonly actions: readonly Action[];
}

/**
 * Each action's own key; H hides one's own picture, "?" lists them all; Space, held, talks while
 * muted.
 */
export function useCallKeys({ view, panel, actions }: CallKeysOptions): void {
  const { selfView } = usePreferences();
  const talking = useRef(false);

  useActionKeys(actions);
  useShortcut("h", () => selfView.set(selfView.value.peek() === "shown" ? "hidden" : "shown"));
  useShortcut("?", () => toggle(panel, "keys"));
  useHeldSpace((down) => {
    if (down === talking.current || (down && !view.controls.peek().muted)) return;
    talking.current = down;
    view.setMuted(!down);
  });
}
