import type { Signal } from "@preact/signals";
import type { RefObject } from "preact";
import type { CallState } from "../call/machine/state.ts";
import type { CallView, ChatText } from "../call/view.ts";
import { Icon } from "./Icon.tsx";
import { Logo } from "./Logo.tsx";
import type { PanelSignal } from "./open_panel.ts";
import type { Pictures } from "./pictures/pictures.ts";
import { SelfView } from "./SelfView.tsx";
import { useText } from "./text.ts";
import type { SeatScreens } from "./use_seat_screens.ts";

interface StageProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly panel: PanelSignal;
  /** `null`: not loaded yet. */
  readonly screens: SeatScreens | null;
  /** Itself. */
  readonly stage: RefObject<HTMLElement>;
  /** `null`: everything as it is at first. */
  readonly pictures: Signal<Pictures | null>;
  /** What the friend wrote and the person has not seen. */
  readonly unread: readonly ChatText[];
}

/** The pictures: one's own large until the friend's is there, then small in a corner. */
export function Stage(props: StageProps) {
  const { view, state, panel, screens, stage, pictures, unread } = props;
  const { call } = useText().messages;
  const isTogether = state.name === "connected" || state.name === "reconnecting";
  const isSeated = "peer" in state;
  // Before there is a friend: a player that is there already shows their first frame sooner.
  const expectsFriend = isSeated || state.name === "joining";
  const showsFriend = isTogether && view.remote.value !== null;

  return (
    <section
      ref={stage}
      class="stage"
      tabIndex={-1}
      aria-label={isSeated ? call.region : undefined}
      data-focus={isSeated ? "" : undefined}
    >
      {expectsFriend && screens !== null && (
        <screens.CallPictures
          view={view}
          state={state}
          pictures={pictures.value}
          showsFriend={showsFriend}
        />
      )}
      {view.local.value === null ? <EmptyPicture blocked={state.name === "blocked"} /> : (
        <SelfView
          view={view}
          small={showsFriend && pictures.value?.large.value !== "self"}
          screens={screens}
        />
      )}
      {screens !== null && <screens.Overhead view={view} state={state} panel={panel} />}
      {screens !== null && !isSeated && view.local.value !== null && (
        <screens.OwnControls view={view} panel={panel} stage={stage} />
      )}
      {screens !== null && isSeated && (
        <screens.CallOverlay
          view={view}
          state={state}
          panel={panel}
          unread={unread}
          stage={stage}
          pictures={pictures}
        />
      )}
    </section>
  );
}

function EmptyPicture({ blocked }: { blocked: boolean }) {
  return <div class="empty">{blocked ? <Icon name="camera-off" /> : <Logo />}</div>;
}
