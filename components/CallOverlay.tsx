import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SeatedState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import { CallInfo } from "./CallInfo.tsx";
import { ChatNews } from "./ChatNews.tsx";
import { Controls } from "./Controls.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { Notices } from "./Notices.tsx";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { StatusPills } from "./StatusPills.tsx";
import { useText } from "./text.ts";
import { useUnread } from "./use_unread.ts";
import { useCallKeys } from "./use_call_keys.ts";
import { useWakeLock } from "./wake_lock.ts";

/** `chat` opens beside the pictures, the others over them. */
export type OpenPanel = "settings" | "figures" | "chat";

interface CallOverlayProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: Signal<OpenPanel | null>;
}

/** Everything over the pictures while the person has a seat. */
export function CallOverlay({ view, state, panel }: CallOverlayProps) {
  const { call } = useText().messages;
  useWakeLock(true);
  const isChatting = panel.value === "chat";
  const texts = view.texts.value;
  const unread = useUnread(texts, isChatting);
  const mayChat = "since" in state || texts.length > 0;
  const toggleChat = mayChat ? () => panel.value = isChatting ? null : "chat" : null;
  useCallKeys(view, toggleChat);
  useClosing(panel);

  return (
    <>
      {state.name !== "waiting" && (
        <h1 class="unseen">{fill(call.heading, { room: state.room })}</h1>
      )}
      <div class="overhead">
        {state.name !== "waiting" && <CallInfo view={view} state={state} panel={panel} />}
        <StatusPills view={view} state={state} />
        <Notices view={view} state={state} />
      </div>
      {panel.value === "figures" && <FiguresPanel view={view} close={() => panel.value = null} />}
      {panel.value === "settings" && <SettingsPanel view={view} close={() => panel.value = null} />}
      {toggleChat !== null && <ChatNews text={unread.at(-1) ?? null} open={toggleChat} />}
      <Controls
        view={view}
        panel={panel}
        withFriend={"since" in state}
        toggleChat={toggleChat}
        unread={unread.length > 0}
      />
    </>
  );
}

/** Escape closes what is open, and so does leaving. */
function useClosing(panel: Signal<OpenPanel | null>): void {
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
