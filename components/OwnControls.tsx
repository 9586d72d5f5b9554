import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { ControlButton } from "./ControlButton.tsx";
import type { PanelSignal } from "./open_panel.ts";
import { useText } from "./text.ts";
import { useOwnActions, useSettingsAction } from "./use_actions.ts";
import { useActionKeys } from "./use_shortcuts.ts";
import { useTips } from "./use_tips.ts";

interface OwnControlsProps {
  readonly view: CallView;
  readonly panel: PanelSignal;
  readonly stage: RefObject<HTMLElement>;
}

/** On one's own picture before there is a seat: what is set here holds in the call. */
export function OwnControls({ view, panel, stage }: OwnControlsProps) {
  const { call } = useText().messages;
  const settings = useSettingsAction(panel, "bar");
  const actions = [...useOwnActions(view), settings];
  useActionKeys(actions);
  useTips(stage);
  useEscape(panel);
  return (
    <div class="controls" role="group" aria-label={call.controls}>
      {actions.map((action) => (
        <ControlButton key={action.icon.replace("-off", "")} action={action} panel={panel} />
      ))}
    </div>
  );
}

/** Escape closes what is open; it cancels the prompt only when nothing is. */
function useEscape(panel: PanelSignal): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key !== "Escape" || event.isComposing || panel.peek() === null) return;
      event.stopImmediatePropagation();
      panel.value = null;
    }
    // Before the prompt hears of it.
    document.addEventListener("keydown", onKeyDown, { capture: true });
    return () => document.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}
