import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { usePreferences } from "./preferences.ts";
import { useHeldSpace, useShortcut } from "./use_shortcuts.ts";

/** M mutes, V is the camera, S one's own picture, T the texts; Space, held, talks while muted. */
export function useCallKeys(view: CallView, toggleChat: (() => void) | null): void {
  const { selfView } = usePreferences();
  const talking = useRef(false);

  useShortcut("m", () => view.setMuted(!view.controls.peek().muted));
  useShortcut("v", () => view.setCameraOff(!view.controls.peek().cameraOff));
  useShortcut("s", () => selfView.set(selfView.value.peek() === "shown" ? "hidden" : "shown"));
  useShortcut("t", toggleChat);
  useHeldSpace((down) => {
    if (down === talking.current || (down && !view.controls.peek().muted)) return;
    talking.current = down;
    view.setMuted(!down);
  });
}
