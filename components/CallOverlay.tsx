import type { Signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { SeatedState } from "../call/state.ts";
import type { CallView } from "../call/view.ts";
import { fill } from "../locales/format.ts";
import { CallInfo } from "./CallInfo.tsx";
import { Controls } from "./Controls.tsx";
import { FiguresPanel } from "./FiguresPanel.tsx";
import { Notices } from "./Notices.tsx";
import { SettingsPanel } from "./SettingsPanel.tsx";
import { StatusPills } from "./StatusPills.tsx";
import { useText } from "./text.ts";
import { useCallKeys } from "./use_call_keys.ts";
import { useWakeLock } from "./wake_lock.ts";

export type OpenPanel = "settings" | "figures";

interface CallOverlayProps {
  readonly view: CallView;
  readonly state: SeatedState;
  readonly panel: Signal<OpenPanel | null>;
}

/** Everything over the pictures while the person has a seat. */
export function CallOverlay({ view, state, panel }: CallOverlayProps) {
  const { call } = useText().messages;
  useWakeLock(true);
  useCallKeys(view);
  useCloseByEscape(panel);

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
      <Controls view={view} panel={panel} withFriend={"since" in state} />
    </>
  );
}

function useCloseByEscape(panel: Signal<OpenPanel | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key === "Escape") panel.value = null;
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
