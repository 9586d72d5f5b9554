import type { CallView } from "../call/view.ts";
import { Blocked } from "./Blocked.tsx";
import { Invite } from "./Invite.tsx";
import { Permission } from "./Permission.tsx";
import { RoomPrompt } from "./RoomPrompt.tsx";

/** What there is to do now, beside the pictures (below them on a phone). */
export function SidePanel({ view }: { view: CallView }) {
  const { state, online } = view.call.value;
  switch (state.name) {
    case "permission":
      return <Permission state={state} />;
    case "blocked":
      return <Blocked state={state} dispatch={view.dispatch} />;
    case "prompt":
    case "joining":
    case "full":
      return <RoomPrompt state={state} online={online} dispatch={view.dispatch} />;
    case "waiting":
      return <Invite state={state} />;
    default:
      return null;
  }
}
