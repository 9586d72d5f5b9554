import { REACTIONS, type Reactions } from "../call/talk/reactions.ts";
import { useExtraText } from "./extra_text.ts";
import { Panel } from "./Panel.tsx";

/** A row of six; it stays open, since joy comes in bursts. */
export function ReactionsPanel(
  { reactions, close }: { reactions: Reactions; close: () => void },
) {
  const { talk } = useExtraText();
  return (
    <Panel name="reactions" heading={talk.react} close={close}>
      <div class="reaction-row" role="group" aria-label={talk.react}>
        {REACTIONS.map((sign, index) => (
          <button
            key={sign}
            type="button"
            class="reaction"
            aria-label={talk.signs[index]}
            onClick={() => reactions.react(sign)}
          >
            {sign}
          </button>
        ))}
      </div>
    </Panel>
  );
}
