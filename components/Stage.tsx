import { useRef } from "preact/hooks";
import type { CallState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { FriendPicture } from "./FriendPicture.tsx";
import { Icon } from "./Icon.tsx";
import { Logo } from "./Logo.tsx";
import type { PanelSignal } from "./open_panel.ts";
import { SelfView } from "./SelfView.tsx";
import { useText } from "./text.ts";
import { useFloating } from "./use_floating.ts";
import { useUnread } from "./use_unread.ts";
import type { SeatScreens } from "./use_seat_screens.ts";

interface StageProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly panel: PanelSignal;
  /** `null`: not loaded yet. */
  readonly screens: SeatScreens | null;
}

/** The pictures: one's own large until the friend's is there, then small in a corner. */
export function Stage({ view, state, panel, screens }: StageProps) {
  const { call } = useText().messages;
  const stage = useRef<HTMLElement>(null);
  const isTogether = state.name === "connected" || state.name === "reconnecting";
  const isSeated = "peer" in state;
  const hasFriend = isTogether || state.name === "connecting";
  const showsFriend = isTogether && view.remote.value !== null;
  const floating = useFloating(stage, hasFriend);
  // Here, not with what is loaded for a seat: what is written until then is new, too.
  const unread = useUnread(view.texts.value, panel.value === "chat");

  return (
    <section
      ref={stage}
      class="stage"
      tabIndex={-1}
      aria-label={isSeated ? call.region : undefined}
      data-focus={isSeated ? "" : undefined}
    >
      {hasFriend && (
        <FriendPicture
          view={view}
          shown={showsFriend}
          frozen={state.name === "reconnecting"}
          floating={floating.isFloating}
        />
      )}
      {view.local.value === null
        ? <EmptyPicture blocked={state.name === "blocked"} />
        : <SelfView view={view} small={showsFriend} screens={screens} />}
      {screens !== null && <screens.Overhead view={view} state={state} panel={panel} />}
      {screens !== null && isSeated && (
        <screens.CallOverlay
          view={view}
          state={state}
          panel={panel}
          unread={unread}
          stage={stage}
          floating={floating}
        />
      )}
    </section>
  );
}

function EmptyPicture({ blocked }: { blocked: boolean }) {
  return <div class="empty">{blocked ? <Icon name="camera-off" /> : <Logo />}</div>;
}
