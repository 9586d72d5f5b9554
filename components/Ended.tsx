import { duration, fill } from "../locales/format.ts";
import { useText } from "./text.ts";
import type { Dispatch, StateOf } from "./types.ts";

interface EndedProps {
  readonly state: StateOf<"ended">;
  readonly dispatch: Dispatch;
}

export function Ended({ state, dispatch }: EndedProps) {
  const { locale, messages: { ended } } = useText();
  const isElsewhere = state.because === "elsewhere";

  return (
    <section class="card">
      <div role="status">
        <h1 tabIndex={-1} data-focus>
          {ended[state.because === "refused" ? "left" : state.because]}
        </h1>
        {isElsewhere && <p>{ended.elsewhereHint}</p>}
        {state.lastedMs !== null && (
          <p class="lead">{fill(ended.lasted, { duration: duration(locale, state.lastedMs) })}</p>
        )}
      </div>
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
