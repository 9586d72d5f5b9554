import type { ComponentChildren } from "preact";
import type { CallView } from "../call/view.ts";
import { clock } from "../locales/format.ts";
import { useExtraText } from "./extra_text.ts";
import { useNow } from "./use_clock.ts";

/** That this call is being recorded, as long as it is, by whom it is; said as it begins. */
export function RecordMarks({ view }: { view: CallView }) {
  const { recording: text } = useExtraText();
  const recording = view.extras.value?.recording;
  const own = recording?.own.value ?? { is: "off" };
  return (
    <div class="pills" role="status">
      {recording?.isFriends.value && <Mark key="friend">{text.theirs}</Mark>}
      {own.is === "asking" && <Mark key="asking">{text.asking}</Mark>}
      {own.is === "on" && (
        <Mark key="own">
          <span>{text.mine}</span>
          <Lasted since={own.since} />
        </Mark>
      )}
    </div>
  );
}

function Mark({ children }: { children: ComponentChildren }) {
  return (
    <p class="pill glass" data-kind="recording">
      <span class="record-dot" aria-hidden="true" />
      {children}
    </p>
  );
}

/** Not said: it would be, every second. */
function Lasted({ since }: { since: number }) {
  const now = useNow();
  return <span class="record-time" aria-hidden="true">{clock(now - since)}</span>;
}
