import { ControlButton } from "./ControlButton.tsx";
import { useText } from "./text.ts";
import type { Floating } from "./use_floating.ts";

/** Lets the friend's picture float over other windows, where the browser can. */
export function FloatButton({ floating }: { floating: Floating }) {
  const { call } = useText().messages;
  if (!floating.isPossible) return null;
  return (
    <ControlButton
      icon="float"
      label={call.float}
      shortcut="P"
      place="windows"
      pressed={floating.isFloating}
      onClick={floating.toggle}
    />
  );
}
