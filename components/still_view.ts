/** The call before there is an engine: what the server renders and the page shows first. */
import { signal } from "@preact/signals";
import { initialCall } from "../call/machine/state.ts";
import { NO_CHOICES } from "../call/media/choices.ts";
import type { CallView } from "../call/view.ts";

export function stillView(room: string): CallView {
  return {
    call: signal(initialCall({ room, enter: false })),
    local: signal(null),
    remote: signal(null),
    controls: signal({ muted: false, cameraOff: false, lowData: false }),
    camera: signal({ facing: "user" as const, canFlip: false }),
    devices: signal([]),
    choices: signal(NO_CHOICES),
    friend: signal({ muted: false, cameraOff: false, videoPaused: false }),
    figures: signal(null),
    notices: signal([]),
    extras: signal(null),
    verification: signal({ is: "open" as const }),
    verify() {},
    judgeCode() {},
    texts: signal([]),
    dispatch() {},
    setMuted() {},
    setCameraOff() {},
    flipCamera() {},
    choose() {},
    setLowData() {},
    sendText() {},
    resumeDevice() {},
    reportPlayback() {},
  };
}
