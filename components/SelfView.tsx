import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import { usePreferences } from "./preferences.ts";
import { useText } from "./text.ts";
import type { SeatScreens } from "./use_seat_screens.ts";
import { useStream } from "./use_stream.ts";

interface SelfViewProps {
  readonly view: CallView;
  /** In a corner over the friend's picture; movable and hideable there. */
  readonly small: boolean;
  /** `null`: not loaded yet. */
  readonly screens: SeatScreens | null;
}

/** One's own picture, mirrored as in a mirror unless the back camera takes it. */
export function SelfView({ view, small, screens }: SelfViewProps) {
  const { call } = useText().messages;
  const { corner, selfView } = usePreferences();
  const { cameraOff, muted } = view.controls.value;
  const video = useStream(view.local.value);
  const frame = useRef<HTMLDivElement>(null);
  const isHidden = small && selfView.value.value === "hidden";

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
        {small && screens !== null && <screens.SelfButtons frame={frame} />}
      </div>
      {isHidden && screens !== null && <screens.ShowSelf />}
    </>
  );
}
