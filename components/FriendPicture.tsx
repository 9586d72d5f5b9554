import { useRef } from "preact/hooks";
import type { CallView } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import type { Pictures } from "./pictures/pictures.ts";
import { SmallPicture } from "./pictures/SmallPicture.tsx";
import { usePreferences } from "./preferences.ts";
import { useText } from "./text.ts";
import { useFit } from "./use_fit.ts";
import { useLastFrame } from "./use_last_frame.ts";
import { useStream } from "./use_stream.ts";

interface FriendPictureProps {
  readonly view: CallView;
  /** `null`: everything as it is at first. */
  readonly pictures: Pictures | null;
  /** Loads unseen before, so that the first frame is there at once. */
  readonly shown: boolean;
  /** Reconnecting: the last frame stays, dimmed. */
  readonly frozen: boolean;
}

export function FriendPicture({ view, pictures, shown, frozen }: FriendPictureProps) {
  const { call } = useText().messages;
  const { corner } = usePreferences();
  const frame = useRef<HTMLDivElement>(null);
  const stream = view.remote.value;
  const video = useStream(stream, view.reportPlayback);
  useFit(video, {
    fit: pictures?.fit.value ?? "auto",
    filled: pictures?.setFilled,
  });
  const lastFrame = useLastFrame(video, { shown, frozen });
  const { cameraOff, videoPaused } = view.friend.value;
  const large = pictures?.large.value ?? "friend";
  const isSmall = shown && large !== "friend";
  // Elsewhere is what is large: with a screen that is the screen.
  const isElsewhere = large !== "screen" && (pictures?.floating.now.value ?? null) !== null;
  const isDark = cameraOff || videoPaused || isElsewhere;

  return (
    <div
      ref={frame}
      class="friend"
      data-size={isSmall ? "small" : "large"}
      data-corner={corner.value.value}
      data-shown={shown ? "" : undefined}
      data-frozen={frozen ? "" : undefined}
      data-dark={isDark ? "" : undefined}
      aria-hidden={shown ? undefined : true}
    >
      <canvas ref={lastFrame} aria-hidden="true" />
      <video ref={video} aria-label={call.friend} autoplay playsInline />
      <div class="friend-dark">
        <Icon name={isElsewhere ? "float" : "person"} />
        {isElsewhere && <p>{call.floating}</p>}
      </div>
      {isSmall && <SmallPicture frame={frame} />}
    </div>
  );
}
