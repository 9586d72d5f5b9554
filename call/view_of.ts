/** What the parts of the engine know and can do, as the screens see it. */
import type { ReadonlySignal } from "@preact/signals";
import type { Conversation } from "./chat/conversation.ts";
import type { Companions } from "./extras/companions.ts";
import type { PersonEvent } from "./machine/events.ts";
import { type Call, holderOf } from "./machine/state.ts";
import type { OwnMedia } from "./media/own_media.ts";
import type { Notices } from "./page/notices.ts";
import type { Recovery } from "./recovery/recovery.ts";
import type { CurrentVerification } from "./verify/current.ts";
import type { CallView } from "./view.ts";

export interface ViewParts {
  readonly call: ReadonlySignal<Call>;
  readonly remote: ReadonlySignal<MediaStream | null>;
  readonly own: OwnMedia;
  readonly conversation: Conversation;
  readonly recovery: Recovery;
  readonly notices: Notices;
  readonly companions: Companions;
  readonly verification: CurrentVerification;
  readonly dispatch: (event: PersonEvent) => void;
}

export function viewOf(parts: ViewParts): CallView {
  const { call, remote, own, conversation, recovery, notices, companions, verification } = parts;
  return {
    call,
    local: own.local,
    remote,
    controls: own.controls,
    camera: own.camera,
    devices: own.devices,
    choices: own.choices,
    choose: own.choose,
    friend: conversation.friend,
    figures: recovery.figures,
    texts: conversation.texts,
    notices: notices.list,
    extras: companions.view,
    verification: verification.state,
    verify: verification.begin,
    judgeCode: verification.judge,
    dispatch: parts.dispatch,
    setMuted: (muted) => own.set({ muted }),
    setCameraOff: (cameraOff) => own.set({ cameraOff }),
    flipCamera: own.flip,
    setLowData: (lowData) => own.set({ lowData }),
    // The screens may be a moment behind: what is written is for whom they show.
    sendText: (text) => conversation.send(text, holderOf(call.value.state)),
    resumeDevice: (device) => own.capture.resume(device),
    reportPlayback: (refused) =>
      notices.set("tap-to-hear", refused ? { kind: "tap-to-hear" } : null),
  };
}
