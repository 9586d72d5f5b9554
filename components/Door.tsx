import type { CallState } from "../call/machine/state.ts";
import { useExtraText } from "./extra_text.ts";
import { useText } from "./text.ts";
import type { Dispatch } from "./types.ts";

interface DoorProps {
  readonly state: CallState;
  readonly dispatch: Dispatch;
}

/** Somebody came while one waits, and one wanted to be asked. */
export function Door({ state, dispatch }: DoorProps) {
  const { newcomer } = useText().messages;
  const { privacy } = useExtraText();
  if (state.name !== "waiting" || state.newcomer === null) return null;
  return (
    <section class="sheet" data-sheet="door" aria-labelledby="door-heading" tabIndex={-1}>
      {/* Said at once, but the focus stays where the person is. */}
      <div role="alert">
        <h2 id="door-heading">{privacy.wants}</h2>
        <p>{privacy.wantsExplain}</p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => dispatch({ type: "let-in" })}
        >
          {newcomer.letIn}
        </button>
        <button type="button" class="button" onClick={() => dispatch({ type: "keep-talking" })}>
          {privacy.keepOut}
        </button>
      </div>
    </section>
  );
}
