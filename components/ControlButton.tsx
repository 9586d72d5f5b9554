import { useId } from "preact/hooks";
import { usePreferences } from "./preferences.ts";
import { RoundButton } from "./RoundButton.tsx";
import { SeatIcon, type SeatIconName } from "./SeatIcon.tsx";

interface ControlButtonProps {
  readonly icon: SeatIconName;
  readonly label: string;
  /** More in the tooltip. */
  readonly hint?: string | undefined;
  /** A single key that does the same. */
  readonly shortcut?: string;
  readonly tone?: "off" | "leave" | undefined;
  /** It opens something, which is open now. */
  readonly expanded?: boolean;
  /** It stays pressed while what it does lasts. */
  readonly pressed?: boolean;
  /** A dot, in words. */
  readonly news?: string | undefined;
  /** `windows`: not on telephones. */
  readonly place?: "windows";
  readonly onClick: () => void;
}

/** One of the bar, its name in a tooltip. */
export function ControlButton(props: ControlButtonProps) {
  const { shortcuts } = usePreferences();
  const shortcut = shortcuts.value.value === "on" ? props.shortcut : undefined;
  const named = shortcut === undefined ? props.label : `${props.label} (${shortcut})`;
  const id = useId();
  return (
    <RoundButton
      class={props.place === "windows" ? "control for-windows" : "control"}
      label={props.label}
      data-tone={props.tone}
      data-tip={props.hint === undefined || shortcut === undefined
        ? named
        : `${named}, ${props.hint}`}
      aria-keyshortcuts={shortcut}
      aria-expanded={props.expanded}
      aria-pressed={props.pressed}
      aria-describedby={props.news === undefined ? undefined : id}
      onClick={props.onClick}
    >
      <SeatIcon name={props.icon} />
      {props.news !== undefined && (
        <span class="control-news">
          <span id={id} class="unseen">{props.news}</span>
        </span>
      )}
    </RoundButton>
  );
}
