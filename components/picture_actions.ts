import type { Action, ActionsOptions } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";
import { useText } from "./text.ts";

/** How the pictures are shown; while there is somebody to see. */
export function usePictureActions({ view, state, pictures }: ActionsOptions): readonly Action[] {
  const { call } = useText().messages;
  const words = useExtraText().pictures;
  if (pictures === null || !("since" in state)) return [];
  const { fullScreen, floating } = pictures;
  const large = pictures.large.value;
  const isFilled = pictures.isFilled.value;
  const { cameraOff, videoPaused } = view.friend.value;

  const full: Action | null = fullScreen && {
    icon: "full-screen",
    label: words.fullScreen,
    shortcut: "f",
    place: "pictures",
    pressed: fullScreen.isOn.value,
    run: fullScreen.toggle,
  };
  const swap: Action = {
    icon: "swap",
    label: words.swap,
    place: "pictures",
    run: pictures.swap,
  };
  // Of a screen all is shown, and one looks closer.
  const canFit = large === "friend";
  const fit: Action = {
    icon: isFilled ? "fit" : "fill",
    label: isFilled ? words.fit : words.fill,
    place: "pictures",
    isIdle: !canFit || undefined,
    run: () => canFit && pictures.toggleFit(),
  };
  const float: Action | null = floating.isPossible
    ? {
      icon: "float",
      label: call.float,
      shortcut: "p",
      place: "pictures",
      pressed: floating.now.value !== null,
      windowsOnly: true,
      run: floating.toggle,
    }
    : null;
  const isDark = large !== "screen" && (cameraOff || videoPaused);
  const snapshot: Action = {
    icon: "snapshot",
    label: words.snapshot,
    place: "pictures",
    isIdle: isDark || undefined,
    run: () => isDark || pictures.takeSnapshot(),
  };
  return [full, swap, fit, float, snapshot].filter((action) => action !== null);
}
