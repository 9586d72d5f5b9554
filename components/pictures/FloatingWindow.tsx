import type { CallView } from "../../call/view.ts";
import type { ExtraMessages } from "../../locales/extras/messages.ts";
import { Icon } from "../Icon.tsx";
import { RoundButton } from "../RoundButton.tsx";
import { SeatIcon } from "../SeatIcon.tsx";
import type { Text } from "../text.ts";
import { useStream } from "../use_stream.ts";

interface FloatingWindowProps {
  readonly view: CallView;
  readonly text: Text;
  readonly extras: ExtraMessages;
  readonly close: () => void;
}

/** The friend in a small window over others, with what one needs there. The sound stays at home. */
export function FloatingWindow({ view, text, extras, close }: FloatingWindowProps) {
  const { call } = text.messages;
  const screen = view.extras.value?.screen.friends.value ?? null;
  const video = useStream(screen ?? view.remote.value);
  const { muted, cameraOff } = view.controls.value;
  const friend = view.friend.value;
  const isDark = screen === null && (friend.cameraOff || friend.videoPaused);
  return (
    <main class="floating" data-of={screen === null ? "friend" : "screen"}>
      <video
        ref={video}
        aria-label={screen === null ? call.friend : extras.share.friends}
        autoplay
        muted
        playsInline
      />
      {isDark && (
        <div class="floating-dark">
          <Icon name="person" />
        </div>
      )}
      <div class="controls" role="group" aria-label={call.controls}>
        <RoundButton
          class="control"
          label={muted ? call.unmute : call.mute}
          data-tone={muted ? "off" : undefined}
          onClick={() => view.setMuted(!muted)}
        >
          <SeatIcon name={muted ? "mic-off" : "mic"} />
        </RoundButton>
        <RoundButton
          class="control"
          label={cameraOff ? call.cameraOn : call.cameraOff}
          data-tone={cameraOff ? "off" : undefined}
          onClick={() => view.setCameraOff(!cameraOff)}
        >
          <SeatIcon name={cameraOff ? "camera-off" : "camera"} />
        </RoundButton>
        <RoundButton
          class="control"
          label={call.leave}
          data-tone="leave"
          onClick={() => {
            close();
            view.dispatch({ type: "leave" });
          }}
        >
          <SeatIcon name="leave" />
        </RoundButton>
      </div>
    </main>
  );
}
