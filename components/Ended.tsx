import type { EndReason } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { duration, fill } from "../locales/format.ts";
import type { Messages } from "../locales/messages.ts";
import { RecordOffer } from "./RecordOffer.tsx";
import { useText } from "./text.ts";
import type { StateOf } from "./types.ts";

interface EndedProps {
  readonly view: CallView;
  readonly state: StateOf<"ended">;
}

export function Ended({ view, state }: EndedProps) {
  const { dispatch } = view;
  const { locale, messages } = useText();
  const { ended } = messages;
  const isElsewhere = state.because === "elsewhere";

  return (
    <section class="card">
      <div>
        <h1 tabIndex={-1} data-focus>{headingOf(state.because, messages)}</h1>
        {isElsewhere && <p>{ended.elsewhereHint}</p>}
        {state.because === "forged" && <p>{ended.forgedHint}</p>}
        {state.lastedMs !== null && (
          <p class="lead">{fill(ended.lasted, { duration: duration(locale, state.lastedMs) })}</p>
        )}
      </div>
      <RecordOffer view={view} />
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => dispatch({ type: "call-again" })}
        >
          {isElsewhere ? ended.takeBack : ended.callAgain}
        </button>
        <button type="button" class="button" onClick={() => dispatch({ type: "other-room" })}>
          {ended.otherRoom}
        </button>
      </div>
    </section>
  );
}

function headingOf(because: EndReason, { ended, newcomer }: Messages): string {
  return because === "refused" ? newcomer.refused : ended[because];
}
