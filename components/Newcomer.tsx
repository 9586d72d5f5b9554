import type { SeatedState } from "../call/machine/state.ts";
import { useText } from "./text.ts";
import type { Dispatch } from "./types.ts";

interface NewcomerProps {
  readonly state: SeatedState;
  readonly dispatch: Dispatch;
}

/** Somebody got the friend's seat while the call flows: it goes on, and the person decides. */
export function Newcomer({ state, dispatch }: NewcomerProps) {
  const { newcomer } = useText().messages;
  if (!("newcomer" in state) || state.newcomer === null) return null;
  return (
    <section class="toast glass ask" aria-labelledby="ask-heading">
      {/* Said at once, but the focus stays: the person may be typing, or holding a key to talk. */}
      <div role="alert">
        <h2 id="ask-heading">{newcomer.heading}</h2>
        <p>{newcomer.explain}</p>
      </div>
      <div class="actions">
        <button
          type="button"
          class="button primary"
          onClick={() => dispatch({ type: "keep-talking" })}
        >
          {newcomer.keepTalking}
        </button>
        <button type="button" class="button" onClick={() => dispatch({ type: "let-in" })}>
          {newcomer.letIn}
        </button>
      </div>
    </section>
  );
}
