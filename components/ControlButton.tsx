import { useId } from "preact/hooks";
import type { Action } from "./actions.ts";
import type { PanelSignal } from "./open_panel.ts";
import { usePreferences } from "./preferences.ts";
import { RoundButton } from "./RoundButton.tsx";
import { SeatIcon } from "./SeatIcon.tsx";

interface ControlButtonProps {
  readonly action: Action;
  readonly panel: PanelSignal;
  /** Only where the bar has that much room. */
  readonly room?: "narrow" | "wide" | undefined;
}

/** One of the bar, its name in a tooltip. */
export function ControlButton({ action, panel, room }: ControlButtonProps) {
  const { label, hint, news, opens } = action;
  const { shortcuts } = usePreferences();
  const shortcut = shortcuts.value.value === "on" ? action.shortcut?.toUpperCase() : undefined;
  const named = shortcut === undefined ? label : `${label} (${shortcut})`;
  const id = useId();
  return (
    <RoundButton
      class={action.windowsOnly ? "control for-windows" : "control"}
      label={label}
      data-room={room}
      data-tone={action.tone}
      data-tip={hint === undefined || shortcut === undefined ? named : `${named}, ${hint}`}
      aria-keyshortcuts={shortcut}
      aria-expanded={opens === undefined ? undefined : panel.value === opens}
      aria-pressed={action.pressed}
      aria-disabled={action.isIdle}
      aria-describedby={news === undefined ? undefined : id}
      onClick={action.run}
    >
      <SeatIcon name={action.icon} />
      {news !== undefined && (
        <span class="control-news">
          <span id={id} class="unseen">{news}</span>
        </span>
      )}
    </RoundButton>
  );
}
