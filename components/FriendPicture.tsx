import type { CallView } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import { useText } from "./text.ts";
import { useFit } from "./use_fit.ts";
import { useLastFrame } from "./use_last_frame.ts";
import { useStream } from "./use_stream.ts";

interface FriendPictureProps {
  readonly view: CallView;
  /** Loads unseen while connecting, so that the first frame is there at once. */
  readonly shown: boolean;
  /** Reconnecting: the last frame stays, dimmed. */
  readonly frozen: boolean;
  /** Shown in a window of its own: here is only a cover, over what the browser says of it. */
  readonly floating: boolean;
}

export function FriendPicture({ view, shown, frozen, floating }: FriendPictureProps) {
  const { call } = useText().messages;
  const stream = view.remote.value;
  const video = useStream(stream, view.reportPlayback);
  useFit(video);
  const lastFrame = useLastFrame(video, shown && !frozen);
  const { cameraOff, videoPaused } = view.friend.value;
  const isDark = cameraOff || videoPaused || floating;

  return (
    <div
      class="friend"
      data-shown={shown ? "" : undefined}
      data-frozen={frozen ? "" : undefined}
      data-dark={isDark ? "" : undefined}
    >
      <canvas ref={lastFrame} aria-hidden="true" />
      <video ref={video} aria-label={call.friend} autoplay playsInline />
      <div class="friend-dark">
        <Icon name={floating ? "float" : "person"} />
        {floating && <p>{call.floating}</p>}
      </div>
    </div>
  );
}
