import type { CallView } from "../call/view.ts";
import type { Action, ActionsOptions } from "./actions.ts";
import { useExtraText } from "./extra_text.ts";
import { useFileActions } from "./file_actions.ts";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { usePictureActions } from "./picture_actions.ts";
import { useRecordActions } from "./record_actions.ts";
import { useShareActions } from "./share_actions.ts";
import { useText } from "./text.ts";

export type { ActionsOptions } from "./actions.ts";

/** What can be done now, in the order of the bar. Reads only: whoever shows some of it calls it. */
export function useActions(options: ActionsOptions): readonly Action[] {
  const own = useOwnActions(options.view);
  const together = useTogetherActions(options);
  const pictures = usePictureActions(options);
  const call = useCallActions(options);
  return [...own, ...together, ...pictures, ...call];
}

/** One's own microphone and camera. */
export function useOwnActions(view: CallView): readonly Action[] {
  const { call } = useText().messages;
  const { muted, cameraOff } = view.controls.value;
  const mute: Action = {
    icon: muted ? "mic-off" : "mic",
    label: muted ? call.unmute : call.mute,
    hint: muted ? call.holdToTalk : undefined,
    shortcut: "m",
    tone: muted ? "off" : undefined,
    place: "bar",
    run: () => view.setMuted(!view.controls.peek().muted),
  };
  const camera: Action = {
    icon: cameraOff ? "camera-off" : "camera",
    label: cameraOff ? call.cameraOn : call.cameraOff,
    shortcut: "v",
    tone: cameraOff ? "off" : undefined,
    place: "bar",
    run: () => view.setCameraOff(!view.controls.peek().cameraOff),
  };
  const flip: Action = {
    icon: "flip",
    label: call.flipCamera,
    place: "bar",
    run: view.flipCamera,
  };
  return view.camera.value.canFlip ? [mute, camera, flip] : [mute, camera];
}

/** What two people do besides seeing and hearing each other. */
function useTogetherActions(options: ActionsOptions): readonly Action[] {
  const { view, state, panel } = options;
  const { talk } = useExtraText();
  const share = useShareActions(options);
  const files = useFileActions();
  const record = useRecordActions(view);
  const extras = view.extras.value;
  if (extras === null || state.name === "waiting") return [];
  return [...share, ...files, {
    icon: "react",
    label: talk.react,
    shortcut: "r",
    place: "wide",
    opens: "reactions",
    run: () => toggle(panel, "reactions"),
  }, ...record];
}

/** @param place alone there is room for it everywhere */
export function useSettingsAction(panel: PanelSignal, place: Action["place"]): Action {
  const { call } = useText().messages;
  return {
    icon: "sliders",
    label: call.more,
    place,
    opens: "settings",
    run: () => toggle(panel, "settings"),
  };
}

/** The call itself. */
function useCallActions({ view, state, panel, unread }: ActionsOptions): readonly Action[] {
  const { call, chat } = useText().messages;
  const settings = useSettingsAction(panel, state.name === "waiting" ? "bar" : "wide");
  const texts: Action = {
    icon: "chat",
    label: chat.heading,
    shortcut: "t",
    news: unread ? chat.unread : undefined,
    place: "bar",
    opens: "chat",
    run: () => toggle(panel, "chat"),
  };
  const leave: Action = {
    icon: "leave",
    label: call.leave,
    tone: "leave",
    place: "bar",
    run: () => view.dispatch({ type: "leave" }),
  };
  return mayChat({ view, state }) ? [texts, settings, leave] : [settings, leave];
}

/** Whether there is somebody to write to, or something to read. */
export function mayChat({ view, state }: Pick<ActionsOptions, "view" | "state">): boolean {
  return "since" in state || view.texts.value.length > 0;
}
