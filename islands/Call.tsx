import { type Signal, useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { createCall } from "../call/engine.ts";
import { browserPlatform } from "../call/page/browser.ts";
import type { CallView } from "../call/view.ts";
import { CallScreen } from "../components/CallScreen.tsx";
import { Language } from "../components/Language.tsx";
import { ASK_FIRST } from "../components/preferences.ts";
import { rememberRoom } from "../components/recent_rooms.ts";
import { roomPath } from "../components/room_path.ts";
import "../components/shared.ts";
import { socketUrl } from "../components/socket_url.ts";
import { load } from "../components/storage.ts";
import { stillView } from "../components/still_view.ts";
import type { Locale, Messages } from "../locales/messages.ts";

export interface CallProps {
  readonly locale: Locale;
  readonly messages: Messages;
  /** From the address; empty: none. */
  readonly room: string;
}

/** The whole call: the engine below, the screens above. Asks for camera and microphone on mount. */
export default function Call({ locale, messages, room }: CallProps) {
  const view = useSignal<CallView>(stillView(room));
  useEffect(() => {
    const then = { room, enter: false };
    const asksFirst = load(ASK_FIRST) === "on";
    const options = { then, asksFirst, socketUrl: socketUrl(), loadExtras };
    const call = createCall(options, browserPlatform());
    view.value = call;
    return () => call.stop();
  }, []);
  useAddressOfSeat(view);

  return (
    <Language text={{ locale, messages }}>
      <CallScreen view={view.value} />
    </Language>
  );
}

function loadExtras() {
  return import("../components/call_extras.ts");
}

/** Once there is a seat the address names the room, so that a reload comes back to it. */
function useAddressOfSeat(view: Signal<CallView>): void {
  const seatRoom = useComputed(() => {
    const { state } = view.value.call.value;
    return "peer" in state ? state.room : null;
  });
  useSignalEffect(() => {
    const room = seatRoom.value;
    if (room === null) return;
    rememberRoom(room);
    history.replaceState(history.state, "", roomPath(room));
  });
}
