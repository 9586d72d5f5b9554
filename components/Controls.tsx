import type { CallView } from "../call/view.ts";
import { ControlButton } from "./ControlButton.tsx";
import { FloatButton } from "./FloatButton.tsx";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { useText } from "./text.ts";
import type { Floating } from "./use_floating.ts";

interface ControlsProps {
  readonly view: CallView;
  readonly panel: PanelSignal;
  readonly withFriend: boolean;
  readonly floating: Floating;
  /** `null`: there is nobody to write to, and nothing to read. */
  readonly toggleChat: (() => void) | null;
  /** The friend wrote something new. */
  readonly unread: boolean;
}

/** The bar at the bottom of the call. */
export function Controls(props: ControlsProps) {
  const { view, panel, withFriend, floating, toggleChat, unread } = props;
  const { call, chat } = useText().messages;
  const { muted, cameraOff } = view.controls.value;

  return (
    <div class="controls fades" role="group" aria-label={call.controls}>
      <ControlButton
        icon={muted ? "mic-off" : "mic"}
        label={muted ? call.unmute : call.mute}
        hint={muted ? call.holdToTalk : undefined}
        shortcut="M"
        tone={muted ? "off" : undefined}
        onClick={() => view.setMuted(!muted)}
      />
      <ControlButton
        icon={cameraOff ? "camera-off" : "camera"}
        label={cameraOff ? call.cameraOn : call.cameraOff}
        shortcut="V"
        tone={cameraOff ? "off" : undefined}
        onClick={() => view.setCameraOff(!cameraOff)}
      />
      {view.camera.value.canFlip && (
        <ControlButton icon="flip" label={call.flipCamera} onClick={view.flipCamera} />
      )}
      {withFriend && <FloatButton floating={floating} />}
      {toggleChat !== null && (
        <ControlButton
          icon="chat"
          label={chat.heading}
          shortcut="T"
          news={unread ? chat.unread : undefined}
          expanded={panel.value === "chat"}
          onClick={toggleChat}
        />
      )}
      <ControlButton
        icon="sliders"
        label={call.more}
        expanded={panel.value === "settings"}
        onClick={() => toggle(panel, "settings")}
      />
      <ControlButton
        icon="leave"
        label={call.leave}
        tone="leave"
        onClick={() => view.dispatch({ type: "leave" })}
      />
    </div>
  );
}
