import type { CallView } from "../call/view.ts";
import { Permission } from "./Permission.tsx";
import { RoomPrompt } from "./RoomPrompt.tsx";
import type { SeatScreens } from "./use_seat_screens.ts";

interface SidePanelProps {
  readonly view: CallView;
  /** `null`: not loaded yet. */
  readonly screens: SeatScreens | null;
  /** `null`: not needed, or not loaded yet. */
  readonly blocked: typeof import("./blocked_screen.ts") | null;
}

/** What there is to do now, beside the pictures (below them on a phone). */
export function SidePanel({ view, screens, blocked }: SidePanelProps) {
  const { state, online } = view.call.value;
  switch (state.name) {
    case "permission":
      return <Permission state={state} />;
    case "blocked":
      return blocked && <blocked.Blocked state={state} dispatch={view.dispatch} />;
    case "prompt":
    case "joining":
    case "full":
      return (
        <RoomPrompt
          state={state}
          online={online}
          dispatch={view.dispatch}
          screens={screens}
        />
      );
    case "waiting":
      return screens && <screens.Invite view={view} state={state} />;
    default:
      return null;
  }
}
