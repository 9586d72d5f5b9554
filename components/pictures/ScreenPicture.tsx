import { useRef } from "preact/hooks";
import type { CallView } from "../../call/view.ts";
import { useExtraText } from "../extra_text.ts";
import { usePreferences } from "../preferences.ts";
import { useStream } from "../use_stream.ts";
import type { Pictures } from "./pictures.ts";
import { SmallPicture } from "./SmallPicture.tsx";
import { useZoom } from "./use_zoom.ts";

interface ScreenPictureProps {
  readonly view: CallView;
  readonly pictures: Pictures | null;
  readonly screen: MediaStream;
  /** Reconnecting: the last frame stays, dimmed. */
  readonly frozen: boolean;
}

/** The friend's screen: all of it, and as much closer as one likes; its sound plays here. */
export function ScreenPicture({ view, pictures, screen, frozen }: ScreenPictureProps) {
  const { share } = useExtraText();
  const { corner } = usePreferences();
  const frame = useRef<HTMLDivElement>(null);
  // One tap lets both be heard; that this one plays says nothing of the friend's voice.
  const video = useStream(screen, (refused) => refused && view.reportPlayback(true));
  const isLarge = (pictures?.large.value ?? "screen") === "screen";
  useZoom(frame, isLarge);

  return (
    <div
      ref={frame}
      class="screen"
      role="group"
      aria-label={share.zoomHow}
      tabIndex={isLarge ? 0 : -1}
      data-size={isLarge ? "large" : "small"}
      data-corner={corner.value.value}
      data-frozen={frozen ? "" : undefined}
    >
      <video ref={video} aria-label={share.friends} autoplay playsInline />
      {!isLarge && <SmallPicture frame={frame} />}
    </div>
  );
}
