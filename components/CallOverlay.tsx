import type { RefObject } from "preact";
import { useEffect } from "preact/hooks";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView, ChatText } from "../call/view.ts";
import { ChatNews } from "./ChatNews.tsx";
import { Controls, PictureTools } from "./Controls.tsx";
import { type PanelSignal, toggle } from "./open_panel.ts";
import { useSpeaker } from "./speaker.ts";
import { mayChat, useActions } from "./use_actions.ts";
import { useCallKeys } from "./use_call_keys.ts";
import type { Floating } from "./use_floating.ts";
import { useIdle } from "./use_idle.ts";
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
  readonly floating: Floating;
}

/** What the person can do while they have a seat. */
export function CallOverlay(
  { view, state, panel, unread, stage, floating }: CallOverlayProps,
) {
  useWakeLock(true);
  useIdle(stage, state.name === "connected" && panel.value === null);
  useTips(stage);
  useSpeaker(stage, view);
  useClosing(panel);
  useWithFriendOnly(panel, state.name !== "waiting");
  const actions = useActions({ view, state, panel, floating, unread: unread.length > 0 });
  useCallKeys({ view, panel, actions });

  return (
    <>
      {mayChat({ view, state }) && (
        <ChatNews
          text={unread.at(-1) ?? null}
          open={() => toggle(panel, "chat")}
        />
      )}
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
