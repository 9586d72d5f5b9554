import type { CallView } from "../call/view.ts";
import { useExtraText } from "./extra_text.ts";
import { SeatIcon } from "./SeatIcon.tsx";

/** That one's screen is shared, that the friend's is, and what did not work. */
export function ShareLines({ view }: { view: CallView }) {
  const { share } = useExtraText();
  const screen = view.extras.value?.screen;
  const problem = screen?.problem.value ?? null;
  return (
    <>
      {screen?.isShared.value && (
        <p key="sharing" class="pill glass" data-kind="sharing">
          <SeatIcon name="screen" />
          {share.sharing}
        </p>
      )}
      {problem !== null && <p key="problem" class="pill glass">{share.problems[problem]}</p>}
      {(screen?.friends.value ?? null) !== null && (
        <p key="friends" class="unseen">{share.friendShares}</p>
      )}
    </>
  );
}
