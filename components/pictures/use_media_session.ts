import { effect } from "@preact/signals";
import { useLayoutEffect } from "preact/hooks";
import type { CallView } from "../../call/view.ts";

/** Not all in TypeScript's DOM library (Media Session, W3C, 5.1 and 6). */
type Actions = "togglemicrophone" | "togglecamera" | "hangup";
interface CallSession {
  setActionHandler(action: unknown, handler: (() => void) | null): void;
  setMicrophoneActive?(active: boolean): void;
  setCameraActive?(active: boolean): void;
}

/** Lets the keys of headsets, keyboards and the system's own windows mute, darken and leave. */
export function useMediaSession(view: CallView, isActive: boolean): void {
  const { mediaSession: session }: { readonly mediaSession?: CallSession } = navigator;
  // Layout effects: the keys never mean what the screen before meant.
  useLayoutEffect(() => {
    if (session === undefined || !isActive) return;
    const does: Readonly<Record<Actions, () => void>> = {
      togglemicrophone: () => view.setMuted(!view.controls.peek().muted),
      togglecamera: () => view.setCameraOff(!view.controls.peek().cameraOff),
      hangup: () => view.dispatch({ type: "leave" }),
    };
    const actions = Object.keys(does) as Actions[];
    for (const action of actions) handle(session, action, does[action]);
    return () => {
      for (const action of actions) handle(session, action, null);
    };
  }, [isActive]);
  // Not `useSignalEffect`: that waits for a frame, and a page behind others gets none.
  useLayoutEffect(() =>
    effect(() => {
      const { muted, cameraOff } = view.controls.value;
      session?.setMicrophoneActive?.(!muted);
      session?.setCameraActive?.(!cameraOff);
    }), [view]);
}

/** A browser throws for actions it does not know. */
function handle(session: CallSession, action: Actions, does: (() => void) | null): void {
  try {
    session.setActionHandler(action, does);
  } catch {
    // Then nothing of the system's asks for it.
  }
}
