import { type Action, tuckedAway } from "./actions.ts";
import { ControlButton } from "./ControlButton.tsx";
import { useExtraText } from "./extra_text.ts";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { useText } from "./text.ts";

interface ControlsProps {
  readonly actions: readonly Action[];
  readonly panel: PanelSignal;
}

/** The bar at the bottom of the call; where it is narrow, "More" has the rest. */
export function Controls({ actions, panel }: ControlsProps) {
  const { call } = useText().messages;
  const { more } = useExtraText();
  const bar = actions.filter(({ place }) => place !== "pictures");
  const tucked = tuckedAway(actions);
  const showMore: Action = {
    icon: "more",
    label: more.heading,
    place: "bar",
    opens: "more",
    run: () => toggle(panel, "more"),
  };

  return (
    <div class="controls fades" role="group" aria-label={call.controls}>
      {bar.slice(0, -1).map((action) => (
        <ControlButton
          key={action.icon.replace("-off", "")}
          action={action}
          panel={panel}
          room={tucked.includes(action) ? "wide" : undefined}
        />
      ))}
      {tucked.length > 0 && (
        <ControlButton key="more" action={showMore} panel={panel} room="narrow" />
      )}
      {bar.slice(-1).map((action) => (
        <ControlButton key={action.icon} action={action} panel={panel} />
      ))}
    </div>
  );
}

/** How the pictures are shown, in their corner; where it is narrow, "More" has them. */
export function PictureTools({ actions, panel }: ControlsProps) {
  const tools = actions.filter(({ place }) => place === "pictures");
  if (tools.length === 0) return null;
  return (
    <div class="tools glass fades">
      {tools.map((action) => <ControlButton key={action.icon} action={action} panel={panel} />)}
    </div>
  );
}
