import type { Signal } from "@preact/signals";
import { useRef } from "preact/hooks";
import type { CallState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { CallOverlay, type OpenPanel } from "./CallOverlay.tsx";
import { FriendPicture } from "./FriendPicture.tsx";
import { Icon } from "./Icon.tsx";
import { Logo } from "./Logo.tsx";
import { SelfView } from "./SelfView.tsx";
import { useText } from "./text.ts";
import { useIdle } from "./use_idle.ts";

interface StageProps {
  readonly view: CallView;
  readonly state: CallState;
  readonly panel: Signal<OpenPanel | null>;
}

/** The pictures: one's own large until the friend's is there, then small in a corner. */
export function Stage({ view, state, panel }: StageProps) {
  const { call } = useText().messages;
  const stage = useRef<HTMLElement>(null);
  const isTogether = state.name === "connected" || state.name === "reconnecting";
  const isSeated = "peer" in state;
  const showsFriend = isTogether && view.remote.value !== null;
  const idle = useIdle(stage, state.name === "connected" && panel.value === null);

  return (
    <section
      ref={stage}
      class="stage"
      tabIndex={-1}
      aria-label={isSeated ? call.region : undefined}
      data-focus={isSeated ? "" : undefined}
      data-idle={idle ? "" : undefined}
    >
      {(isTogether || state.name === "connecting") && (
        <FriendPicture view={view} shown={showsFriend} frozen={state.name === "reconnecting"} />
      )}
      {view.local.value === null
        ? <EmptyPicture blocked={state.name === "blocked"} />
        : <SelfView view={view} small={showsFriend} />}
      {isSeated && <CallOverlay view={view} state={state} panel={panel} />}
    </section>
  );
}

function EmptyPicture({ blocked }: { blocked: boolean }) {
  return <div class="empty">{blocked ? <Icon name="camera-off" /> : <Logo />}</div>;
}
