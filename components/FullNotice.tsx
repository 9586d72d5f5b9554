import { fill, inSeconds } from "../locales/format.ts";
import { Icon } from "./Icon.tsx";
import { Switch } from "./Switch.tsx";
import { useText } from "./text.ts";
import type { Dispatch, StateOf } from "./types.ts";
import { useCountdown } from "./use_clock.ts";

interface FullNoticeProps {
  readonly id: string;
  readonly state: StateOf<"full">;
  readonly dispatch: Dispatch;
}

/** Two people are in the room already: when to try again, by hand or by itself. */
export function FullNotice({ id, state, dispatch }: FullNoticeProps) {
  const { locale, messages: { full } } = useText();
  const seconds = useCountdown(state.retryInMs, state.attempt);

  return (
    <div class="notice-box">
      <p id={id} class="notice" role="alert">
        <Icon name="warning" />
        <span>
          {fill(full.message, { room: state.room })}{" "}
          {state.firstInLine ? full.firstInLine : full.another}
        </span>
      </p>
      {seconds !== null && (
        <p class="countdown" role="timer">
          {seconds > 0 ? fill(full.retry, { when: inSeconds(locale, seconds) }) : full.now}
        </p>
      )}
      <Switch
        label={full.auto}
        on={state.autoRetry}
        onChange={(on) => dispatch({ type: "auto-retry", on })}
      />
    </div>
  );
}
