import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { StateName } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import type { OpenPanel } from "./open_panel.ts";
import type { Pictures } from "./pictures/pictures.ts";
import { PreferencesProvider, useStoredPreferences } from "./preferences.ts";
import { SidePanel } from "./SidePanel.tsx";
import { Stage } from "./Stage.tsx";
import { TopBar } from "./TopBar.tsx";
import { useDocumentTitle } from "./use_document_title.ts";
import { useLostFocus, usePhaseFocus } from "./use_phase_focus.ts";
import { usePart } from "./use_part.ts";
import { needsSeatScreens, useSeatScreens } from "./use_seat_screens.ts";
import { useUnread } from "./use_unread.ts";

/** `side`: pictures with a panel beside them; `call`: pictures only; `card`: no pictures. */
type Layout = "side" | "call" | "card";

/** Every state of the call in one frame, so that pictures stay while things around them change. */
export function CallScreen({ view }: { view: CallView }) {
  const root = useRef<HTMLElement>(null);
  const { state } = view.call.value;
  const panel = useSignal<OpenPanel | null>(null);
  const seated = "peer" in state ? state : null;
  const isNeeded = needsSeatScreens(state);
  const screens = useSeatScreens(isNeeded);
  const blocked = usePart(state.name === "blocked", loadBlocked);
  const isLoading = isNeeded ? screens === null : state.name === "blocked" && blocked === null;
  const stage = useRef<HTMLElement>(null);
  const pictures = useSignal<Pictures | null>(null);
  // Here, not with what is loaded for a seat: what is written until then is new, too.
  const unread = useUnread(view.texts.value, panel.value === "chat");
  const isChatting = seated !== null && screens !== null && panel.value === "chat";
  const layout = layoutOf(state.name);
  useDocumentTitle(state.name);
  usePhaseFocus(root, state.name, { isReady: state.name !== "ended" || screens !== null });
  useLostFocus(root, state.name);

  return (
    <PreferencesProvider value={useStoredPreferences()}>
      <main
        class="duet"
        ref={root}
        data-call={state.name}
        data-layout={layout}
        data-chat={isChatting ? "" : undefined}
        aria-busy={isLoading ? true : undefined}
      >
        {layout !== "call" && <TopBar />}
        {state.name === "ended" ? screens && <screens.Ended view={view} state={state} /> : (
          <Stage
            view={view}
            state={state}
            panel={panel}
            screens={screens}
            stage={stage}
            pictures={pictures}
            unread={unread}
          />
        )}
        {screens !== null && (
          <screens.Sheets
            view={view}
            state={state}
            panel={panel}
            pictures={pictures.value}
            unread={unread.length > 0}
          />
        )}
        {layout === "side" && !isChatting && (
          <SidePanel view={view} screens={screens} blocked={blocked} />
        )}
      </main>
    </PreferencesProvider>
  );
}

function loadBlocked() {
  return import("./blocked_screen.ts");
}

function layoutOf(name: StateName): Layout {
  switch (name) {
    case "connecting":
    case "connected":
    case "reconnecting":
      return "call";
    case "ended":
      return "card";
    default:
      return "side";
  }
}
