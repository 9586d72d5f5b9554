import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { usePreferences } from "./preferences.ts";
import { useHeldSpace, useShortcut } from "./use_shortcuts.ts";

/** `null`: there is nothing to switch now. */
export interface Toggles {
  readonly toggleChat: (() => void) | null;
  readonly toggleKeys: () => void;
  readonly toggleFloating: (() => void) | null;
}

/**
 * M mutes, V is the camera, S one's own picture, T the texts, P picture in picture, "?" lists them;
 * Space, held, talks while muted.
 */
export function useCallKeys(view: CallView, toggles: Toggles): void {
  const { selfView } = usePreferences();
  const talking = useRef(false);

  useShortcut("m", () => view.setMuted(!view.controls.peek().muted));
  useShortcut("v", () => view.setCameraOff(!view.controls.peek().cameraOff));
  useShortcut("s", () => selfView.set(selfView.value.peek() === "shown" ? "hidden" : "shown"));
  useShortcut("t", toggles.toggleChat);
  useShortcut("p", toggles.toggleFloating);
  useShortcut("?", toggles.toggleKeys);
  useHeldSpace((down) => {
    if (down === talking.current || (down && !view.controls.peek().muted)) return;
    talking.current = down;
    view.setMuted(!down);
  });
}
