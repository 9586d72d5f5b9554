import { type Action, tuckedAway } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";
import { Panel } from "./Panel.tsx";
import { SeatIcon } from "./SeatIcon.tsx";

interface MorePanelProps {
  readonly actions: readonly Action[];
  readonly close: () => void;
}

/** What the bar has no room for, with names to read. */
export function MorePanel({ actions, close }: MorePanelProps) {
  const { more } = useExtraText();
  return (
    <Panel name="more" heading={more.heading} close={close}>
      <ul class="tiles">
        {tuckedAway(actions).map((action) => (
          <li key={action.icon} class={action.windowsOnly ? "for-windows" : undefined}>
            <button
              type="button"
              class="tile"
              aria-pressed={action.pressed}
              aria-expanded={action.opens === undefined ? undefined : false}
              aria-disabled={action.isIdle}
              onClick={() => {
                if (action.opens === undefined) {
                  close();
                }
                action.run();
              }}
            >
              <SeatIcon name={action.icon} />
              {action.label}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
