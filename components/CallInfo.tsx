import type { Signal } from "@preact/signals";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { clock, fill } from "../locales/format.ts";
import type { OpenPanel } from "./CallOverlay.tsx";
import { QualityMark } from "./QualityMark.tsx";
import { useText } from "./text.ts";
import { useNow } from "./use_clock.ts";

interface CallInfoProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: Signal<OpenPanel | null>;
}

/** Room, how well the friend's picture arrives, and how long the two have been together. */
export function CallInfo({ view, state, panel }: CallInfoProps) {
  const { figures } = useText().messages;
  const mark = view.figures.value?.mark ?? null;
  const isOpen = panel.value === "figures";
  const label = fill(figures.mark, { mark: mark === null ? figures.unknown : figures.marks[mark] });

  return (
    <div class="info glass fades">
      <button
        type="button"
        class="info-quality"
        aria-label={label}
        data-tip={label}
        aria-expanded={isOpen}
        onClick={() => panel.value = isOpen ? null : "figures"}
      >
        <QualityMark mark={mark} />
      </button>
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
