import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { clock, fill } from "../locales/format.ts";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { QualityMark } from "./QualityMark.tsx";
import { RoundButton } from "./RoundButton.tsx";
import { useText } from "./text.ts";
import { useNow } from "./use_clock.ts";

interface CallInfoProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: PanelSignal;
}

/** Room, how well the friend's picture arrives, and how long the two have been together. */
export function CallInfo({ view, state, panel }: CallInfoProps) {
  const { figures } = useText().messages;
  const mark = view.figures.value?.mark ?? null;
  const label = fill(figures.mark, { mark: mark === null ? figures.unknown : figures.marks[mark] });

  return (
    <div class="info glass fades">
      <RoundButton
        class="info-quality"
        label={label}
        data-tip={label}
        aria-expanded={panel.value === "figures"}
        onClick={() => toggle(panel, "figures")}
      >
        <QualityMark mark={mark} />
      </RoundButton>
      <span class="info-room">{state.room}</span>
      {"since" in state && <Lasted since={state.since} />}
    </div>
  );
}

function Lasted({ since }: { since: number }) {
  const { call } = useText().messages;
  const now = useNow();
  return <span class="info-time" role="timer" aria-label={call.lasted}>{clock(now - since)}</span>;
}
