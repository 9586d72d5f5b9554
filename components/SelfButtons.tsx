import type { RefObject } from "preact";
import { Icon } from "./Icon.tsx";
import { cornerByKey, useDrag } from "./movable.ts";
import { usePreferences } from "./preferences.ts";
import { RoundButton } from "./RoundButton.tsx";
import { SeatIcon } from "./SeatIcon.tsx";
import { useText } from "./text.ts";

/** Moves and hides one's own picture while it is small; a pointer drags `frame` itself. */
export function SelfButtons({ frame }: { frame: RefObject<HTMLElement> }) {
  const { call } = useText().messages;
  const { corner, selfView } = usePreferences();
  useDrag(frame, corner.set);

  function move(event: KeyboardEvent) {
    const next = cornerByKey(corner.value.value, event.key);
    if (next === null) return;
    event.preventDefault();
    corner.set(next);
  }

  return (
    <div class="self-buttons">
      <RoundButton
        class="self-move"
        label={call.moveSelf}
        title={call.moveSelfHow}
        aria-keyshortcuts="ArrowUp ArrowDown ArrowLeft ArrowRight"
        onKeyDown={move}
      >
        <SeatIcon name="move" />
      </RoundButton>
      <RoundButton
        class="self-hide"
        label={call.hideSelf}
        aria-keyshortcuts="H"
        onClick={() => selfView.set("hidden")}
      >
        <Icon name="close" />
      </RoundButton>
    </div>
  );
}

/** In the corner of one's own picture while it is hidden. */
export function ShowSelf() {
  const { call } = useText().messages;
  const { corner, selfView } = usePreferences();
  return (
    <RoundButton
      class="self-show glass fades"
      label={call.showSelf}
      data-corner={corner.value.value}
      data-tip={call.showSelf}
      aria-keyshortcuts="H"
      onClick={() => selfView.set("shown")}
    >
      <Icon name="person" />
    </RoundButton>
  );
}
