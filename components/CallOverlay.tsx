import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useMemo } from "preact/hooks";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView, ChatText } from "../call/view.ts";
import { ChatNews } from "./ChatNews.tsx";
import { Controls, PictureTools } from "./Controls.tsx";
import { FilesTray } from "./FilesTray.tsx";
import { type PanelSignal, toggle } from "./open_panel.ts";
import type { Pictures } from "./pictures/pictures.ts";
import { SavedNews } from "./pictures/SavedNews.tsx";
import { useMediaSession } from "./pictures/use_media_session.ts";
import { usePictures } from "./pictures/use_pictures.ts";
import { ReactionsFloating } from "./ReactionsFloating.tsx";
import { useSpeaker } from "./speaker.ts";
import { mayChat, useActions } from "./use_actions.ts";
import { useCallKeys } from "./use_call_keys.ts";
import { useIdle } from "./use_idle.ts";
import { usePainted } from "./use_painted.ts";
import { useTips } from "./use_tips.ts";
import { useWakeLock } from "./wake_lock.ts";

interface CallOverlayProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: PanelSignal;
  /** What the friend wrote and the person has not seen. */
  readonly unread: readonly ChatText[];
  /** Where the pictures are, under all of this. */
  readonly stage: RefObject<HTMLElement>;
  /** Set here. */
  readonly pictures: Signal<Pictures | null>;
}

/** What the person can do while they have a seat; the pictures come first, this a frame later. */
export function CallOverlay(props: CallOverlayProps) {
  const state = usePainted(props.state);
  // The same element is not looked at again.
  return useMemo(() => state && <Overlay {...props} state={state} />, [state, props.unread]);
}

function Overlay({ view, state, panel, unread, stage, pictures }: CallOverlayProps) {
  useWakeLock(true);
  useIdle(stage, state.name === "connected" && panel.value === null);
  useTips(stage);
  useSpeaker(stage, view);
  useClosing(panel);
  const hasFriend = state.name !== "waiting";
  useWithFriendOnly(panel, hasFriend);
  usePictures({ view, stage, pictures, hasFriend });
  useMediaSession(view, hasFriend);
  const shown = pictures.value;
  const actions = useActions({ view, state, panel, pictures: shown, unread: unread.length > 0 });
  useCallKeys({ view, panel, actions });
  const extras = view.extras.value;

  return (
    <>
      {mayChat({ view, state }) && (
        <ChatNews
          text={unread.at(-1) ?? null}
          open={() => toggle(panel, "chat")}
        />
      )}
      <SavedNews pictures={shown} />
      {view.extras.value && <ReactionsFloating reactions={view.extras.value.reactions} />}
      {extras !== null && <FilesTray files={extras.files} hasFriend={state.name !== "waiting"} />}
      <PictureTools actions={actions} panel={panel} />
      <Controls actions={actions} panel={panel} />
    </>
  );
}

/** What tells of the connection closes with it, and does not open again with the next one. */
function useWithFriendOnly(panel: PanelSignal, hasFriend: boolean): void {
  useEffect(() => {
    const isOfConnection = panel.peek() === "figures" || panel.peek() === "verify";
    if (!hasFriend && isOfConnection) panel.value = null;
  }, [hasFriend]);
}

/** Escape closes what is open, and so does leaving. */
function useClosing(panel: PanelSignal): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape" && !event.isComposing) panel.value = null;
    }
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      panel.value = null;
    };
  }, []);
}
