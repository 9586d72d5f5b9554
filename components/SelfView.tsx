import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import { cornerByKey, useDrag } from "./movable.ts";
import { usePreferences } from "./preferences.ts";
import { RoundButton } from "./RoundButton.tsx";
import { useText } from "./text.ts";
import { useStream } from "./use_stream.ts";

interface SelfViewProps {
  readonly view: CallView;
  /** In a corner over the friend's picture; movable and hideable there. */
  readonly small: boolean;
}

/** One's own picture, mirrored as in a mirror unless the back camera takes it. */
export function SelfView({ view, small }: SelfViewProps) {
  const { call } = useText().messages;
  const { corner, selfView } = usePreferences();
  const { cameraOff, muted } = view.controls.value;
  const video = useStream(view.local.value);
  const frame = useRef<HTMLDivElement>(null);
  const isHidden = small && selfView.value.value === "hidden";
  useDrag(frame, small ? corner.set : null);

  return (
    <>
      <div
        ref={frame}
        class="self"
        data-size={small ? "small" : "large"}
        data-corner={corner.value.value}
        data-facing={view.camera.value.facing}
        data-dark={cameraOff ? "" : undefined}
        hidden={isHidden}
      >
        <video ref={video} aria-label={call.you} autoplay muted playsInline />
        {cameraOff && (
          <span class="self-dark">
            <Icon name="camera-off" />
            {!small && call.yourCameraIsOff}
          </span>
        )}
        {small && muted && (
          <span class="self-muted">
            <Icon name="mic-off" />
          </span>
        )}
        {small && <SelfViewButtons />}
      </div>
      {isHidden && (
        <RoundButton
          class="self-show glass fades"
          label={call.showSelf}
          data-corner={corner.value.value}
          data-tip={call.showSelf}
          aria-keyshortcuts="S"
          onClick={() => selfView.set("shown")}
        >
          <Icon name="person" />
        </RoundButton>
      )}
    </>
  );
}

function SelfViewButtons() {
  const { call } = useText().messages;
  const { corner, selfView } = usePreferences();

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
        <Icon name="move" />
      </RoundButton>
      <RoundButton
        class="self-hide"
        label={call.hideSelf}
        aria-keyshortcuts="S"
        onClick={() => selfView.set("hidden")}
      >
        <Icon name="close" />
      </RoundButton>
    </div>
  );
}
