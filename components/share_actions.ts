import type { Action, ActionsOptions } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";

/** One's screen, beside the camera; telephones have none to share. */
export function useShareActions({ view }: ActionsOptions): readonly Action[] {
  const { share } = useExtraText();
  const screen = view.extras.value?.screen;
  if (!screen?.isPossible) return [];
  const isShared = screen.isShared.value;
  return [{
    icon: "screen",
    label: isShared ? share.stop : share.start,
    shortcut: "s",
    place: "wide",
    pressed: isShared ? true : undefined,
    run: () => isShared ? screen.stop() : void screen.start(),
  }];
}
