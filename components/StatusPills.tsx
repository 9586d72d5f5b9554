import type { CallState } from "../call/machine/state.ts";
import type { CallView } from "../call/view.ts";
import { Icon, type IconName } from "./Icon.tsx";
import { ShareLines } from "./ShareLines.tsx";
import { type StatusKind, statusLines } from "./status_lines.ts";
import { useText } from "./text.ts";
import { useLasting } from "./use_lasting.ts";
import { useOnPage } from "./use_on_page.ts";

interface StatusPillsProps {
  readonly view: CallView;
  readonly state: CallState;
}

/** A server that is replaced asks its pages back within 1.7 s: nobody has to know. */
const SAY_OFFLINE_MS = 3_000;

const ICONS: Readonly<Partial<Record<StatusKind, IconName>>> = {
  weak: "warning",
  offline: "warning",
  offlineWaiting: "warning",
  friendMuted: "mic-off",
  friendCameraOff: "camera-off",
  friendVideoPaused: "camera-off",
};

/** On the page before there is a seat, and empty then. */
export function StatusPills({ view, state }: StatusPillsProps) {
  const { call, status, waiting } = useText().messages;
  const online = useLasting(view.call.value.online, SAY_OFFLINE_MS);
  const { muted, cameraOff } = view.controls.value;
  const isOnPage = useOnPage();
  const seated = isOnPage && "peer" in state ? state : null;
  const lines = seated ? statusLines({ state: seated, online, friend: view.friend.value }) : [];

  return (
    <div class="pills" role="status">
      {seated?.name === "waiting" && <p key="waiting" class="unseen">{waiting[seated.because]}</p>}
      {lines.map((line) => (
        <p key={line} class="pill glass" data-kind={line}>
          {lineIcon(line)}
          {status[line]}
        </p>
      ))}
      {seated && <ShareLines view={view} />}
      {seated && muted && <p key="muted" class="unseen">{call.youAreMuted}</p>}
      {seated && cameraOff && <p key="camera-off" class="unseen">{call.yourCameraIsOff}</p>}
    </div>
  );
}

function lineIcon(line: StatusKind) {
  const icon = ICONS[line];
  return icon === undefined ? <span class="spinner" aria-hidden="true" /> : <Icon name={icon} />;
}
